"""Commands for archives, the records of many sessions: export."""

from __future__ import annotations

from pathlib import Path

import click

from precis.cli.group import Exit, say, tell
from precis.cli.options import dry_run_option, templates_option
from precis.cli.settings import assets_of
from precis.writers.tables import TABLE_FORMATS

__all__ = ["COMMANDS"]

_FORMS = "; ".join(f"{each.name}, {each.help}" for each in TABLE_FORMATS.values())


@click.command()
@click.argument("folder", type=click.Path())
@click.option(
    "--to",
    "form",
    type=click.Choice(list(TABLE_FORMATS)),
    default="csv",
    show_default=True,
    help=f"The form: {_FORMS}.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path(), help="The folder to write into.", metavar="DIR"
)
@dry_run_option
@templates_option
def export(folder: str, form: str, output: Path, dry_run: bool, templates: Path | None) -> None:
    """Write tables of the records in FOLDER and below: a row a paragraph, with speaker, State and item; and of facts.

    datapackage.json says what each column holds.
    """
    from precis.tasks.export import export as export_all
    from precis.tasks.progress import bar
    from precis.tasks.shelf import address_of

    assets = assets_of(templates)
    done = export_all(folder, output, form, assets, address_of(assets), bar, dry=dry_run)
    tell((*done.faults, *done.told))
    for path in done.paths:
        click.echo(f"would write {path}" if dry_run else str(path))
    say(f"{done.records} records, {done.paragraphs} paragraphs")
    if done.faults:
        raise SystemExit(Exit.FAULT)


COMMANDS = (export,)
