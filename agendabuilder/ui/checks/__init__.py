"""What is noticed and mended: findings live, the look through a finished pack, and accessibility report by report."""
