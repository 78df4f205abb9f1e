"""What has changed since the last issue, on the HTML page: a list, since its readers have no sheets to swap."""

from agendabuilder.domain.change_sheet import ChangeLine, ChangeSheet
from agendabuilder.pack.html_nodes import Node, add


def add_changes(main: Node, sheet: ChangeSheet | None) -> None:
    """The change sheet's lines; nothing where there is none."""
    if sheet is None or not sheet.lines:
        return
    section = add(main, "section", class_="changes", aria_labelledby="changes")
    add(section, "h2", sheet.heading or "What has changed", id="changes")
    add(section, "p", sheet.follows)
    listing = add(section, "ul")
    for line in sheet.lines:
        point = add(listing, "li", line.what)
        if pages := _pages(line):
            add(point, "span", f" {pages}", class_="remark")


def _pages(line: ChangeLine) -> str:
    """Where the pages were and where they are now."""
    before = f"Before: {line.old_pages}." if line.old_pages else ""
    now = f"Now: {line.new_pages}." if line.new_pages else ""
    return " ".join(part for part in (before, now) if part)
