"""Compares the pages of a pack with those of its reports, as pictures: they are the same but for what we print."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from agendabuilder.domain.pagination import PageKind
from agendabuilder.pack.body.body import stamp_texts
from agendabuilder.pack.stamps.page_stamps import stamps_of
from agendabuilder.pack.stamps.stamp import place_stamps
from agendabuilder.pack.stamps.stamp_font import embed_stamp_font
from agendabuilder.pack.stamps.stamp_place import PageFrame

_LONG_SIDE = 500
"""Pixels."""

_STEP = 48
"""By how much (of 255) a pixel may differ: the edges of letters are drawn a little differently behind a clip."""

_AROUND = 5.0
"""Points around a stamp that belong to it: its plate, the edges of its letters."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much of a page of the pack is not as in its report: the share of its pixels."""

    report_id: str
    page: int
    share: float


def differences(pack, contents) -> Iterator[Difference]:
    """One for each page of a report, in the order of the pack."""
    with pikepdf.new() as scratch, pypdfium2.PdfDocument(pack) as finished:
        finished.init_forms()
        font = embed_stamp_font(scratch, stamp_texts(contents))
        for report_id, ready in contents.prepared.items():
            planned = [
                page for page in contents.plan.pages if page.report_id == report_id and page.kind is PageKind.REPORT
            ]
            with pypdfium2.PdfDocument(ready.path) as report:
                report.init_forms()
                for page, number, facts in zip(planned, ready.chosen, ready.pages, strict=True):
                    frame = PageFrame((0, 0, facts.width, facts.height))
                    places = place_stamps(stamps_of(page, contents), frame, facts.ink, font)
                    rects = [place.rect for _, place in places]
                    before, after = _drawn(report[number - 1]), _drawn(finished[page.sheet - 1])
                    yield Difference(report_id, number, _share(before, after, rects, facts.width, facts.height))


def _drawn(page) -> Image.Image:
    scale = _LONG_SIDE / max(*page.get_size(), 1)
    return page.render(scale=scale, grayscale=True).to_pil().convert("L")


def _share(before, after, rects, width, height) -> float:
    """The share of pixels that differ outside the stamps; all of them when the pages are not of one size."""
    if abs(before.width - after.width) > 1 or abs(before.height - after.height) > 1:
        return 1.0
    changed = ImageChops.difference(before, after.resize(before.size)).point(lambda step: 255 * (step > _STEP))
    draw = ImageDraw.Draw(changed)
    across, down = before.width / width, before.height / height
    for left, bottom, right, top in rects:
        upper = (left - _AROUND) * across, (height - top - _AROUND) * down
        draw.rectangle((*upper, (right + _AROUND) * across, (height - bottom + _AROUND) * down), fill=0)
    return sum(changed.histogram()[1:]) / (before.width * before.height)
