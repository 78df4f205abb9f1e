"""The public agenda as an HTML page beside the pack, with links to the pack's pages."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from agendabuilder.app.build_pack import make_ready
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.app.pack_name import pack_file
from agendabuilder.errors import PackNotWrittenError
from agendabuilder.pack.html_agenda import html_agenda
from agendabuilder.progress import Progress
from agendabuilder.safe_file import write_safely
from agendabuilder.store.meeting_folder import MeetingFolder

_USUAL = BuildOrder()


@dataclass(frozen=True, slots=True)
class HtmlAgenda:
    """A page that was written, and the pack that its links lead to."""

    file: Path
    pack: Path


def write_html_agenda(
    folder: MeetingFolder, cache: Path, today: date, progress: Progress, order: BuildOrder = _USUAL
) -> HtmlAgenda:
    """Write the HTML page of the edition that everybody may read.

    `order.out` is a file, a folder, or None for the pack's own name beside the meeting. The links count on the pack
    lying beside the page under its usual name; the pack itself is not built here.

    Raises what `make_ready` raises, and `PackNotWrittenError`.
    """
    ready = make_ready(folder, cache, today, progress, order)
    public = ready.editions[-1]
    pack = pack_file(folder.path, ready.meeting, public.audience, order.draft)
    out = order.out or folder.path
    file = out / f"{pack.stem}.html" if out.is_dir() else out
    try:
        write_safely(file, html_agenda(public, pack.name, folder.path).encode())
    except OSError as problem:
        raise PackNotWrittenError(
            f"The page could not be saved as “{file}”: {problem.strerror or problem}.",
            "Check that there is room and that the folder can be written to.",
        ) from problem
    return HtmlAgenda(file, file.with_name(pack.name))
