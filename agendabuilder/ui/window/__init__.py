"""The one window and what ties the other rooms together: its commands, its files, and the pages beside the work."""
