"""Layout and PDF: draws the front matter, assembles the pack, stamps it, and proves it.

Works from a `Meeting`, a `PackPlan` and prepared reports; asks nobody and decides nothing about the
meeting. Imported by `preflight`, `app` and the faces. `assemble.py` is the way in, `proof/verify.py` the way out;
each folder knows only those below it: proof, body and html, tagging, stamps, content and front.
"""
