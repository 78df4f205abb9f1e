"""The agenda as a web page, in a real browser: axe-core finds nothing, it fits a telephone, and keys lead through it.

Needs the extra `browser`, whose driver brings axe-core, and Chromium or Chrome; without them these tests are skipped.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from front_meetings import LONG_MEETING, drawn, plan_for, variants

from agendabuilder.domain.change_sheet import ChangeLine, ChangeSheet
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.pack.front.front_matter import PackMarks
from agendabuilder.pack.html.html_agenda import html_agenda
from agendabuilder.pack.pack_contents import PackContents

pytest.importorskip("axe_playwright_python", reason="the extra “browser” is not installed")

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
BROWSER = next(filter(None, map(shutil.which, _NAMES)), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium or Chrome on the PATH")

DESK, TELEPHONE = {"width": 1100, "height": 900}, {"width": 320, "height": 640}
"""Sizes of the window in CSS pixels; 320 is what WCAG 2.2 asks for (1.4.10 Reflow)."""

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
_VARIANTS = ("plain", "nothing at all", "long", "logo", "columns", "pre-meeting", "exempt", "sub-items", "large print",
             "report titles", "bare table", "last page", "welsh")  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser without a window. Its sandbox needs rights that a container seldom gives; the pages are our own."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=quiet)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that may ask nothing of the network."""
    page = browser.new_page(viewport=DESK)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    yield page
    page.close()


def show(page: Page, meeting: Meeting, folder: Path, changes: ChangeSheet | None = None) -> None:
    """Write the meeting's web page and open it."""
    front, numbers = drawn(meeting, folder), item_numbers(meeting.items, meeting.numbering)
    plan, marks = plan_for(meeting, front.pages), PackMarks(draft=True, members_only=True)
    contents = PackContents(meeting, plan, front, {}, numbers, marks, changes=changes)
    file = folder / "agenda.html"
    file.write_text(html_agenda(contents, "the pack.pdf", folder), "utf-8")
    page.goto(file.as_uri())


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong, each with the place."""
    found: list[dict[str, Any]] = Axe().run(page, options=_RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def is_too_wide(page: Page) -> bool:
    """Whether the page would have to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize("name", _VARIANTS)
def test_axe_finds_nothing_at_a_desk_or_on_a_telephone_and_nothing_is_cut_off(
    page: Page, tmp_path: Path, name: str
) -> None:
    show(page, variants(tmp_path)[name], tmp_path)
    for size in (DESK, TELEPHONE):
        page.set_viewport_size(size)
        assert violations(page) == []
        assert not is_too_wide(page)


def test_the_page_of_a_later_issue_passes_with_its_list_of_changes(page: Page, tmp_path: Path) -> None:
    line = ChangeLine("Item 3 “Repairs backlog”: the report was replaced.", "5 - 8", "5 - 10")
    sheet = ChangeSheet("What has changed", "This pack follows issue 1.", (line,))
    show(page, variants(tmp_path)["plain"], tmp_path, sheet)
    assert "follows issue 1" in page.inner_text("main")
    assert violations(page) == []


def test_letters_twice_as_large_need_no_scrolling_sideways(page: Page, tmp_path: Path) -> None:
    show(page, LONG_MEETING, tmp_path)
    page.add_style_tag(content="html { font-size: 200% !important; }")
    assert not is_too_wide(page)


def test_the_first_key_offers_the_way_past_the_head_and_takes_it(page: Page, tmp_path: Path) -> None:
    show(page, LONG_MEETING, tmp_path)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("link => link === document.activeElement")
    page.wait_for_function("document.querySelector('a.skip').getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#agenda"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.agenda').contains(document.activeElement)")


def test_each_key_after_that_leads_to_the_next_link_which_shows_that_it_has_the_focus(
    page: Page, tmp_path: Path
) -> None:
    show(page, variants(tmp_path)["plain"], tmp_path)
    for _ in range(page.locator("a[href]").count()):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_page_with_faults_is_found_out(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "bad.html"
    file.write_text("<title>Bad</title><p style='color: #ccc'>Pale</p><img src=data:,>", "utf-8")
    page.goto(file.as_uri())
    assert {"html-has-lang", "image-alt", "color-contrast"} <= {each.split(":")[0] for each in violations(page)}
