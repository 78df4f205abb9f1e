"""What we draw ourselves: front sheet, agenda, notices and change sheet, with the tags of each word.

Laid out from a `Meeting` and a `PackPlan`; it knows nothing of reports' files.
"""
