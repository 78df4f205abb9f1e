"""Documents for Word: the agenda as a clerk may send it on, and the draft of its minutes."""
