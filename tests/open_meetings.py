"""Meetings that tests of the window open."""

from pathlib import Path
from typing import Any

from making import make_folder

from agendabuilder.ui.work.workspace import Workspace


def items() -> list[dict[str, Any]]:
    """Three items, two of them with reports: five report pages in all."""
    return [
        {"title": "Apologies", "kind": "procedural"},
        {"title": "Budget", "reports": [("budget", 3)]},
        {"title": "Repairs", "reports": [("repairs", 2)]},
    ]


def opened(folder: Path, **keys: Any) -> Workspace:
    """A workspace with a meeting of those items open."""
    workspace = Workspace()
    workspace.open(make_folder(folder, items(), **keys))
    return workspace
