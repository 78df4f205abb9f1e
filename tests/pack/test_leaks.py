"""Nothing of what is exempt is in a public pack, and a pack with anything of it is refused."""

import codecs
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from agendabuilder import paths
from agendabuilder.app.new_meeting import new_meeting
from agendabuilder.app.sample import copy_sample
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.change_sheet import ChangeLine, ChangeSheet
from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PageKind, PlannedPage, plan_of_pages
from agendabuilder.domain.people import Contributor, Member
from agendabuilder.errors import ExemptWordsFoundError
from agendabuilder.pack.front.front_matter import draw_front_matter
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.proof.exempt_words import ExemptWords, exempt_words
from agendabuilder.pack.proof.leak_check import refuse_leaks
from agendabuilder.pack.proof.public_words import PublicWords
from agendabuilder.pack.proof.report_texts import all_texts, read_report_texts
from agendabuilder.pack.proof.word_runs import are_known, words_around, words_of
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.store.template_library import TemplateLibrary
from tests.pack.leak_planting import PLANTS, Edit, page_text
from tests.pack.pack_making import HOUSING, all_bytes, make_pdf
from tests.pack.public_making import lay_out, prepare, with_ids, write
from tests.pack.secret_making import BESIDE, SENTENCE, exempt_report

MEMBERS = (Member("Ann Ash", "Vice-Chairman", "Labour"), Member("Ben Birch", "Chair", "Green", co_opted=True))
LIBRARY = TemplateLibrary((paths.shipped_templates(),))


def with_secrets(folder: Path, marker: str = BESIDE) -> Meeting:
    """A meeting with a public report, an exempt one and an exempt appendix of a public item."""
    make_pdf(folder / "plan.pdf", 2)
    exempt_report(folder / f"{marker} bid.pdf", 3, marker)
    exempt_report(folder / f"{marker} annex.pdf", 1, marker)
    bid = Report(file=f"{marker} bid.pdf", title=f"{marker} offer", public_title="Offers")
    annex = Report(file=f"{marker} annex.pdf", title=f"{marker} plan", access=Access.CONFIDENTIAL)
    items = [
        Item(title="Plan", reports=(Report(file="plan.pdf", title="The plan"), annex)),
        Item(
            title=f"{marker} sale",
            public_title="Sale of land",
            text=f"<p>{marker} was first.</p>",
            urgency=f"{marker} cannot wait",
            contributors=(Contributor(f"{marker} Director", "Director"),),
            access=Access.EXEMPT,
            paragraphs=(3,),
            reports=(bid,),
        ),
    ]
    return with_ids(HOUSING, items)


def secrets_of(folder: Path, meeting: Meeting) -> ExemptWords:
    return exempt_words(meeting, prepare(folder, meeting), ReportCache(folder / "cache"))


def search(pack: Path, contents: PackContents, secrets: ExemptWords) -> None:
    refuse_leaks(pack, contents, secrets, ReportCache(pack.parent / "cache"), SilentProgress())


