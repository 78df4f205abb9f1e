"""An agenda that is set in Welsh: nothing that its readers see or hear of it is English."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from making import make_folder
from pack.word_reading import words_of
from pikepdf import Dictionary, String
from PIL import Image
from pypdf import PdfReader
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from agendabuilder import paths
from agendabuilder.app.agenda_text import agenda_text
from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.documents import Document
from agendabuilder.app.issue_pack import issue_pack
from agendabuilder.app.made_packs import BuildOrder, Issue, IssueOrder
from agendabuilder.app.write_document import write_document
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.welsh import WELSH
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import open_folder

DAY = date(2027, 2, 24)
_SPOKEN = ("/Alt", "/ActualText", "/Contents", "/Title", "/T", "/E")
HEAD: dict[str, Any] = {
    "organisation": "Cyngor Cwm Ŵyn",
    "committee": "Pwyllgor Tai",
    "body_kind": "Cyfarfod arbennig",
    "date": "2027-03-04",
    "start": "14:00",
    "end": "16:30",
    "venue": "Siambr y Cyngor, Tŷ Dinesig",
    "published": "2027-02-24",
    "contact": {"name": "Ceri Ŷnys", "role": "Clerc", "phone": "01632 960114", "email": "clerc@cwm.example"},
    "members": [
        {"name": "A Llŷr", "role": "Cadeirydd"},
        {"name": "B Dŵr"},
        {"name": "E Ynyr", "organisation": "Gofalwyr Cwm Ŵyn"},
        {"name": "O Wyn", "co_opted": True},
    ],
    "pre_meeting": {"start": "13:00", "who": "Aelodau", "purpose": "Cytuno ar gwestiynau."},
    "look": {"language": "cy"},
    "table": {"show_minutes": True, "times": "2.00 pm", "show_report_titles": True},
    "notice_rule": {"nation": "wales"},
    "change_sheet": True,
    "notices": [
        {"id": "n", "title": "Croeso", "text": "{date} am {time}. Y cyfarfod nesaf: {date}.", "placement": "after"}
    ],
}


def write_report(path: Path, pages: int, words: str) -> dict[str, Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), invariant=1, lang="cy")
    for number in range(1, pages + 1):
        canvas.drawString(72, 400, f"{words} {number}")
        canvas.showPage()
    canvas.save()
    return {"file": f"reports/{path.name}"}


def write_scan(path: Path) -> dict[str, Any]:
    """A page that is one picture."""
    canvas = Canvas(str(path), invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (595, 842), 200)), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return {"file": f"reports/{path.name}"}


def made(tmp_path: Path) -> Path:
    reports = tmp_path / "cyfarfod" / "reports"
    budget = {"title": "Cyllideb", **write_report(reports / "cyllideb.pdf", 3, "Cyllideb")}
    plan = {"title": "Cynllun", **write_report(reports / "cynllun.pdf", 2, "Cynllun")}
    offers = {"title": "Cynigion", **write_report(reports / "cynigion.pdf", 1, "Cynigion")}
    staff = {"title": "Staffio", **write_report(reports / "staffio.pdf", 1, "Staffio")}
    secret = {**staff, "access": "confidential", "public_title": "Staff"}
    scan = {"title": "Llythyr", **write_scan(reports / "llythyr.pdf")}
    items: list[dict[str, Any]] = [
        {"id": "1", "title": "Ymddiheuriadau", "start": "14:00", "minutes": 2},
        {"id": "2", "title": "Cyllideb", "minutes": 20, "reports": [budget, plan]},
        {"id": "3", "title": "Tai", "reports": [{"to_follow": {"owner": "R Penllyn", "due": "2027-02-26"}}]},
        {"id": "4", "title": "Llafar", "reports": [{"title": "Diweddariad", "verbal": True}]},
        {"id": "5", "title": "Gwahardd", "text": "Y cyhoedd yn gadael ar gyfer {exempt.items} ({exempt.paragraphs})."},
        {"id": "6", "title": "Tir", "access": "exempt", "paragraphs": [12, 14], "reports": [offers]},
        {"id": "7", "title": "Staff", "reports": [secret, scan]},
    ]
    return make_folder(tmp_path / "cyfarfod", items, **HEAD)


def change_late(folder: Path) -> None:
    """A report grows, one comes, one goes, an item comes and one moves; the venue and a length are others."""
    write_report(folder / "reports" / "cyllideb.pdf", 4, "Cywiriad")
    keys = json.loads((folder / "meeting.agenda").read_text("utf-8"))
    keys["venue"], items = "Neuadd", keys["items"]
    items[1]["reports"][0]["late_reason"] = "Tabl anghywir."
    del items[1]["reports"][1]
    items[1]["minutes"] = 30
    items[2]["reports"] = [{"title": "Tai", **write_report(folder / "reports" / "tai.pdf", 1, "Tai")}]
    grant = {"title": "Grant", **write_report(folder / "reports" / "grant.pdf", 2, "Grant")}
    items[4:4] = [{"id": "9", "title": "Grant", "urgency": "Daw i ben yn fuan.", "reports": [grant]}]
    items[0], items[3] = items[3], items[0]
    (folder / "meeting.agenda").write_text(json.dumps(keys), "utf-8")


def issue(folder: Path, way: IssueMode = IssueMode.RENUMBER) -> Issue:
    return issue_pack(open_folder(folder), paths.cache(), DAY, SilentProgress(), IssueOrder(way, "", "C Ŷnys"))


def seen_and_heard(file: Path) -> Iterator[str]:
    """All texts of a pack: on its pages, in its bookmarks, links and alternate texts, and its title."""
    reader = PdfReader(file)
    yield from (page.extract_text() for page in reader.pages)
    with pikepdf.open(file) as pdf:
        for each in pdf.objects:
            if isinstance(each, Dictionary):
                yield from (str(each[key]) for key in _SPOKEN if isinstance(each.get(key), String))


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        self.texts += [text for name, text in attrs if text and name in ("alt", "title", "aria-label")]

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.texts.append(data)


def page_texts(file: Path) -> list[str]:
    reader = _Texts()
    reader.feed(file.read_text("utf-8"))
    return reader.texts


def words(*texts: str) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}


def _fixed_words(language: Language) -> set[str]:
    """The words of a language's dates, lists, wording and stamps."""
    texts = [getattr(language.wording, each.name) for each in fields(language.wording)]
    names = (*language.months, *language.weekdays, *language.halves, *language.conjunctions)
    return _without_places(*texts, *names, language.stamp.page, language.stamp.item)


