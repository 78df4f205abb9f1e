"""One row of the agenda: number, time, title with all that stands under it, and pages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agendabuilder.domain.forms import minutes_text, time_text
from agendabuilder.domain.item import Access, Item
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.timetable import Slot
from agendabuilder.domain.worded import report_name, worded_for
from agendabuilder.pack.front.columns import Columns
from agendabuilder.pack.front.composition import Composition
from agendabuilder.pack.front.flow import Band, Words, gap, hung, text_bands, together, with_next
from agendabuilder.pack.front.fonts import plain, text_width
from agendabuilder.pack.front.prose import Measure, set_blocks
from agendabuilder.pack.front.rich_text import read_rich_text
from agendabuilder.pack.front.row_pages import item_pages, report_pages
from agendabuilder.pack.front.row_words import item_ground, report_ground, to_follow_text
from agendabuilder.pack.front.style import MM, PAGE_HEIGHT, Type
from agendabuilder.pack.front.tags import Element, other_language
from agendabuilder.pack.front.typeset import Span

_KEPT_WHOLE = PAGE_HEIGHT * 0.16
_NARROWEST = 55 * MM  # sub-items that would leave less for the text are not set in any further


@dataclass(frozen=True, slots=True)
class RowSetting:
    """What all rows share: the columns, and every item's number and slot by its id."""

    comp: Composition
    columns: Columns
    numbers: Mapping[str, str]
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row in the structure; none for a column that is left out."""

    text: Element
    pages: Element | None


def set_row(setting: RowSetting, item: Item, left: float | None, body: Element) -> tuple[float, list[Band]]:
    """Where the item's text begins, and its bands without those of its sub-items.

    `left` is where the number of a sub-item stands; none for an item of the top level. A row that is not long
    stays whole on its page.
    """
    row = body.add("TR")
    row.language = other_language(item.language, setting.comp.meeting.look.language)
    comp = replace(setting.comp, meeting=worded_for(item, setting.comp.meeting))
    setting = replace(setting, comp=comp)
    x, number = _number(setting, item, left, row)
    time = _time(setting, item, row)
    cells = _Cells(row.add("TD"), row.add("TD") if setting.columns.pages is not None else None)
    pages = item_pages(comp, item, setting.numbers.get(item.id, ""), cells.pages)
    text = _text(setting, item, x, cells) or [Band(comp.style.leading)]
    bands = hung(text, before=(number, time), after=(pages,))
    if sum(band.height for band in bands) < _KEPT_WHOLE:
        bands = together(bands)
    return x, [replace(band, row=item.id) for band in bands]


def _number(setting: RowSetting, item: Item, left: float | None, row: Element) -> tuple[float, list[Band]]:
    """Where the row's text begins, and its number: in the first column, or before the title of a sub-item."""
    columns, style = setting.columns, setting.comp.style
    deep = left is not None and columns.text_right - left < _NARROWEST
    if columns.number is None:
        return columns.text if left is None else left if deep else left + 6 * MM, []
    text = plain(setting.numbers.get(item.id, "")).strip()
    cell = row.add("TH", Scope="Row") if text else row.add("TD")
    if left is None:
        left, x = columns.number, columns.text
        right = columns.text if columns.time is None else columns.time
    else:
        left = left - 11 * MM if deep else left
        x = right = left + max(11 * MM, text_width(text, style.title.face, style.title.size) + 2.5 * MM)
    spans = [Span(text, style.title, cell.leaf())] if text else []
    return x, text_bands(spans, left, right - left - 1 * MM, style.leading)


def _time(setting: RowSetting, item: Item, row: Element) -> list[Band]:
    """When the item starts; under it, in grey, how long it is to take."""
    if setting.columns.time is None:
        return []
    comp, cell = setting.comp, row.add("TD")
    slot = setting.slots.get(item.id, Slot())
    lines = []
    if slot.start:
        lines.append((time_text(slot.start, comp.meeting.table.times, comp.language), comp.style.body))
    if comp.meeting.table.show_minutes and item.minutes:
        lines.append((minutes_text(item.minutes, comp.language), comp.style.label))
    return [_single(text, kind, cell.add("P"), setting.columns.time, comp.style.leading) for text, kind in lines]