def holds(pack: Path, marker: str) -> bool:
    """Whether a word stands in the pack's bytes, packed or unpacked, in any of PDF's encodings."""
    forms = (marker.encode(), marker.encode("utf-16-be"), marker.encode().hex().encode())
    return any(form.lower() in data.lower() for data in (pack.read_bytes(), all_bytes(pack)) for form in forms)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[str, Meeting]:
    """A marker, and a meeting that says it wherever something exempt may; files are made by `make_files`."""
    marker = draw(st.text("bcdfghjklmnpqrstvwxz", min_size=9, max_size=14))
    count = iter(range(100))

    def report(above: Access) -> Report:
        access = max(above, draw(st.sampled_from(Access)), key=list(Access).index)
        at = next(count)
        if access is Access.PUBLIC:
            return Report(f"r{at}", f"Paper {at}", f"paper{at}.pdf", draw(st.sampled_from(["", "1"])))
        titled = {"title": f"{marker} {at}", "public_title": draw(st.sampled_from(["", f"Paper {at}"]))}
        if draw(st.integers(0, 4)) == 0:
            return Report(f"r{at}", access=access, to_follow=ToFollow("Finance"), **titled)
        own = access if access is not above else Access.PUBLIC
        return Report(f"r{at}", file=f"{marker}{at}.pdf", access=own, late_reason=f"{marker} late", **titled)

    def item(depth: int, above: Access) -> Item:
        own = draw(st.sampled_from(Access))
        access = max(above, own, key=list(Access).index)
        at = next(count)
        below = draw(st.integers(0, 2 - depth))
        plain = Item(
            id=f"i{at}",
            title=f"Business {at}",
            access=own,
            paragraphs=tuple(draw(st.sets(st.integers(1, 7), max_size=2))),
            reports=tuple(report(access) for _ in range(draw(st.integers(0, 2)))),
            items=tuple(item(depth + 1, access) for _ in range(below)),
        )
        if access is Access.PUBLIC:
            return plain
        person = Contributor(f"{marker} Director", "Director", marker)
        titled = replace(plain, title=f"{marker} sale", public_title="A matter") if draw(st.booleans()) else plain
        return replace(titled, text=f"{marker} was first.", urgency=f"{marker} cannot wait", contributors=(person,))

    items = tuple(item(0, Access.PUBLIC) for _ in range(draw(st.integers(1, 3))))
    settings = {name: draw(st.booleans()) for name in ("blank_pages", "count_front", "public_keeps_comments")}
    return marker, replace(HOUSING, items=items, **settings)


def make_files(folder: Path, marker: str, meeting: Meeting) -> None:
    for _, report in meeting.all_reports():
        if report.file.startswith("paper"):
            make_pdf(folder / report.file, 2)
        elif report.file:
            exempt_report(folder / report.file, 2, marker)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meetings())
def test_no_marker_of_anything_exempt_is_anywhere_in_the_public_pack(made: tuple[str, Meeting]) -> None:
    marker, meeting = made
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        make_files(folder, marker, meeting)
        contents = lay_out(folder, meeting, Audience.PUBLIC)
        pack = write(folder, contents, "public.pdf")
        assert not holds(pack, marker)
        search(pack, contents, secrets_of(folder, meeting))


def test_the_markers_of_that_test_are_in_the_members_pack(tmp_path: Path) -> None:
    members = write(tmp_path, lay_out(tmp_path, with_secrets(tmp_path, "zrqvkmarker"), Audience.MEMBERS))
    assert holds(members, "zrqvkmarker")


def sold_land(folder: Path) -> tuple[Path, PackContents, ExemptWords]:
    """A proven public pack, what it was made of, and what may not be in it."""
    meeting = with_secrets(folder)
    canvas = Canvas(str(folder / f"{BESIDE} bid.pdf"), invariant=True)
    canvas.setTitle(BESIDE)
    canvas.drawString(50, 500, f"{SENTENCE} in writing.")
    canvas.save()
    contents = lay_out(folder, meeting, Audience.PUBLIC)
    return write(folder, contents, "public.pdf"), contents, secrets_of(folder, meeting)