def _without_places(*texts: str) -> set[str]:
    return words(*(re.sub(r"\{\w+\}", " ", text) for text in texts))


WELSH_WORDS = _fixed_words(WELSH) | _without_places(*WELSH.sentences.values())
ENGLISH_WORDS = (_fixed_words(ENGLISH) | _without_places(*WELSH.sentences)) - WELSH_WORDS


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Issue]:
    """The first issue, and then, each on a copy of its own, a supplement, kept numbers and numbers anew."""
    found = {}
    for way in IssueMode:
        folder = made(tmp_path_factory.mktemp(way.value))
        found["first"] = issue(folder)
        change_late(folder)
        found[way.value] = issue(folder, way)
    return found


@pytest.mark.parametrize("which", ["first", *IssueMode])
def test_no_english_word_is_seen_or_heard_in_a_welsh_pack(issues: dict[str, Issue], which: str) -> None:
    packs = [pack.file for pack in issues[which].packs]
    for texts in (*map(seen_and_heard, packs), page_texts(packs[-1].with_suffix(".html"))):
        assert not [text for text in texts if words(text) & ENGLISH_WORDS]


def test_what_is_read_out_is_welsh(issues: dict[str, Issue]) -> None:
    members = list(seen_and_heard(issues["first"].packs[0].file))
    assert {"Tudalennau 3 i 8, eitem 2 Cyllideb", "Yn ôl i'r agenda: 2 Cyllideb", "Eitem 2: Cyllideb"} <= set(members)
    assert "Tudalen wedi'i sganio, heb destun" in members
    assert "Cyngor Cwm Ŵyn\nCyfarfod arbennig\nPwyllgor Tai" in members[0]
    assert "Adroddiad i ddilyn gan R Penllyn erbyn dydd Gwener 26 Chwefror" in members[0]
    assert "Aelodau yn unig: nid i'w gyhoeddi. Eithriedig: paragraffau 12 a 14" in members[8]
    public = list(seen_and_heard(issues["first"].packs[1].file))
    assert "Nid yw tudalennau 9 - 10 i'w cyhoeddi" in public[8]


