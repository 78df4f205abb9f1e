"""Files on disk: the meeting's folder, templates, build records, the lock.

Reads and writes; knows nothing of PDF and never imports `reports` or anything above it.
"""
