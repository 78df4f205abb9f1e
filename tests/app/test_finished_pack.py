"""Before a pack is published it is looked through: what comes from a report is told, what is our own doing stops it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from making import make_folder, make_report
from pikepdf import Dictionary, Name, Pdf

from agendabuilder import paths
from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.finished_pack import look_through, look_through_folder, look_through_for_issue
from agendabuilder.app.issue_pack import issue_pack
from agendabuilder.app.made_packs import BuiltPack, IssueOrder
from agendabuilder.domain.acceptance import accept_finding
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.errors import FolderError, PackNotProvenError
from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.preflight.pack_verdict import PackVerdict
from agendabuilder.progress import SilentProgress
from agendabuilder.store.build_record import read_record, record_file
from agendabuilder.store.issues import IssuesFolder
from agendabuilder.store.meeting_folder import MeetingFolder, open_folder

TODAY = date(2027, 2, 20)
FRONT, BUDGET = 1, 5


def made(tmp_path: Path) -> MeetingFolder:
    items = [{"title": "Minutes", "reports": [("minutes", 2)]}, {"title": "Budget", "reports": [("budget", 3)]}]
    return open_folder(make_folder(tmp_path / "meeting", items))


def change_report(folder: MeetingFolder, change: Callable[[Pdf], None]) -> None:
    path = folder.path / "reports" / "budget.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)


def built(folder: MeetingFolder) -> BuiltPack:
    return build_packs(folder, paths.cache(), TODAY, SilentProgress())[0]


def verdict(folder: MeetingFolder) -> PackVerdict:
    pack = built(folder)
    return look_through(pack.file, pack.record, paths.cache(), SilentProgress())


def spoil(pdf: Pdf, sheet: int = 2) -> None:
    page = pdf.pages[sheet - 1].obj
    contents = page.Contents if isinstance(page.Contents, pikepdf.Stream) else page.Contents[1]
    contents.write(contents.read_bytes() + b" <41 ( ")


def spoiled(pack: BuiltPack, change: Callable[[Pdf], None]) -> BuiltPack:
    """The pack as it would be if the program had made it so."""
    with pikepdf.open(pack.file, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(pack.file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return replace(pack, record=replace(pack.record, fingerprint=fingerprint_of(pack.file)))


def use_a_font_that_is_not_there(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Garamond"))
    pdf.pages[0].obj.Resources.Font.Gar = font


def test_a_good_pack_has_nothing_to_say(tmp_path: Path) -> None:
    assert verdict(made(tmp_path)) == PackVerdict()


def test_damage_in_a_report_names_it_with_its_page_in_the_pack_and_what_to_ask(tmp_path: Path) -> None:
    folder = made(tmp_path)
    change_report(folder, spoil)
    found = verdict(folder)
    (finding,) = found.findings
    assert not found.faults
    assert (finding.code, finding.severity) == ("pack-damaged", Severity.WARNING)
    assert finding.sentence == (
        "Item 2 “Budget”: the file “budget.pdf” is damaged: viewers may not show all of page 6 of the pack."
    )
    report = folder.load().items[1].reports[0]
    assert (finding.item_id, finding.report_id) == (folder.load().items[1].id, report.id)
    assert finding.for_author == "“budget.pdf” is damaged; please print it to a new PDF and send that."


def test_fonts_that_are_not_in_the_pack_are_one_note_that_names_the_reports(tmp_path: Path) -> None:
    folder = made(tmp_path)
    change_report(folder, use_a_font_that_is_not_there)
    (finding,) = verdict(folder).findings
    assert (finding.code, finding.severity) == ("pack-fonts", Severity.NOTE)
    assert finding.sentence == (
        "The pack has not all its fonts in it; they are missing in Item 2 “Budget” “budget.pdf” (Garamond)."
    )


def mislead_readers(pdf: Pdf) -> None:
    pdf.pages[BUDGET - 1].obj.StructParents = pdf.pages[BUDGET].obj.StructParents


def lose_our_fonts(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and "/FontFile2" in each:
            del each["/FontFile2"]


def unmark(pdf: Pdf, sheet: int) -> None:
    """Words that no element claims, on a page."""
    page = pdf.pages[sheet - 1].obj
    page.Contents.append(pdf.make_stream(b"/P <</MCID 999>> BDC EMC"))


OURS: list[tuple[Callable[[Pdf], None], str]] = [
    (lambda pdf: spoil(pdf, FRONT), "Page 1 is damaged"),
    (lose_our_fonts, "Page 1 lacks the font SourceSans3"),
    (mislead_readers, "Page 5 would be read out wrongly: the index"),
    (lambda pdf: unmark(pdf, FRONT), "Page 1 would be read out wrongly: words on a page belong to no element"),
]


@pytest.mark.parametrize(("fault", "sentence"), OURS, ids=["page", "font", "index", "words"])
def test_a_fault_of_our_own_is_never_issued(tmp_path: Path, fault: Callable[[Pdf], None], sentence: str) -> None:
    folder = made(tmp_path)
    pack = spoiled(built(folder), fault)
    with pytest.raises(PackNotProvenError) as refused:
        look_through_for_issue(pack, folder.load(), paths.cache(), SilentProgress())
    assert sentence in refused.value.title
    assert "Nothing was issued" in refused.value.advice


def test_words_of_a_report_that_nobody_would_read_out_are_told_and_do_not_stop_the_issue(tmp_path: Path) -> None:
    folder = made(tmp_path)
    pack = spoiled(built(folder), lambda pdf: unmark(pdf, BUDGET))
    record = look_through_for_issue(pack, folder.load(), paths.cache(), SilentProgress()).record
    (finding,) = (each for each in record.findings if each.code == "pack-tags")
    assert "“budget.pdf” has tags that do not fit its words on page 5 of the pack" in finding.sentence


def test_an_issue_is_looked_through_and_its_record_says_what_was_found(tmp_path: Path) -> None:
    folder = made(tmp_path)
    change_report(folder, spoil)
    issue = issue_pack(folder, paths.cache(), TODAY, SilentProgress(), IssueOrder(who="B Ó Briain"))
    kept = read_record(IssuesFolder(folder.path).files(1)[0])
    assert kept == issue.packs[0].record
    assert kept.looked_through
    assert "pack-damaged" in codes(kept.findings)
    assert not built(folder).record.looked_through


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def test_what_the_clerk_lets_stand_is_not_told_again_by_the_issue(tmp_path: Path) -> None:
    folder = made(tmp_path)
    change_report(folder, spoil)
    (finding,) = verdict(folder).findings
    folder.save(accept_finding(folder.load(), finding, "The author is on leave."))
    issue = issue_pack(folder, paths.cache(), TODAY, SilentProgress(), IssueOrder())
    assert "pack-damaged" not in codes(issue.packs[0].record.findings)


@pytest.mark.parametrize(("way", "page"), [(IssueMode.KEEP, "8a"), (IssueMode.SUPPLEMENT, "15")])
def test_in_a_later_issue_pages_are_named_as_they_are_printed_there(tmp_path: Path, way: IssueMode, page: str) -> None:
    folder = made(tmp_path)
    issue_pack(folder, paths.cache(), TODAY, SilentProgress(), IssueOrder())
    make_report(folder.path / "reports" / "budget.pdf", 5, "budget, corrected")
    change_report(folder, lambda pdf: spoil(pdf, 5))
    late = issue_pack(folder, paths.cache(), TODAY, SilentProgress(), IssueOrder(way))
    (finding,) = (each for each in late.packs[0].record.findings if each.code == "pack-damaged")
    assert f"all of page {page} of the pack" in finding.sentence


def test_a_pack_without_fault_is_not_looked_through_again_when_it_is_issued(tmp_path: Path) -> None:
    class Stages(SilentProgress):
        def __init__(self) -> None:
            self.titles: list[str] = []

        def stage(self, title: str, steps: int) -> None:
            self.titles += [title] * bool(steps)

    def titles(folder: MeetingFolder) -> list[str]:
        watched = Stages()
        issue_pack(folder, paths.cache(), TODAY, watched, IssueOrder())
        return watched.titles

    folder = made(tmp_path)
    verdict(folder)
    assert "Looking through the finished pack" not in titles(folder)
    change_report(folder, use_a_font_that_is_not_there)
    verdict(folder)
    assert "Looking through the finished pack" in titles(folder)


def test_an_older_record_without_a_fingerprint_is_taken_at_its_word(tmp_path: Path) -> None:
    pack = built(made(tmp_path))
    older = replace(pack.record, fingerprint="")
    assert look_through(pack.file, older, paths.cache(), SilentProgress()) == PackVerdict()


def test_a_pack_that_another_program_has_changed_is_not_judged_as_ours(tmp_path: Path) -> None:
    folder = made(tmp_path)
    pack = built(folder)
    spoiled(pack, lambda pdf: spoil(pdf, FRONT))
    ((file, found),) = look_through_folder(folder.path, paths.cache(), SilentProgress())
    assert file == pack.file
    assert (codes(found.findings), found.faults) == ({"pack-changed"}, ())


def test_packs_for_members_and_the_public_are_each_looked_through(tmp_path: Path) -> None:
    sale = {"title": "Sale", "public_title": "A matter", "access": "exempt", "paragraphs": [3]}
    items = [{"title": "Minutes", "reports": [("minutes", 1)]}, {**sale, "reports": [("offer", 2)]}]
    folder = open_folder(make_folder(tmp_path / "meeting", items))
    build_packs(folder, paths.cache(), TODAY, SilentProgress())
    looked = look_through_folder(folder.path, paths.cache(), SilentProgress())
    assert [found for _, found in looked] == [PackVerdict(), PackVerdict()]


def test_a_folder_without_a_pack_and_a_record_that_is_none_are_said(tmp_path: Path) -> None:
    folder = made(tmp_path)
    with pytest.raises(FolderError, match="no finished pack"):
        look_through_folder(folder.path, paths.cache(), SilentProgress())
    record_file(built(folder).file).write_text("{}", "utf-8")
    with pytest.raises(FolderError, match="cannot be read"):
        look_through_folder(folder.path, paths.cache(), SilentProgress())


def test_a_report_of_pdf_2_does_not_raise_the_version_of_the_pack(tmp_path: Path) -> None:
    folder = made(tmp_path)
    make_report(folder.path / "reports" / "budget.pdf", 3, "budget")
    path = folder.path / "reports" / "budget.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Version = Name("/2.0")
        pdf.pages[0].obj.OutputIntents = pikepdf.Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX)])
        pdf.save(path, force_version="2.0")
    pack = built(folder)
    with pikepdf.open(pack.file) as pdf:
        assert pdf.pdf_version == "1.7"
        assert Name.Version not in pdf.Root
    assert look_through(pack.file, pack.record, paths.cache(), SilentProgress()) == PackVerdict()
