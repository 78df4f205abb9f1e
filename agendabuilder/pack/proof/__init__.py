"""Finished files, read back by readers that share no code with what wrote them: as planned, whole, nothing exempt."""
