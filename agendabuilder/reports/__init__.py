"""Any file that a clerk is handed becomes a PDF that we trust, and what we know of it.

`prepare` is the only door. Nothing here knows of packs, page numbers or the meeting's file. Each folder knows only
those below it: intake, then office, own pages and recognition, then readings, then pdf.
"""

import logging

for _library in ("pikepdf", "pypdfium2"):
    # What they grumble about a file is told as a finding; on the clerk's terminal it would only alarm.
    logging.getLogger(_library).addHandler(logging.NullHandler())
