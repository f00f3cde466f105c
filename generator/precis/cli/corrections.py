"""Commands for corrections: correct, memorandum, corrigendum, reissue."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from precis.cli.group import say, tell, write_built, write_text
from precis.cli.options import as_date, build_options, dry_run_option, force_option, source_option, templates_option
from precis.cli.settings import assets_of, building

if TYPE_CHECKING:
    from precis.model import Finding

__all__ = ["COMMANDS"]


@click.command()
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--by", "requested_by", metavar="WHO", help="Who asks for the corrections.")
@click.option("--on", "requested_on", metavar="DATE", callback=as_date, help="When they were asked for: 2024-12-20.")
@source_option
@force_option
@dry_run_option
@templates_option
def correct(
    old: str,
    new: str,
    requested_by: str | None,
    requested_on: dt.date | None,
    output: Path | None,
    force: bool,
    dry_run: bool,
    templates: Path | None,
) -> None:
    """Write the corrections that make the record NEW of the record OLD, in any form that is read."""
    from precis.corrections.source import print_corrections
    from precis.model import FileSpan, PrecisError
    from precis.tasks.correct import computed

    folder = output.parent if output else Path()
    compared = computed(old, new, folder, assets_of(templates), requested_by, requested_on, force=force)
    source = compared.source
    if not source.corrections:
        tell(_doubts(compared.findings))
        _say_alike(compared.alike)
        raise PrecisError.one("no-corrections", f"says what {old} says: there is nothing to correct", FileSpan(new))
    text = print_corrections(source)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text, force=force, dry_run=dry_run)
    tell(_doubts(compared.findings))
    _say_alike(compared.alike)
    count = len(source.corrections)
    say(f"{count} correction{'' if count == 1 else 's'}{f' -> {output}' if output else ''}")


def _doubts(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.kind in ("repaired", "missing", "unread", "warning")]


def _say_alike(alike: int) -> None:
    if alike:
        texts = f"{alike} text{' differs' if alike == 1 else 's differ'}"
        say(f"typography: {texts} in blanks, hyphens or letters that look equal; nothing to correct")


@click.command()
@click.argument("corrections", nargs=-1, required=True, metavar="CORRECTIONS…")
@build_options
def memorandum(corrections: tuple[str, ...], output: Path, **options: Any) -> None:
    """Build the memorandum that asks for CORRECTIONS, and the record with them marked."""
    from precis.tasks.build import build
    from precis.tasks.correct import memoranda

    settings = building(options)
    write_built(lambda folder: build(corrections, folder, settings, memoranda), output, dry_run=settings.dry_run)


@click.command()
@click.argument("corrections", nargs=-1, required=True, metavar="CORRECTIONS…")
@click.option("--on", "issued", metavar="DATE", callback=as_date, help="The date of issue of the corrigendum.")
@build_options
def corrigendum(corrections: tuple[str, ...], issued: dt.date | None, output: Path, **options: Any) -> None:
    """Build the corrigendum of CORRECTIONS: of one record, or the consolidated one of several of a session."""
    from precis.tasks.build import build_made
    from precis.tasks.correct import corrigenda

    settings = building(options)
    made = corrigenda(corrections, settings.house, settings.assets, issued)
    write_built(lambda folder: build_made(made, folder, settings), output, dry_run=settings.dry_run)


@click.command()
@click.argument("corrections", nargs=-1, required=True, metavar="CORRECTIONS…")
@click.option(
    "--on", "date", metavar="DATE", callback=as_date, help="The day of the reissue; else that of the request."
)
@build_options
def reissue(corrections: tuple[str, ...], date: dt.date | None, output: Path, **options: Any) -> None:
    """Carry out CORRECTIONS and build the corrected record, reissued, as a source and as documents."""
    from precis.tasks.build import build
    from precis.tasks.correct import reissues

    settings = building(options)
    write_built(lambda folder: build(corrections, folder, settings, reissues(date)), output, dry_run=settings.dry_run)


COMMANDS = (correct, memorandum, corrigendum, reissue)
