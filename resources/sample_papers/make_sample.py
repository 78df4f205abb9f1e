"""Draws all the sample's papers anew: `cd resources && python -m sample_papers.make_sample`."""

from pathlib import Path

from . import action_log, minutes, repairs_report, work_programme
from .paper import load_fonts

SAMPLE = Path(__file__).parent.parent / "sample"
PAPERS = (minutes, action_log, repairs_report, work_programme)


def make_sample(folder: Path) -> None:
    """Write the reports and the logo of the sample meeting into `folder`."""
    load_fonts()
    reports = folder / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        paper.draw(reports)


if __name__ == "__main__":
    make_sample(SAMPLE)
