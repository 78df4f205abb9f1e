"""The meeting itself: how one is begun, from the start page or a template, and its form, notices and people."""
