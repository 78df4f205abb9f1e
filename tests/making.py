"""What many tests make for themselves: simple reports, and folders with a meeting."""

import json
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

NORBURY: dict[str, Any] = {
    "format": 1,
    "organisation": "Norbury Council",
    "committee": "Housing Committee",
    "date": "2027-03-04",
    "start": "14:00",
    "venue": "Council Chamber",
    "contact": {"name": "B Ó Briain", "phone": "01632 960000"},
}


def make_report(path: Path, pages: int, words: str = "Report", size: tuple[float, float] = A4) -> Path:
    """A plain PDF whose pages say "Report, own page 1" and so on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, size[1] / 2, f"{words}, own page {number}")
        canvas.showPage()
    canvas.save()
    return path


def make_folder(path: Path, items: list[dict[str, Any]], **keys: Any) -> Path:
    """A meeting's folder with these items; the reports that they name are made with two pages each.

    A report given as `("budget", 5)` in place of its keys is made with five pages as reports/budget.pdf.
    """
    path.mkdir(parents=True, exist_ok=True)
    for item in items:
        item["reports"] = [_report(path, report) for report in item.get("reports", [])]
    document = {**NORBURY, **keys, "items": items}
    (path / "meeting.agenda").write_text(json.dumps(document), encoding="utf-8")
    return path


def _report(folder: Path, report: Any) -> dict[str, Any]:
    if isinstance(report, dict):
        return report
    name, pages = report
    make_report(folder / "reports" / f"{name}.pdf", pages, name)
    return {"title": name.capitalize(), "file": f"reports/{name}.pdf"}
