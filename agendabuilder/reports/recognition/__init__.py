"""The text of scanned pages, recognised by another program and put into a copy that is otherwise as it was."""
