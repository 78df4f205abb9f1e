"""The way of a file from the clerk's folder to a PDF that we trust: told by its content, converted, looked at, kept.

What opens only with a password never leaves the folder of the session, and what cannot be used is refused with advice.
"""
