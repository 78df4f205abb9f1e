"""The live preview: the true pages of the pack, built anew while the clerk works and painted as they are seen."""
