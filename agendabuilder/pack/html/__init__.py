"""The agenda as a web page of its own: the same words as the front matter's, without pages."""
