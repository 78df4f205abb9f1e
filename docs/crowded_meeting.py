"""A meeting that is hard on the window: many items and reports, and Welsh names as long as they come."""

import json
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

ITEMS, REPORTS = 40, 200


def crowded_meeting(folder: Path) -> Path:
    """A folder with a meeting of 40 items and 200 reports."""
    (folder / "reports").mkdir(parents=True)
    name = "Adroddiad blynyddol y Cyfarwyddwr Tai, Adfywio a Gwasanaethau Amgylcheddol"
    each = REPORTS // ITEMS
    for number in range(REPORTS):
        canvas = Canvas(str(folder / "reports" / f"{number + 1} {name}.pdf"))
        for page in range(2):
            canvas.drawString(72, 760, f"{name}, {number + 1}.{page + 1}")
            canvas.showPage()
        canvas.save()
    place = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    items = [
        {
            "title": f"{name} am y flwyddyn hyd at 31 Mawrth {1988 + number}, {place}",
            "text": f"To **consider** the report on {place}.",
            "minutes": 5,
            "access": "exempt" if number % 5 == 4 else "public",
            "paragraphs": [3] if number % 5 == 4 else [],
            "contributors": [{"name": "Cyng. Angharad ap Gwilym-Puw", "role": name, "organisation": place}],
            "reports": [
                {"title": f"{name} ({report + 1})", "file": f"reports/{report + 1} {name}.pdf"}
                for report in range(number * each, (number + 1) * each)
            ],
        }
        for number in range(ITEMS)
    ]
    meeting = {
        "format": 1, "organisation": f"Cyngor Sir {place}", "committee": "Pwyllgor Craffu Tai ac Adfywio Cymunedol",
        "date": "2027-03-04", "start": "10:00", "venue": f"Siambr y Cyngor, {place}", "items": items,
        "members": [{"name": f"Cyng. Myfanwy Gwenllian Llywelyn-Parry {n}", "role": "member"} for n in range(24)],
        "notices": [{"title": name, "text": name} for _ in range(12)],
    }  # fmt: skip
    (folder / "meeting.agenda").write_text(json.dumps(meeting), encoding="utf-8")
    return folder
