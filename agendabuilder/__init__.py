"""Agenda Builder: from a meeting's items, reports and notices to one paginated agenda pack.

`agendabuilder.app` is what the program can do; start there.
"""

__version__ = "0.1.0"
