"""The commands for what comes after publication: issue, changes, chase."""

from datetime import date
from pathlib import Path

import click

from agendabuilder import paths
from agendabuilder.app.made_packs import IssueOrder
from agendabuilder.cli.errors import errors_as_sentences
from agendabuilder.cli.options import FOLDER, MODE, PASSWORDS
from agendabuilder.cli.output import print_built, print_json
from agendabuilder.cli.progress_bar import progress_bar
from agendabuilder.domain.change_sheet import change_text
from agendabuilder.domain.chaser import chaser_text
from agendabuilder.domain.issued_pack import IssueMode


@click.command()
@click.argument("folder", type=FOLDER)
@MODE
@click.option("--note", default="", help="Why the pack is issued; kept with the issue.")
@click.option("--who", default="", help="Who issues it; without it, the name that you are signed in with.")
@PASSWORDS
@errors_as_sentences
def issue(folder: Path, mode: str, note: str, who: str, passwords: tuple[str, ...]) -> None:
    """Build the pack of the meeting in FOLDER and keep it as its next issue. Nobody else may have the meeting open."""
    from agendabuilder.app.issue_pack import issue_pack
    from agendabuilder.store.folder_lock import folder_lock
    from agendabuilder.store.meeting_folder import open_folder

    opened, order = open_folder(folder), IssueOrder(IssueMode(mode), note, who, passwords)
    with folder_lock(opened.path), progress_bar() as progress:
        made = issue_pack(opened, paths.cache(), date.today(), progress, order)
    print_built(made.packs)
    click.echo(f"Issue {made.issued.number} is in {made.place.resolve()}")


@click.command()
@click.argument("folder", type=FOLDER)
@MODE
@PASSWORDS
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@errors_as_sentences
def changes(folder: Path, mode: str, passwords: tuple[str, ...], as_json: bool) -> None:
    """Say what is different from the last issue of the meeting in FOLDER: text to paste into an e-mail."""
    from agendabuilder.app.changes import changes_now
    from agendabuilder.store.meeting_folder import open_folder

    opened = open_folder(folder)
    with progress_bar() as progress:
        found = changes_now(opened.load(), opened.path, paths.cache(), progress, IssueMode(mode), passwords)
    if as_json:
        print_json(found)
    else:
        click.echo(change_text(found.sheet), nl=False)


@click.command()
@click.argument("folder", type=FOLDER)
@errors_as_sentences
def chase(folder: Path) -> None:
    """Say who owes which paper for the meeting in FOLDER, and by when: text to paste into an e-mail."""
    from agendabuilder.store.meeting_folder import open_folder

    text = chaser_text(open_folder(folder).load(), date.today())
    click.echo(text or "No paper is to follow.\n", nl=False)
