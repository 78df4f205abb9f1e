"""One lock for all use of PDFium in the program.

PDFium keeps global state and must not be entered from two threads at once, yet reports are looked at in one
thread while the preview draws pages in another. Hold the lock for one page at a time, so that nobody waits long.
"""

from threading import RLock

PDFIUM = RLock()
"""Held around every call of PDFium."""
