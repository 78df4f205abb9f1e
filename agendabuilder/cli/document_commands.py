"""The commands for what is made beside the pack: html, word, minutes, csv."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from agendabuilder import paths
from agendabuilder.app.documents import Document, WrittenDocument
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.cli.errors import errors_as_sentences
from agendabuilder.cli.options import FOLDER, MODE, PASSWORDS
from agendabuilder.cli.progress_bar import progress_bar
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode

_DRAFT = click.option("--draft", is_flag=True, help="Write it although something is missing; it says DRAFT.")
_AUDIENCE = click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    default=Audience.PUBLIC.value,
    help="Whose version, where something is exempt; without it the public's.",
)


def _output(ending: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    help_text = f"The file ({ending}) or folder to write to; else beside the meeting."
    return click.option("-o", "--output", type=FOLDER, help=help_text)


@click.command()
@click.argument("folder", type=FOLDER)
@_output(".html")
@MODE
@PASSWORDS
@_DRAFT
@errors_as_sentences
def html(folder: Path, output: Path | None, mode: str, passwords: tuple[str, ...], draft: bool) -> None:
    """Write the public agenda of the meeting in FOLDER as one accessible web page, with links into the pack."""
    page = _write(Document.WEB_PAGE, folder, BuildOrder(output, draft, way=IssueMode(mode), passwords=passwords))
    click.echo(f"The page is {page.file.resolve()}")
    if not page.pack.exists():
        click.echo(f"Its links lead to “{page.pack.name}”: put the pack beside it under that name.")


def _command(name: str, document: Document, said: str, help_text: str) -> click.Command:
    """The command for a document that there is of each version; `said` comes before the file's name in the end."""

    @click.command(name, help=help_text)
    @click.argument("folder", type=FOLDER)
    @_output(document.endings[0])
    @_AUDIENCE
    @MODE
    @PASSWORDS
    @_DRAFT
    @errors_as_sentences
    def command(
        folder: Path, output: Path | None, audience: str, mode: str, passwords: tuple[str, ...], draft: bool
    ) -> None:
        order = BuildOrder(output, draft, Audience(audience), IssueMode(mode), passwords=passwords)
        click.echo(f"{said} {_write(document, folder, order).file.resolve()}")

    return command


def _write(document: Document, folder: Path, order: BuildOrder) -> WrittenDocument:
    from agendabuilder.app.write_document import write_document
    from agendabuilder.store.meeting_folder import open_folder

    with progress_bar() as progress:
        return write_document(document, open_folder(folder), paths.cache(), date.today(), progress, order)


word = _command(
    "word", Document.AGENDA, "The agenda is",
    "Write the agenda of the meeting in FOLDER as a Word document, with the pages of the pack.",
)  # fmt: skip
minutes = _command(
    "minutes", Document.MINUTES, "The draft minutes are",
    "Write draft minutes of the meeting in FOLDER as a Word document, with room for decisions and actions.",
)  # fmt: skip
table = _command(
    "csv", Document.TABLE, "The table is", "Write the table of the agenda of the meeting in FOLDER for a spreadsheet."
)
