"""Where pages lie on the desk: nothing overlaps, nothing is lost, wide pages fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.pack.proof.page_pictures import PageSize
from agendabuilder.ui.preview.preview_layout import PreviewLayout

A4, A3_PLAN = PageSize(595, 842), PageSize(1191, 842)
SIZES = st.lists(st.builds(PageSize, st.floats(100, 3000), st.floats(100, 3000)), min_size=1, max_size=30)


@given(SIZES, st.floats(0.2, 3), st.booleans(), st.integers(200, 2000), st.booleans())
def test_no_two_pages_overlap_and_each_is_found_where_it_lies(
    sizes: list[PageSize], zoom: float, two_up: bool, width: int, fits: bool
) -> None:
    layout = PreviewLayout(sizes, zoom, two_up, width, fits)
    rects = [layout.rect(sheet) for sheet in range(1, len(sizes) + 1)]
    for number, rect in enumerate(rects, start=1):
        assert layout.sheet_at(rect.center().x(), rect.center().y()) == number
        assert number in layout.sheets_between(rect.top(), rect.bottom())
        assert not any(rect.intersects(other) for other in rects[number:])
        assert rect.bottom() < layout.height


@pytest.mark.parametrize("two_up", [True, False])
def test_a_wide_plan_among_portrait_pages_is_shown_whole(two_up: bool) -> None:
    layout = PreviewLayout([A4, A3_PLAN, A4], 1.0 if not two_up else 0.5, two_up, 700, fits=True)
    assert layout.width == 700
    assert layout.rect(2).left() >= 0
    assert layout.rect(2).right() <= 700


def test_zoomed_by_hand_every_page_has_the_same_scale() -> None:
    layout = PreviewLayout([A4, A3_PLAN], 2.0, False, 700)
    assert layout.scale(1) == layout.scale(2) == 2.0
    assert layout.width > 2 * A3_PLAN.width
