"""The agenda's items and their reports: the tree, the form of each, and what can be done with them."""