def _single(text: str, kind: Type, tag: Element, x: float, leading: float) -> Band:
    """One line that is never broken."""
    return Band(leading, (Words(x, leading / 2 + 0.33 * kind.size, (Span(text, kind, tag.leaf()),)),))


def _text(setting: RowSetting, item: Item, x: float, cells: _Cells) -> list[Band]:
    """The title, which is never divided from what comes next, and everything under it."""
    comp, style = setting.comp, setting.comp.style
    width = setting.columns.text_right - x
    title = plain(item.title).strip()
    title = title.upper() if comp.meeting.look.capital_titles else title
    head = text_bands([Span(title, style.title, cells.text.add("P").leaf())], x, width, style.leading) if title else []
    measure = Measure(style.body, x, width, style.leading, style.accent)
    parts = [
        set_blocks(read_rich_text(fill_places(item.text, comp.meeting)), cells.text, measure),
        _contributors(comp, item, cells.text, x, width),
        _reports(setting, item, x, cells),
        _remarks(setting, item, x, cells.text),
    ]
    under = [band for part in parts if part for band in (gap(style.paragraph_gap), *part)][1:]
    if under:
        return [*with_next([*head, gap(style.title_gap)]), *under] if head else under
    return with_next(head) if item.items else together(head)


def _contributors(comp: Composition, item: Item, cell: Element, x: float, width: float) -> list[Band]:
    lines = [line for line in (plain(person.line).strip() for person in item.contributors) if line]
    if not lines:
        return []
    style, wording = comp.style, comp.meeting.wording
    label = plain(wording.contributor if len(lines) == 1 else wording.contributors).strip()
    bands: list[Band] = []
    if label:
        bands = with_next(text_bands([Span(label, style.label, cell.add("P").leaf())], x, width, style.small_leading))
    listing = cell.add("L", ListNumbering="None")
    for line in lines:
        span = Span(line, style.small, listing.add("LI").add("LBody").leaf())
        bands += text_bands([span], x, width, style.small_leading, hang=style.small.size)
    return bands


def _reports(setting: RowSetting, item: Item, x: float, cells: _Cells) -> list[Band]:
    """The reports' titles, each with its own pages, when the table shows them."""
    comp = setting.comp
    if not comp.meeting.table.show_report_titles or not item.reports:
        return []
    listing = cells.text.add("L", ListNumbering="None")
    bands: list[Band] = []
    for report in item.reports:
        span = Span(plain(report_name(report, comp.language)), comp.style.small, listing.add("LI").add("LBody").leaf())
        width = setting.columns.text_right - x
        title = text_bands([span], x, width, comp.style.small_leading)
        # A single report has the pages of its item, which stand there already.
        pages = report_pages(comp, report, cells.pages) if len(item.reports) > 1 else []
        bands += hung(title, after=[pages])
    return bands


def _remarks(setting: RowSetting, item: Item, x: float, cell: Element) -> list[Band]:
    """In calm grey: what is to follow, how long the item takes, and why it is not public."""
    comp, style = setting.comp, setting.comp.style
    texts: list[str] = []
    if setting.columns.time is None and comp.meeting.table.show_minutes and item.minutes:
        texts.append(minutes_text(item.minutes, comp.language))
    texts += [to_follow_text(report, comp.meeting.date, comp.language) for report in item.reports if report.to_follow]
    texts.append(item_ground(item, comp.meeting))
    if item.access is Access.PUBLIC:
        texts += [report_ground(report, comp.meeting, comp.language) for report in item.reports]
    bands: list[Band] = []
    for text in filter(None, texts):
        bands += comp.line(text, style.label, cell.add("P"), x, style.small_leading, setting.columns.text_right)
    return bands
