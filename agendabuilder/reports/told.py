"""How a worker tells what its pages do not show: a file of JSON beside the PDF."""

from pathlib import Path

from cattrs.preconf.json import make_converter

from agendabuilder.reports.conversion import Unshown
from agendabuilder.safe_file import write_safely

_VALUES = make_converter()


def tell(place: Path, unshown: Unshown) -> None:
    """Write it down, all of it or nothing. Raises OSError."""
    write_safely(place, _VALUES.dumps(unshown).encode())


def told(place: Path) -> Unshown:
    """What a worker told. Raises FileNotFoundError when it did not come so far."""
    return _VALUES.loads(place.read_text("utf-8"), Unshown)
