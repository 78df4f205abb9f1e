"""Plain text and Markdown become pages that say what the file says."""

import pytest
from pypdfium2 import PdfDocument

from agendabuilder.domain.item import Report
from agendabuilder.progress import Cancelled
from agendabuilder.reports.intake.remarks import remarks
from agendabuilder.reports.prepare import prepare_report


def words_of(report):
    with PdfDocument(report.path) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return text.replace("\r\n", "\n").replace("\u00a0", " ").split()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_reads_the_same_in_whatever_encoding_it_came(tmp_path, prepare, encoding):
    text = "Café accounts\r\n\r\nThe fee is £12 “per stall” from 1 April.\r\n"
    (tmp_path / "fees.txt").write_bytes(text.encode(encoding))
    report = prepare(tmp_path / "fees.txt")
    assert words_of(report) == text.split()
    assert report.summary == "Text · 1 page · tagged"


def test_lines_and_indentation_stay_and_a_long_text_runs_on(tmp_path, prepare):
    lines = [f"{'    ' * (number % 3)}Line {number}   of the register" for number in range(200)]
    (tmp_path / "register.txt").write_text("\n".join(lines), "utf-8")
    report = prepare(tmp_path / "register.txt")
    assert report.source_pages > 3
    with PdfDocument(report.path) as pdf:
        page = pdf[0].get_textpage()
        first = [page.get_charbox(page.search(f"Line {number} ").get_next()[0])[0] for number in range(3)]
    assert first[0] < first[1] < first[2]
    assert words_of(report) == " ".join(lines).split()


def test_a_form_feed_begins_a_page(tmp_path, prepare):
    (tmp_path / "two.txt").write_text("One\fTwo", "utf-8")
    assert prepare(tmp_path / "two.txt").source_pages == 2


def test_characters_that_mean_something_in_markup_are_shown(tmp_path, prepare):
    text = "Costs < £5 & > £2 <b>not bold</b> &amp; <br/> </para>"
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text(text.replace("&amp;", "&amp;amp;") if name == "a.md" else text, "utf-8")
        assert words_of(prepare(tmp_path / name)) == text.split()


def test_words_that_no_font_can_draw_are_named(tmp_path, prepare):
    (tmp_path / "a.txt").write_text("Welcome to 東京 and Αθήνα, our twin towns", "utf-8")
    report = prepare(tmp_path / "a.txt")
    assert report.origin.lost == ("東京",)
    (lost,) = (found for found in remarks(report, "", "the file “a.txt”", "", "") if found.code == "report-words-lost")
    assert "“東京”" in lost.sentence


MARKDOWN = """
# Play areas

The **north** field is *very* wet, see [the map](https://maps.example.org/north).

1. Drain it
2. Seed it
   - in spring
   - or later

> A quotation

| Field | Cost |
|-------|------|
| North | £500 |

```
code  stays
```

---

![Plan](plan.png)
"""


def test_markdown_is_set_with_headings_lists_and_tables(tmp_path, prepare):
    (tmp_path / "play.md").write_text(MARKDOWN, "utf-8")
    report = prepare(tmp_path / "play.md")
    expected = (
        "Play areas The north field is very wet, see the map. 1. Drain it 2. Seed it • in spring • or later "
        "A quotation Field Cost North £500 code stays [Picture: Plan]"
    )
    assert sorted(words_of(report)) == sorted(expected.split())


@pytest.mark.parametrize(
    "text", ["", " \n", "- \n-", "> > > > > > > > > > > > deep", "|a|\n|-|\n|b|c|", "#", "***" * 400]
)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_odd_texts_have_pages(tmp_path, prepare, text, ending):
    (tmp_path / f"odd.{ending}").write_text(text + "\n", "utf-8")
    assert prepare(tmp_path / f"odd.{ending}").source_pages >= 1


def test_the_same_words_are_set_as_what_their_file_is_called(tmp_path, prepare):
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text("**Play** areas", "utf-8")
    assert [words_of(prepare(tmp_path / name))[0] for name in ("a.txt", "a.md")] == ["**Play**", "Play"]


@pytest.mark.parametrize(("name", "text"), [("report.pdf", "503 Service Unavailable"), ("map.svg", "<svg></svg>")])
def test_text_that_is_meant_to_be_something_else_is_refused(tmp_path, refusal, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    refused = refusal(tmp_path / name)
    assert (refused.code, "plain text" in refused.title) == ("report-not-pdf", True)


def test_a_long_text_can_be_stopped(tmp_path, cache):
    class Stopped:
        def stage(self, title, steps): ...

        def advance(self, _steps=1):
            raise Cancelled

    (tmp_path / "long.txt").write_text("A line\n" * 2000, "utf-8")
    with pytest.raises(Cancelled):
        prepare_report(tmp_path / "long.txt", Report(file="long.txt"), cache, progress=Stopped())
