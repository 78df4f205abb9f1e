"""Any file that a clerk is handed becomes a PDF that we trust, and what we know of it.

`prepare` is the only door. Nothing here knows of packs, page numbers or the meeting's file.
"""
