"""A page is measured as its reader sees it, whatever boxes and turns the file has."""

import pytest
from pikepdf import Array, Name
from reports.made_pdfs import changed_pdf, text_pdf


def size_of(prepared, page=1):
    facts = prepared.pages[page - 1]
    return round(facts.width), round(facts.height), facts.rotation


def with_keys(tmp_path, prepare, **keys):
    def set_keys(pdf):
        for key, value in keys.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return size_of(prepare(changed_pdf(tmp_path / "map.pdf", set_keys)))


def test_an_ordinary_page(tmp_path, prepare):
    assert size_of(prepare(text_pdf(tmp_path / "budget.pdf"))) == (595, 842, 0)


@pytest.mark.parametrize(
    ("turn", "seen"),
    [
        (90, (842, 595, 90)),
        (180, (595, 842, 180)),
        (270, (842, 595, 270)),
        (-90, (842, 595, 270)),
        (450, (842, 595, 90)),
        (45, (595, 842, 0)),
    ],
)
def test_turned_pages(tmp_path, prepare, turn, seen):
    assert with_keys(tmp_path, prepare, Rotate=turn) == seen


@pytest.mark.parametrize(
    ("crop", "seen"),
    [
        ([100, 100, 400, 500], (300, 400, 0)),
        ([400, 500, 100, 100], (300, 400, 0)),
        ([-100, -100, 5000, 400], (595, 400, 0)),
        ([700, 900, 800, 1000], (595, 842, 0)),
        ([0, 0, 0, 0], (595, 842, 0)),
        ([1, 2], (595, 842, 0)),
        ([1, 2, Name.Three, 4], (595, 842, 0)),
    ],
)
def test_only_what_the_crop_shows_of_the_sheet_counts(tmp_path, prepare, crop, seen):
    assert with_keys(tmp_path, prepare, CropBox=Array(crop)) == seen


@pytest.mark.parametrize(("unit", "seen"), [(2, (1191, 1684, 0)), (0, (595, 842, 0)), (Name.Two, (595, 842, 0))])
def test_pages_measured_in_units_of_their_own(tmp_path, prepare, unit, seen):
    assert with_keys(tmp_path, prepare, UserUnit=unit) == seen


def test_boxes_and_turns_come_down_from_the_page_tree(tmp_path, prepare):
    def inherit(pdf):
        for page in pdf.pages:
            del page.obj.MediaBox
            if "/Rotate" in page.obj:
                del page.obj.Rotate
        pdf.Root.Pages.MediaBox = Array([10, 20, 310, 420])
        pdf.Root.Pages.Rotate = 90

    assert size_of(prepare(changed_pdf(tmp_path / "map.pdf", inherit)), 2) == (400, 300, 90)


def test_a_page_that_names_no_size_is_taken_for_letter_as_viewers_do(tmp_path, prepare):
    def forget(pdf):
        del pdf.pages[0].obj.MediaBox

    assert size_of(prepare(changed_pdf(tmp_path / "map.pdf", forget))) == (612, 792, 0)


def test_the_chosen_pages_come_in_the_order_that_was_written(tmp_path, prepare):
    def make_each_page_different(pdf):
        for number, page in enumerate(pdf.pages, start=1):
            page.obj.MediaBox = Array([0, 0, 100 * number, 500])

    path = changed_pdf(tmp_path / "map.pdf", make_each_page_different, pages=9)
    prepared = prepare(path, pages="7-9, 2, 2")
    assert prepared.source_pages == 9
    assert prepared.chosen == (7, 8, 9, 2, 2)
    assert [page.width for page in prepared.pages] == [700, 800, 900, 200, 200]
