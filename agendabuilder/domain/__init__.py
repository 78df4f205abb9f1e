"""The meaning: meeting, items, people, times, numbers, pages.

Pure values and functions on the standard library alone: no files, no PDF, no window. Anything may import
this package; it imports nothing of ours.
"""
