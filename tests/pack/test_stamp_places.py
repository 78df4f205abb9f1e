"""A stamp stands on the page, in its margin, and on nothing that is printed."""

from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.presentation import Corner
from agendabuilder.pack.stamps.stamp_place import PageFrame, find_place

SIZES = st.floats(40, 4000)


class Printed:
    """Margins in which some rectangles are printed on, and perhaps all is dark."""

    def __init__(self, *rects: tuple[float, float, float, float], dark: bool = False) -> None:
        self.rects, self.dark = rects, dark

    def is_busy(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        return any(x0 < r[2] and r[0] < x1 and y0 < r[3] and r[1] < y1 for r in self.rects)

    def is_dark(self, *_: float) -> bool:
        return self.dark


@given(SIZES, SIZES, st.sampled_from(Corner), st.sampled_from([0, 90, 180, 270]), st.floats(0.1, 10))
def test_a_stamp_is_on_the_page(width: float, height: float, corner: Corner, turn: int, unit: float) -> None:
    frame = PageFrame((-7, 13, width - 7, height + 13), turn, unit)
    seen_width, seen_height = frame.size
    if max(frame.size) / min(frame.size) > 20:
        return
    place = find_place(frame, corner, 40, 9.5, None)
    assert -3 <= place.rect[0] <= place.rect[2] <= seen_width + 3
    assert -3 <= place.rect[1] <= place.rect[3] <= seen_height + 3
    inside = frame.in_file(place.rect)
    assert frame.box[0] - 3 <= inside[0] <= inside[2] <= frame.box[2] + 3
    assert frame.box[1] - 3 <= inside[1] <= inside[3] <= frame.box[3] + 3


@given(st.lists(st.tuples(st.floats(0, 590), st.floats(0, 70), st.floats(5, 200), st.floats(3, 20)), max_size=6))
def test_a_stamp_covers_nothing_while_there_is_a_free_place(boxes: list[tuple[float, float, float, float]]) -> None:
    ink = Printed(*((x, y, x + w, y + h) for x, y, w, h in boxes))
    place = find_place(PageFrame((0, 0, 595, 842)), Corner.BOTTOM_RIGHT, 40, 9.5, ink)
    assert place.plate == ink.is_busy(*place.rect)
    assert place.rect[3] < 72


def test_the_nearest_free_place_is_taken() -> None:
    footer = Printed((400, 25, 560, 48))
    place = find_place(PageFrame((0, 0, 595, 842)), Corner.BOTTOM_RIGHT, 40, 9.5, footer)
    assert not place.plate
    assert abs(place.baseline - 34) < 20
    assert abs(place.x - (595 - 56.7 - 40)) < 30


def test_without_a_free_place_the_stamp_stays_at_home_on_a_plate() -> None:
    home = find_place(PageFrame((0, 0, 595, 842)), Corner.BOTTOM_RIGHT, 40, 9.5, None)
    crowded = find_place(PageFrame((0, 0, 595, 842)), Corner.BOTTOM_RIGHT, 40, 9.5, Printed((0, 0, 595, 842)))
    assert (crowded.rect, crowded.plate, home.plate) == (home.rect, True, False)


def test_a_dark_ground_gets_a_plate() -> None:
    assert find_place(PageFrame((0, 0, 595, 842)), Corner.BOTTOM_RIGHT, 40, 9.5, Printed(dark=True)).plate


def test_the_size_is_the_same_up_to_a3_and_grows_beyond() -> None:
    def size(width: float, height: float) -> float:
        return find_place(PageFrame((0, 0, width, height)), Corner.BOTTOM_RIGHT, 40, 9.5, None).size

    assert size(420, 595) == size(595, 842) == size(1191, 842) == 9.5
    assert 25 < size(2384, 3370) < 30
