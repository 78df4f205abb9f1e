"""The command for the agenda as a web page."""

from datetime import date
from pathlib import Path

import click

from agendabuilder import paths
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.cli.errors import errors_as_sentences
from agendabuilder.cli.options import FOLDER, MODE, PASSWORDS
from agendabuilder.cli.progress_bar import progress_bar
from agendabuilder.domain.issued_pack import IssueMode


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("-o", "--output", type=FOLDER, help="The file (.html) or folder to write to; else beside the meeting.")
@MODE
@PASSWORDS
@click.option("--draft", is_flag=True, help="Write the page although something is missing; it says DRAFT.")
@errors_as_sentences
def html(folder: Path, output: Path | None, mode: str, passwords: tuple[str, ...], draft: bool) -> None:
    """Write the public agenda of the meeting in FOLDER as one accessible web page, with links into the pack."""
    from agendabuilder.app.html_agenda import write_html_agenda
    from agendabuilder.store.meeting_folder import open_folder

    order = BuildOrder(output, draft, way=IssueMode(mode), passwords=passwords)
    with progress_bar() as progress:
        page = write_html_agenda(open_folder(folder), paths.cache(), date.today(), progress, order)
    click.echo(f"The page is {page.file.resolve()}")
    if not page.pack.exists():
        click.echo(f"Its links lead to “{page.pack.name}”: put the pack beside it under that name.")
