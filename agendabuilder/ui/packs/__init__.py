"""Finished packs: building, issuing, printing and copying them, and what is different from the last issue."""
