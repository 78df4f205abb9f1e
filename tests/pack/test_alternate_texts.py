"""The clerk's alternate texts find their pictures, also where a report's pages stand apart."""

from dataclasses import replace
from pathlib import Path

import pikepdf
from pack.pack_making import assemble, make_contents, make_pdf
from pack.tagged_making import elements, item_parts, make_tagged
from pikepdf import Name

from agendabuilder.domain.item import Report
from agendabuilder.domain.pagination import plan_of_pages


def test_texts_are_counted_on_over_a_report_whose_pages_stand_apart(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2, ["Figure"])
    make_pdf(tmp_path / "b.pdf", 1)
    texts = ("The first page's", "The second page's")
    contents = make_contents(tmp_path, [("Business", [Report(file="a.pdf", alt_texts=texts), Report(file="b.pdf")])])
    pages = {(page.report_id, page.source_page): page for page in contents.plan.pages}
    first, second = (pages[contents.meeting.items[0].reports[0].id, number] for number in (1, 2))
    between = next(page for page in contents.plan.pages if page.report_id and page.report_id != first.report_id)
    front = [page for page in contents.plan.pages if not page.report_id]
    apart = replace(contents, plan=plan_of_pages([*front, first, between, second], contents.plan.front_pages))
    out, assembled = assemble(tmp_path, apart)
    assert [tags.figures for tags in assembled.tags] == [1, 0, 1]
    with pikepdf.open(out) as pdf:
        figures = [each for each in elements(item_parts(pdf)[0]) if Name.Figure == each.S]
        assert [str(each.Alt) for each in figures] == [*texts]
