"""The commands: new, build, check, show, templates, sample, and those of files beside this one."""

from datetime import date, datetime
from pathlib import Path

import click

from agendabuilder import __version__, paths
from agendabuilder.app.left_behind import clear_left_behind
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.cli.document_commands import html, minutes, table, word
from agendabuilder.cli.errors import errors_as_sentences
from agendabuilder.cli.issue_commands import changes, chase, issue
from agendabuilder.cli.options import FOLDER, MODE, PASSWORDS
from agendabuilder.cli.output import print_accepted, print_built, print_findings, print_json, write_any_letter
from agendabuilder.cli.pack_check import check_packs
from agendabuilder.cli.progress_bar import progress_bar
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="agendabuilder")
def main() -> None:
    """Build agenda packs: one paginated PDF from a meeting, its reports and its notices."""
    write_any_letter()
    clear_left_behind(paths.cache())


@main.command()
@click.argument("folder", type=FOLDER)
@click.option("--template", "template_id", required=True, help="Which template; “agendabuilder templates” lists them.")
@click.option("--date", "day", type=_DAY, required=True, help="The day of the meeting, as 2027-03-04.")
@click.option("--organisation", default="", help="The council or body.")
@click.option("--committee", default="", help="The committee's name.")
@errors_as_sentences
def new(folder: Path, template_id: str, day: datetime, organisation: str, committee: str) -> None:
    """Make a meeting in FOLDER from a template, with every date worked out."""
    from agendabuilder.app.new_meeting import new_meeting

    made = new_meeting(folder, template_id, day.date(), organisation, committee)
    click.echo(f"The meeting is in {made.file}.")


@main.command()
@click.argument("folder", type=FOLDER)
@click.option("-o", "--output", type=FOLDER, help="The file (.pdf) or folder to write to; else beside the meeting.")
@click.option(
    "--audience",
    type=click.Choice(["public", "members", "both"]),
    help="Whose pack; without it the public's, and the members' too when something is exempt.",
)
@click.option("--reader", default="", help="Whose copy the members' pack is; the name is printed across its pages.")
@MODE
@PASSWORDS
@click.option("--draft", is_flag=True, help="Build although something is missing; every page is marked DRAFT.")
@click.option("--json", "as_json", is_flag=True, help="Print the build record as JSON.")
@errors_as_sentences
def build(
    folder: Path,
    output: Path | None,
    audience: str | None,
    reader: str,
    mode: str,
    passwords: tuple[str, ...],
    draft: bool,
    as_json: bool,
) -> None:
    """Build the agenda pack of the meeting in FOLDER: one for everybody, or the public's and the members'."""
    wanted = Audience(audience) if audience in ("public", "members") else None
    _build(folder, BuildOrder(output, draft, wanted, IssueMode(mode), reader, passwords), as_json)


@main.command()
@click.argument("folder", type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--accessibility", is_flag=True, help="Print what each report offers to people who cannot see it.")
@click.option("--pack", is_flag=True, help="Look through the finished packs instead, from cover to cover.")
@PASSWORDS
@errors_as_sentences
def check(folder: Path, as_json: bool, accessibility: bool, pack: bool, passwords: tuple[str, ...]) -> None:
    """Say what is missing or doubtful in the meeting in FOLDER; exit code 7 if it would stop a build."""
    if accessibility:
        _print_accessibility(folder, passwords, as_json)
        return
    if pack:
        check_packs(folder, as_json)
        return
    from agendabuilder.app.check_meeting import check_folder
    from agendabuilder.domain.finding import Severity
    from agendabuilder.store.meeting_folder import open_folder

    with progress_bar() as progress:
        settled = check_folder(open_folder(folder), paths.cache(), date.today(), progress, passwords)
    if as_json:
        print_json({"findings": settled.open, "accepted": settled.accepted})
    else:
        print_findings(settled.open)
        print_accepted(settled.accepted)
    if any(finding.severity is Severity.BLOCKER for finding in settled.open):
        raise SystemExit(7)


@main.command()
@click.argument("folder", type=FOLDER)
@errors_as_sentences
def show(folder: Path) -> None:
    """Print the agenda of the meeting in FOLDER as text."""
    from agendabuilder.app.agenda_text import agenda_text
    from agendabuilder.store.meeting_folder import open_folder

    click.echo(agenda_text(open_folder(folder).load()), nl=False)


@main.command()
@errors_as_sentences
def templates() -> None:
    """List the templates."""
    from agendabuilder.app.new_meeting import list_templates

    found = list(list_templates())
    width = max(len(template.id) for template in found)
    for template in found:
        click.echo(f"{template.id:<{width}}  {template.name}. {template.description}")


@main.command()
@click.argument("folder", type=FOLDER, default=Path("sample-meeting"))
@errors_as_sentences
def sample(folder: Path) -> None:
    """Copy the sample meeting to FOLDER (sample-meeting without one) and build its pack."""
    from agendabuilder.app.sample import copy_sample

    copied = copy_sample(folder)
    _build(copied.path, BuildOrder(), as_json=False)


def _print_accessibility(folder: Path, passwords: tuple[str, ...], as_json: bool) -> None:
    from agendabuilder.app.accessibility import accessibility_of_folder
    from agendabuilder.store.meeting_folder import open_folder

    with progress_bar() as progress:
        statement = accessibility_of_folder(open_folder(folder), paths.cache(), progress, passwords)
    if as_json:
        print_json(statement)
    else:
        click.echo(statement.text, nl=False)


def _build(folder: Path, order: BuildOrder, as_json: bool) -> None:
    from agendabuilder.app.build_pack import build_packs
    from agendabuilder.store.meeting_folder import open_folder

    with progress_bar() as progress:
        built = build_packs(open_folder(folder), paths.cache(), date.today(), progress, order)
    if not as_json:
        print_built(built)
    elif len(built) == 1:
        print_json(built[0].record)
    else:
        print_json({"packs": [pack.record for pack in built]})


for command in (issue, changes, chase, html, word, minutes, table):
    main.add_command(command)
