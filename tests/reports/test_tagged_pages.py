"""The pages that we draw ourselves can be read aloud: texts, tables, e-mails and pictures have tags."""

import page as page_validation
import pikepdf
import pytest
from PIL import Image
from reports.made_emails import HTML, mail_file
from reports.test_texts import words_of

_NOT_CLAIMED = {"PDFUA1-ID-PART-001", "PDFUA1-ID-SCHEMA-001"}
"""That a file is accessible is claimed by the finished pack at most."""

MARKDOWN = """# Repairs

See [the plan](https://ashmere.example/plan) and write to <clerk@ashmere.example>.

#### A heading that leaves levels out

1. First
   - within
2. Second

   and more of it

| Place | Cost |
|---|---|
| Bandstand | |

> “Quoted” ☎ 𝄞
"""


def markdown_file(folder):
    (folder / "a.md").write_text(MARKDOWN + "\n".join(f"\nParagraph {n} {'word ' * 90}" for n in range(12)), "utf-8")
    return folder / "a.md"


def long_table(folder):
    (folder / "a.csv").write_text("Ward;Spend\n" + "".join(f"Ward {n};{n}\n" for n in range(90)), "utf-8")
    return folder / "a.csv"


def text_file(folder):
    (folder / "a.txt").write_text("One\n  indented\n\n\fTwo", "utf-8")
    return folder / "a.txt"


def letter(folder):
    return mail_file(folder / "a.eml", html=HTML, attached=("plan.pdf",))


@pytest.mark.parametrize("make", [markdown_file, long_table, text_file, letter])
def test_they_pass_what_machines_can_check_of_pdf_ua(tmp_path, prepare, make):
    report = prepare(make(tmp_path))
    assert report.tagged
    assert report.language == "en-GB"
    failures = page_validation.validate_pdf(str(report.path), profile="ua1").to_dict()["failures"]
    assert {failure["rule_id"] for failure in failures} == _NOT_CLAIMED


def test_the_order_and_the_kinds_of_the_pieces_are_told(tmp_path, prepare):
    with pikepdf.open(prepare(markdown_file(tmp_path)).path) as pdf:
        roles = [str(kid.S) for kid in pdf.Root.StructTreeRoot.K.K]
        points = pdf.Root.StructTreeRoot.K.K[3].K
        assert roles[:8] == ["/H1", "/P", "/H2", "/L", "/Table", "/P", "/P", "/P"]
        assert [[str(part.S) for part in point.K[0].K] for point in points] == [["/P"], ["/P"], ["/P", "/P"]]


def test_a_repeated_row_of_headings_is_read_out_once(tmp_path, prepare):
    report = prepare(long_table(tmp_path))
    assert words_of(report).count("Spend") == report.source_pages > 1
    with pikepdf.open(report.path) as pdf:
        first, *rest = pdf.Root.StructTreeRoot.K.K[0].K
        assert [str(cell.S) for cell in first.K] == ["/TH", "/TH"]
        assert len(rest) == 90
        assert len(first.K[0].K) == 1


def test_a_picture_is_a_figure_that_waits_for_its_alternate_text(tmp_path, prepare):
    Image.new("RGB", (300, 200), "green").save(tmp_path / "a.png")
    with pikepdf.open(prepare(tmp_path / "a.png").path) as pdf:
        (figure,) = pdf.Root.StructTreeRoot.K.K
        assert str(figure.S) == "/Figure"
        assert "/Alt" not in figure
        left, bottom, right, top = map(float, figure.A.BBox)
    assert (right - left, top - bottom) == (pytest.approx(225), pytest.approx(150))
