"""The public agenda as an HTML page beside the pack, with links to the pack's pages."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from agendabuilder.app.build_pack import make_ready
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.app.pack_name import is_folder, make_folder, pack_file
from agendabuilder.errors import PackNotWrittenError
from agendabuilder.pack.html.html_agenda import html_agenda
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.progress import Progress
from agendabuilder.safe_file import write_safely
from agendabuilder.store.meeting_folder import MeetingFolder

_USUAL = BuildOrder()
_ENDINGS = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class HtmlAgenda:
    """A page that was written, and the pack that its links lead to."""

    file: Path
    pack: Path


def write_html_agenda(
    folder: MeetingFolder, cache: Path, today: date, progress: Progress, order: BuildOrder = _USUAL
) -> HtmlAgenda:
    """Write the HTML page of the edition that everybody may read.

    `order.out` is a file (.html), a folder, or None for the pack's own name beside the meeting. The links count on
    the pack lying beside the page under its usual name; the pack itself is not built here.

    Raises what `make_ready` raises, and `PackNotWrittenError`.
    """
    ready = make_ready(folder, cache, today, progress, order)
    public = ready.editions[-1]
    pack = pack_file(folder.path, ready.meeting, public.audience, order)
    out = order.out or folder.path
    if is_folder(out, _ENDINGS):
        make_folder(out)
        out /= f"{pack.stem}.html"
    write_page(public, out, pack.name, folder.path)
    return HtmlAgenda(out, out.with_name(pack.name))


def write_page(contents: PackContents, file: Path, pack_name: str, folder: Path) -> None:
    """Write the page of an edition, whose pack lies beside it as `pack_name`. Raises `PackNotWrittenError`."""
    try:
        write_safely(file, html_agenda(contents, pack_name, folder).encode())
    except OSError as problem:
        raise PackNotWrittenError(
            f"The page could not be saved as “{file}”: {problem.strerror or problem}.",
            "Check that there is room and that the folder can be written to.",
        ) from problem
