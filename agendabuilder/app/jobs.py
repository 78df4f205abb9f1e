"""The heavy jobs of the window, done in the process beside it (`worker.py`).

This module is light to load, unlike what its functions load when they are called: only the other process pays for it.
"""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from agendabuilder.app.access_statement import AccessibilityStatement
from agendabuilder.app.documents import Document, WrittenDocument
from agendabuilder.app.made_packs import BuildOrder, BuiltPack, Issue, IssueOrder, PackChanges, PackPreview
from agendabuilder.collector import collect_seldom, spare_what_is_loaded
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.template import Template
from agendabuilder.pack.tagging.read_element import ReadingOrder, UndescribedPicture
from agendabuilder.preflight.pack_verdict import PackVerdict
from agendabuilder.progress import Progress
from agendabuilder.store.meeting_folder import MeetingFolder

if TYPE_CHECKING:
    from agendabuilder.pack.proof.page_pictures import PagePicture

_MEGABYTE = 1_000_000
_NO_NUMBERS: Mapping[str, int] = {}
_NO_WORDS: Mapping[str, str] = {}


def get_ready(progress: Progress, cache: Path, megabytes: int) -> None:
    """Load what builds packs, sweep what earlier runs left, and keep the cache as small as asked."""
    from agendabuilder.app.left_behind import clear_left_behind
    from agendabuilder.app.preview_pack import sweep_previews
    from agendabuilder.reports.cache import ReportCache

    spare_what_is_loaded()
    collect_seldom()
    progress.advance(0)
    clear_left_behind(cache)
    sweep_previews(cache)
    ReportCache(cache).trim(megabytes * _MEGABYTE)


def empty_cache(progress: Progress, cache: Path) -> None:
    """Throw away all that can be worked out again. It is a job like any other, so that no build is at work in it."""
    from agendabuilder.reports.cache import ReportCache

    progress.advance(0)
    ReportCache(cache).clear()
    for part in ("bodies", "templates"):
        rmtree(cache / part, ignore_errors=True)


def forget_refusals(progress: Progress, cache: Path) -> None:
    """Let files that could not be converted a moment ago be tried again."""
    from agendabuilder.reports.cache import ReportCache
    from agendabuilder.reports.intake import opened_files

    progress.advance(0)
    opened_files.forget_refusals(ReportCache(cache))


def build(
    progress: Progress, folder: MeetingFolder, cache: Path, today: date, order: BuildOrder
) -> tuple[BuiltPack, ...]:
    """Build the packs of the meeting in `folder`. Raises what `build_packs` raises."""
    from agendabuilder.app.build_pack import build_packs

    return build_packs(folder, cache, today, progress, order)


def look_through(progress: Progress, packs: tuple[BuiltPack, ...], cache: Path) -> tuple[Finding, ...]:
    """What reports bring into finished packs that is not as it should be. Raises what `look_through_all` raises."""
    from agendabuilder.app.finished_pack import look_through_all

    return look_through_all(packs, cache, progress)


def look_through_file(progress: Progress, pack: Path, cache: Path) -> PackVerdict:
    """The verdict on one pack that was made before. Raises what `look_through_file` raises."""
    from agendabuilder.app.finished_pack import look_through_file as look_it_through

    return look_it_through(pack, cache, progress)


def preview(
    progress: Progress, meeting: Meeting, folder: Path, cache: Path, today: date, order: BuildOrder
) -> PackPreview:
    """Build the meeting's pack to be looked at. Raises what `preview_pack` raises."""
    from agendabuilder.app.preview_pack import preview_pack

    return preview_pack(meeting, folder, cache, today, progress, order)


def check_reports(
    progress: Progress,
    meeting: Meeting,
    folder: Path,
    cache: Path,
    passwords: tuple[str, ...] = (),
    first_pages: Mapping[str, int] = _NO_NUMBERS,
) -> tuple[Finding, ...]:
    """What the reports' own pages tell. Raises what `check_report_files` raises."""
    from agendabuilder.app.check_meeting import check_report_files

    return check_report_files(meeting, folder, cache, progress, passwords, first_pages)


def accessibility(
    progress: Progress,
    meeting: Meeting,
    folder: Path,
    cache: Path,
    passwords: tuple[str, ...] = (),
    in_pack: Mapping[str, str] = _NO_WORDS,
) -> AccessibilityStatement:
    """The accessibility statement. Raises what `accessibility_statement` raises."""
    from agendabuilder.app.accessibility import accessibility_statement

    return accessibility_statement(meeting, folder, cache, progress, passwords, in_pack)


def reading_order(progress: Progress, file: Path, sheets: Collection[int]) -> ReadingOrder:
    """What a screen reader says of the parts that begin on these pages of a pack. Raises `Cancelled`."""
    from agendabuilder.pack.tagging.reading_order import read_reading_order

    return read_reading_order(file, sheets, progress=progress)


def pictures_to_describe(
    progress: Progress, meeting: Meeting, folder: Path, cache: Path, report_id: str, passwords: tuple[str, ...] = ()
) -> tuple[UndescribedPicture, ...]:
    """The pictures of a report that its file has no alternate text for. Raises what `pictures_of` raises."""
    from agendabuilder.app.alternate_texts import pictures_of

    return pictures_of(meeting, folder, cache, report_id, progress, passwords)


def document(
    progress: Progress, kind: Document, folder: MeetingFolder, cache: Path, today: date, order: BuildOrder
) -> WrittenDocument:
    """Write a document of the meeting. Raises what `write_document` does."""
    from agendabuilder.app.write_document import write_document

    return write_document(kind, folder, cache, today, progress, order)


def issue(progress: Progress, folder: MeetingFolder, cache: Path, today: date, order: IssueOrder) -> Issue:
    """Build the packs and keep them as the next issue. Raises what `issue_pack` raises."""
    from agendabuilder.app.issue_pack import issue_pack

    return issue_pack(folder, cache, today, progress, order)


def changes(
    progress: Progress, meeting: Meeting, folder: Path, cache: Path, way: IssueMode, passwords: tuple[str, ...] = ()
) -> PackChanges:
    """What is different from the last issue. Raises what `changes_now` raises."""
    from agendabuilder.app.changes import changes_now

    return changes_now(meeting, folder, cache, progress, way, passwords)


def picture(progress: Progress, template: Template, cache: Path, scale: float) -> "PagePicture":
    """Draw a template's front sheet at `scale` pixels to a point. Raises `FolderError`."""
    from agendabuilder.app.template_picture import template_picture

    progress.advance(0)
    return template_picture(template, cache, scale)
