"""Draws all the sample's papers anew: `cd resources && python -m sample_source.make_sample`."""

from pathlib import Path

from . import (
    action_log,
    area_plan,
    consultation_response,
    dashboard,
    emblem,
    empty_homes_review,
    hra_budget,
    minutes,
    performance,
    repairs_report,
    scanned_letter,
    slides,
    work_programme,
)
from .paper import load_fonts

SAMPLE = Path(__file__).parent.parent / "sample"
PAPERS = (
    minutes,
    action_log,
    repairs_report,
    dashboard,
    scanned_letter,
    performance,
    hra_budget,
    slides,
    area_plan,
    consultation_response,
    empty_homes_review,
    work_programme,
)


def make_sample(folder: Path) -> None:
    """Write the reports and the emblem of the sample meeting into `folder`."""
    load_fonts()
    reports = folder / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    emblem.draw(folder)
    for paper in PAPERS:
        paper.draw(reports)


if __name__ == "__main__":
    make_sample(SAMPLE)
