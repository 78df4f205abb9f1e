"""What has changed since the last issue, on the HTML page: a list, since its readers have no sheets to swap."""

from agendabuilder.domain.change_sheet import ChangeSheet, pages_moved
from agendabuilder.domain.language import Language
from agendabuilder.pack.html.html_nodes import Node, add


def add_changes(main: Node, sheet: ChangeSheet | None, language: Language) -> None:
    """The change sheet's lines; nothing where there is none."""
    if sheet is None or not sheet.lines:
        return
    section = add(main, "section", class_="changes", aria_labelledby="changes")
    add(section, "h2", sheet.heading or language.wording.changes, id="changes")
    add(section, "p", sheet.follows)
    listing = add(section, "ul")
    for line in sheet.lines:
        point = add(listing, "li", line.what)
        if pages := pages_moved(line, sheet.wording):
            add(point, "span", f" {pages}", class_="remark")
