"""What `agendabuilder check --pack` does: the finished packs in a meeting's folder are looked through and judged."""

from pathlib import Path

import click

from agendabuilder import paths
from agendabuilder.cli.output import print_findings, print_json
from agendabuilder.cli.progress_bar import progress_bar
from agendabuilder.errors import PackNotProvenError


def check_packs(folder: Path, as_json: bool) -> None:
    """Print what was found in each pack that lies in the folder.

    Raises `FolderError` when there is none, and `PackNotProvenError` when one is not to be published.
    """
    from agendabuilder.app.finished_pack import look_through_folder
    from agendabuilder.preflight.pack_verdict import not_proven
    from agendabuilder.store.meeting_folder import open_folder

    with progress_bar() as progress:
        looked = look_through_folder(open_folder(folder).path, paths.cache(), progress)
    faulty = [verdict for _, verdict in looked if verdict.faults]
    if as_json:
        packs = ({"file": pack.name, "findings": each.findings, "faults": each.faults} for pack, each in looked)
        print_json({"packs": list(packs)})
        raise SystemExit(PackNotProvenError.exit_code if faulty else 0)
    for pack, verdict in looked:
        click.echo(f"{pack.name}:")
        if verdict.findings or not verdict.faults:
            print_findings(verdict.findings)
    if faulty:
        raise not_proven(faulty[0])
