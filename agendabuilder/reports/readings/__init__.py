"""What is read of a report for those who look at packs: its text, tags, fonts, weight, and marks beside the pages.

Each is a value, worked out once per file and kept in the cache; none of it decides whether a report can be used.
"""
