"""Commands for the rules of the house: check, explain."""

from __future__ import annotations

from pathlib import Path

import click

from precis.cli.group import Exit, say
from precis.cli.options import cluster_option, crew_of, templates_option
from precis.cli.settings import assets_of, of_reading

__all__ = ["COMMANDS"]

_FORMATS = ("text", "json", "github", "sarif")


def _names(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for given in value for name in given.split(",") if name.strip())


@click.command()
@click.argument("file", type=click.Path(), metavar="FILE|FOLDER")
@click.option("--fix", is_flag=True, help="Mend in the sources what has one right text.")
@click.option("--select", multiple=True, metavar="RULES", callback=_names, help="Only these rules, by name.")
@click.option("--ignore", multiple=True, metavar="RULES", callback=_names, help="All rules but these.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="A file of what is known and not told again; it is written if it is not there.",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="How it is told."
)
@click.option("--words", multiple=True, metavar="WORD", help="A name or word that is left alone; may be repeated.")
@click.option("--force", is_flag=True, help="Look through all files of a folder again, also those that did not change.")
@cluster_option
@templates_option
def check(
    file: str,
    fix: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    form: str,
    words: tuple[str, ...],
    force: bool,
    cluster: str | None,
    templates: Path | None,
) -> None:
    """Hold a record to the rules of the house, or all records of a folder, one by one and beside one another.

    Each finding has its place, its rule, and what to write; precis explain RULE says why. Of a folder, only files that
    changed are looked through again: the others are known from .precis-known in the working folder. The exit code is 1
    if there are errors.
    """
    from precis.checks import Level
    from precis.tasks.baseline import without_known
    from precis.tasks.check import Wanted
    from precis.tasks.check import check as check_all
    from precis.tasks.check_formats import FORMATS, summary, with_advice
    from precis.tasks.progress import bar

    asked = click.get_current_context().find_root().params
    if asked.get("as_json"):
        form = "json"
    known = None
    if not fix and Path(file).is_dir():
        from precis.tasks.known import Known

        known = Known(Path(), of_reading(templates), anew=force)
    with crew_of(cluster, templates) as crew:
        checked = check_all(file, assets_of(templates), Wanted(select, ignore, fix, words), bar, crew, known)
    if known is not None:
        known.write()
    if baseline is not None:
        checked = without_known(checked, baseline)
    in_words = with_advice if form == "text" and asked.get("verbose") else FORMATS[form]
    click.echo(in_words(checked), nl=False)
    say(summary(checked))
    if checked.count(Level.ERROR):
        raise SystemExit(Exit.FAULT)


@click.command()
@click.argument("rule")
@templates_option
def explain(rule: str, templates: Path | None) -> None:
    """Say of a RULE why it is one, what breaks it and what keeps it, and where it is from."""
    from precis.tasks.check import explained

    click.echo(explained(rule, assets_of(templates)), nl=False)


COMMANDS = (check, explain)