@pytest.mark.parametrize("mode", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
@pytest.mark.parametrize(("plant", "place"), PLANTS, ids=[plant.__name__ for plant, _ in PLANTS])
def test_a_leak_is_found_wherever_it_is_and_the_error_says_where_but_not_what(
    tmp_path: Path, plant: Edit, place: str, mode: pikepdf.ObjectStreamMode
) -> None:
    pack, contents, secrets = sold_land(tmp_path)
    search(pack, contents, secrets)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        plant(pdf)
        pdf.save(object_stream_mode=mode)
    with pytest.raises(ExemptWordsFoundError) as refused:
        search(pack, contents, secrets)
    assert place in refused.value.places
    assert "Quillback" not in str(refused.value)


def test_words_behind_the_end_and_left_over_objects_are_found(tmp_path: Path) -> None:
    pack, contents, secrets = sold_land(tmp_path)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        pdf.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    search(pack, contents, secrets)
    sound = pack.read_bytes()
    for leftover in (
        sound + f"% {BESIDE}\n".encode(),
        sound + b"9999 0 obj\n(nothing)\nendobj\nstartxref\n0\n%%EOF\n",
        sound.replace(b"xref\n0", b"9999 0 obj\n(nothing)\nendobj\nxref\n0", 1),
    ):
        pack.write_bytes(leftover)
        with pytest.raises(ExemptWordsFoundError, match="no page shows"):
            search(pack, contents, secrets)


def test_words_in_sixteen_bits_are_read(tmp_path: Path) -> None:
    pack, contents, secrets = sold_land(tmp_path)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        pdf.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    hidden = codecs.BOM_UTF16_BE + BESIDE.encode("utf-16-be")
    pack.write_bytes(
        pack.read_bytes().replace(b"/Type /Catalog", b"/Type /Catalog /X <" + hidden.hex().encode() + b">")
    )
    with pytest.raises(ExemptWordsFoundError):
        search(pack, contents, secrets)


def test_a_picture_of_an_exempt_report_is_found_though_it_says_nothing(tmp_path: Path) -> None:
    make_pdf(tmp_path / "plan.pdf", 1)
    scan = tmp_path / "scan.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        image = pdf.make_stream(b"\xff\xd8" + bytes(range(200)) * 3, Type=Name.XObject, Subtype=Name.Image)
        image.update(
            Dictionary(Width=8, Height=8, ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode)
        )
        page.Resources = Dictionary(XObject=Dictionary(Im=image))
        page.Contents = pdf.make_stream(b"q 500 0 0 800 0 0 cm /Im Do Q")
        pdf.save(scan)
    secret = Report(file="scan.pdf", title="Signed letter", access=Access.EXEMPT)
    meeting = with_ids(HOUSING, [Item(title="Plan", reports=(Report(file="plan.pdf"), secret))])
    contents, secrets = lay_out(tmp_path, meeting, Audience.PUBLIC), secrets_of(tmp_path, meeting)
    assert secrets.wordless == ("Signed letter",)
    pack = write(tmp_path, contents, "public.pdf")
    search(pack, contents, secrets)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf, pikepdf.open(scan) as source:
        pdf.pages[2].obj.Resources.XObject = Dictionary(Im=pdf.copy_foreign(source.pages[0].Resources.XObject.Im))
        pdf.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pytest.raises(ExemptWordsFoundError, match="picture"):
        search(pack, contents, secrets)


def say(path: Path, *lines: str) -> str:
    canvas = Canvas(str(path), invariant=True)
    canvas.setTitle("Report to the committee")
    for at, line in enumerate(lines):
        canvas.drawString(50, 700 - 20 * at, line)
    canvas.save()
    return path.name


def test_what_public_and_exempt_reports_have_in_common_is_no_leak(tmp_path: Path) -> None:
    head = ("Norbury Council Housing Committee", "Thursday 4 March 2027", "Report of the Director of Housing")
    law = "The public are excluded under section 100A of the Local Government Act 1972."
    public = say(tmp_path / "public.pdf", *head, law, "We recommend the plan. Page 3")
    secret = say(tmp_path / "secret.pdf", *head, law, "Nothing else is said. Page 3")
    items = [
        Item(title="Minutes", reports=(Report(file=public, title="Minutes"),)),
        Item(title="Housing", reports=(Report(file=secret, title="Minutes", access=Access.EXEMPT),)),
    ]
    meeting = with_ids(HOUSING, items)
    contents = lay_out(tmp_path, meeting, Audience.PUBLIC)
    search(write(tmp_path, contents), contents, secrets_of(tmp_path, meeting))


def test_one_file_may_hold_a_public_report_and_its_exempt_appendix(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "both.pdf"), invariant=True)
    for line in ("The lifts are old and slow and sometimes stop", SENTENCE):
        canvas.drawString(50, 500, line)
        canvas.showPage()
    canvas.save()
    shown = Report(file="both.pdf", title="Lifts", pages="1")
    secret = Report(file="both.pdf", title="Appendix: bids", pages="2", access=Access.EXEMPT)
    meeting = with_ids(HOUSING, [Item(title="Lifts", reports=(shown, secret))])
    contents, secrets = lay_out(tmp_path, meeting, Audience.PUBLIC), secrets_of(tmp_path, meeting)
    pack = write(tmp_path, contents)
    search(pack, contents, secrets)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        page_text(pdf)
        pdf.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pytest.raises(ExemptWordsFoundError, match="page 3"):
        search(pack, contents, secrets)