def test_a_supplement_says_in_welsh_what_its_papers_do(issues: dict[str, Issue]) -> None:
    front = next(seen_and_heard(issues[IssueMode.SUPPLEMENT].packs[0].file))
    assert "Atodiad 1" in front
    assert "Mae “Cyllideb” yn disodli tudalennau 3 i 6 o becyn yr agenda." in front
    assert "Pam mae'n hwyr: Tabl anghywir." in front


def test_a_change_sheet_says_in_welsh_what_is_different(issues: dict[str, Issue]) -> None:
    sheet = " ".join(page_texts(issues[IssueMode.KEEP].packs[-1].file.with_suffix(".html")))
    assert "Mae'r pecyn hwn yn dilyn rhifyn 1, 24 Chwefror 2027." in sheet
    assert "Eitem 2 “Cyllideb”: tynnwyd yr adroddiad “Cynllun” yn ôl (2 dudalen)." in sheet
    assert "Tudalennau cynt: 3-6. Tudalennau nawr: 3-6." in sheet.replace(" - ", "-")


def test_an_english_item_of_a_welsh_agenda_has_an_english_row(tmp_path: Path) -> None:
    owed = {"to_follow": {"owner": "R Penllyn", "due": "2027-02-26"}}
    english = {"id": "1", "title": "Budget", "language": "en", "minutes": 5, "reports": [owed]}
    folder = make_folder(tmp_path / "cyfarfod", [english, {"id": "2", "title": "Tai", "minutes": 5}], **HEAD)
    front = next(seen_and_heard(issue(folder).packs[0].file))
    assert "Report to follow from R Penllyn by Friday 26 February" in front
    assert "To follow" in front
    assert "5 minutes" in front
    assert "5 munud" in front
    assert "Dydd Iau 4 Mawrth 2027" in front


def test_the_agenda_as_plain_text_is_welsh(tmp_path: Path) -> None:
    text = agenda_text(open_folder(made(tmp_path)).load())
    assert "Dyddiad: Dydd Iau 4 Mawrth 2027" in text
    assert "[Adroddiad: i ddilyn gan R Penllyn erbyn 26 Chwefror 2027]" in text
    assert not words(text) & ENGLISH_WORDS


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("document", [Document.AGENDA, Document.MINUTES, Document.TABLE])
def test_no_english_word_is_in_a_welsh_document(tmp_path: Path, document: Document, audience: Audience) -> None:
    folder = open_folder(made(tmp_path))
    order = BuildOrder(audience=audience)
    file = write_document(document, folder, paths.cache(), DAY, SilentProgress(), order).file
    text = file.read_text("utf-8-sig") if document is Document.TABLE else words_of(file.read_bytes())
    assert "Eithriedig: paragraffau 12 a 14" in text
    assert ("Cynigion" in text) is (audience is Audience.MEMBERS)
    assert not words(text) & ENGLISH_WORDS


def test_a_draft_says_in_welsh_which_report_is_missing(tmp_path: Path) -> None:
    folder = made(tmp_path)
    (folder / "reports" / "cynllun.pdf").unlink()
    order = BuildOrder(draft=True)
    (pack, _) = build_packs(open_folder(folder), paths.cache(), DAY, SilentProgress(), order)
    pages = [page.extract_text() for page in PdfReader(pack.file).pages]
    stand_in = next(page for page in pages if "Ar goll o'r drafft hwn: Cynllun" in page)
    assert "Mae'r rhestr canfyddiadau'n dweud pam" in stand_in
    assert not words(stand_in) & ENGLISH_WORDS
    assert "the file" not in stand_in
    assert all("DRAFFT" in page for page in pages if "fwriadol" not in page)
