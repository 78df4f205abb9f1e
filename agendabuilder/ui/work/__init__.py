"""What every page stands on: the open meeting, the book of commands, work in the background, and bound forms."""