@pytest.mark.parametrize("template_id", [*LIBRARY.ids(), "sample"])
def test_every_word_that_a_front_sheet_prints_is_known_to_be_public(tmp_path: Path, template_id: str) -> None:
    """Else a heading, shared with an exempt report's cover, would be taken for a leak."""
    if template_id == "sample":
        folder = copy_sample(tmp_path / "meeting")
    else:
        folder = new_meeting(tmp_path / "meeting", template_id, date(2027, 3, 4), "Norbury")
    meeting = folder.load()
    meeting = replace(meeting, members=MEMBERS, table=replace(meeting.table, show_minutes=True, show_times=True))
    contents = lay_out(folder.path, meeting, Audience.PUBLIC)
    front = PdfReader(write(tmp_path, contents)).pages[: contents.plan.front_pages]
    printed = {word for page in front for word in words_of(page.extract_text())}
    known = PublicWords(contents, ReportCache(tmp_path / "cache")).vocabulary
    assert [word for word in sorted(printed) if not are_known((word,), known)] == []


def with_change(folder: Path, meeting: Meeting, what: str) -> PackContents:
    """The public pack's contents with a change sheet that says this."""
    contents = lay_out(folder, meeting, Audience.PUBLIC)
    sheet = ChangeSheet(heading="What has changed", follows="This pack follows issue 1.", lines=(ChangeLine(what),))
    front = draw_front_matter(contents.meeting, contents.plan, folder, contents.marks, sheet)
    front_pages = [PlannedPage(0, str(number), PageKind.FRONT) for number in range(1, front.pages + 1)]
    plan = plan_of_pages((*front_pages, *contents.plan.pages[contents.plan.front_pages :]), front.pages)
    return replace(contents, plan=plan, front=draw_front_matter(contents.meeting, plan, folder, contents.marks, sheet),
                   changes=sheet)  # fmt: skip


def test_a_change_sheet_may_name_what_was_public_but_not_an_exempt_report(tmp_path: Path) -> None:
    meeting = with_secrets(tmp_path)
    old = "Repairs of the quay wall at Saltmarsh Point"
    canvas = Canvas(str(tmp_path / f"{BESIDE} bid.pdf"), invariant=True)
    canvas.drawString(50, 500, f"As was said in {old}, the wall will last.")
    canvas.save()
    secrets = secrets_of(tmp_path, meeting)
    named = with_change(tmp_path, meeting, f"“{old}” was taken out.")
    search(write(tmp_path, named), named, secrets)
    told = with_change(tmp_path, meeting, f"“{BESIDE} offer” was replaced.")
    with pytest.raises(ExemptWordsFoundError, match="page 2"):
        search(write(tmp_path, told), told, secrets)


def test_names_in_the_alphabet_of_an_old_program_do_not_stop_the_search(tmp_path: Path) -> None:
    def name_things_oddly(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Old = pdf.make_indirect(pikepdf.Object.parse(b"<< /Saks#e5r (known) >>"))
        pdf.pages[0].Resources.XObject = pikepdf.Object.parse(b"<< /Bil#e5d 0 >>")

    file = make_pdf(tmp_path / "old.pdf", 1, name_things_oddly)
    report = prepare_report(file, Report(file="old.pdf"), ReportCache(tmp_path / "kept"))
    assert "known" in all_texts(report)
    assert read_report_texts(report).texts == ()


def test_a_page_is_its_reports_own_however_its_letters_are_parted_into_words() -> None:
    report, page = words_of("t he off er of the buyer"), words_of("Page 7 the offer of the buyer Item 3")
    assert words_around(report, page) == (("page", "7"), ("item", "3"))
    assert words_around(report, words_of("the offer of a buyer")) is None
    assert words_around((), page) is None
