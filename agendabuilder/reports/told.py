"""How a worker tells what its pages do not show: a file of JSON beside the PDF."""

from pathlib import Path

from cattrs.preconf.json import make_converter

from agendabuilder.reports.conversion import Unshown

_VALUES = make_converter()


def tell(place: Path, unshown: Unshown) -> None:
    """Write it down. Raises OSError."""
    place.write_text(_VALUES.dumps(unshown), "utf-8")


def told(place: Path) -> Unshown:
    """What a worker told. Raises FileNotFoundError when it did not come so far."""
    return _VALUES.loads(place.read_text("utf-8"), Unshown)
