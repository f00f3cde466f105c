"""Commands for archives, the records of many sessions: export, index, search, precedents."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from precis.cli.group import Exit, say, tell
from precis.cli.options import LanguageOption, as_date, cluster_option, crew_of, dry_run_option, templates_option
from precis.cli.settings import assets_of
from precis.writers.tables import TABLE_FORMATS

if TYPE_CHECKING:
    from precis.archive.marking import Excerpt
    from precis.archive.query import Query
    from precis.archive.search import Hit
    from precis.assets import Assets

__all__ = ["COMMANDS", "INDEX", "MOVES"]

INDEX = "precis.index"
"""The file of an index, where none is named."""
MOVES = (
    "speech",
    "decision",
    "event",
    "text",
    "presented",
    "praise",
    "concern",
    "question",
    "answer",
    "undertaking",
    "figure",
)
"""What a paragraph is, and the moves of dialogues in it."""
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


@click.command()
@click.argument("folder", type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path(INDEX),
    show_default=True,
    help="The file of the index.",
)
@cluster_option
@templates_option
def index(folder: str, output: Path, cluster: str | None, templates: Path | None) -> None:
    """Make an index of the records in FOLDER and below, which precis search reads; or read again what has changed."""
    from precis.tasks.index import index as index_all
    from precis.tasks.progress import bar
    from precis.tasks.shelf import address_of

    assets = assets_of(templates)
    with crew_of(cluster, templates) as crew:
        done = index_all(folder, output, assets, address_of(assets), bar, crew)
    tell((*done.faults, *done.told))
    click.echo(str(output))
    say(f"{done.records} records; {done.read} files read, {done.gone} gone")
    if done.faults:
        raise SystemExit(Exit.FAULT)


def _year(_ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """The callback of an option that is a year or a date."""
    if value is not None and re.fullmatch(r"[12]\d{3}", value):
        return dt.date(int(value), 1, 1)
    return as_date(_ctx, param, value)


def _narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a search is narrowed, and the indexes it is in."""
    for option in reversed(
        (
            click.option("--state", metavar="NAME", help="A State that speaks or is under review: Ruritania."),
            click.option("--body", metavar="CODE", help="A treaty body: crc."),
            click.option("--since", metavar="YEAR", callback=_year, help="The first year, or day: 2015, 2015-06-01."),
            click.option("--kind", type=click.Choice(MOVES), metavar="KIND", help=f"One of: {', '.join(MOVES)}."),
            click.option("--speaker", metavar="NAME", help="Words of the speaker, or of his or her organization."),
            click.option("--theme", metavar="NAME", help="A theme of dialogues: Education."),
            click.option(
                "--language",
                cls=LanguageOption,
                table="wording",
                metavar="CODE",
                help="The language of the records: {codes}.",
            ),
            click.option(
                "--index",
                "indexes",
                type=click.Path(path_type=Path),
                multiple=True,
                default=(Path(INDEX),),
                show_default=True,
                help="The index; several are read as one.",
            ),
            click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="So many at most."),
            templates_option,
        )
    ):
        command = option(command)
    return command


@click.command()
@click.argument("words", default="")
@_narrowing
@click.option("--ranked", is_flag=True, help="The best first, not the newest.")
@click.option("--context", type=click.IntRange(min=0), default=0, metavar="NUMBER", help="So many paragraphs around.")
def search(words: str, ranked: bool, context: int, **options: Any) -> None:
    """Find the paragraphs that have all WORDS, newest first; words in quotation marks stand beside one another.

    Each is told with its place, its day, who speaks (in brackets where the paragraph does not say it), the words around
    and a link; with --json as an object a line.
    """
    from precis.archive.search import search as search_all
    from precis.tasks.search import as_json, heading_of

    query, assets = _asked(words, options)
    hits = search_all(options["indexes"], query, options["most"], ranked=ranked)
    for hit in hits:
        if _wants_json():
            click.echo(as_json(hit, query, context))
        else:
            click.echo(click.style(heading_of(hit, assets), bold=True))
            _show(hit, query, context)
    say(f"{len(hits)} paragraphs")
    if not hits:
        _say_nothing(options["indexes"], "fewer words, other forms of them, or fewer options")


@click.command()
@click.argument("words")
@_narrowing
def precedents(words: str, **options: Any) -> None:
    """Tell how WORDS were said, beside one another as they stand: how often in each year, and the newest places."""
    from precis.archive.search import by_year
    from precis.archive.search import search as search_all
    from precis.tasks.search import as_json, heading_of

    query, assets = _asked(words, options, phrase=True)
    counts = by_year(options["indexes"], query)
    hits = search_all(options["indexes"], query, options["most"])
    if _wants_json():
        years = {str(year or ""): count for year, count in counts.items()}
        click.echo(json.dumps({"years": years}, ensure_ascii=False))
        for hit in hits:
            click.echo(as_json(hit, query, 0))
        return
    for year, count in counts.items():
        click.echo(f"{year or 'no day'}  {count:6}")
    for hit in hits:
        click.echo(click.style(heading_of(hit, assets), bold=True))
        _show(hit, query, 0)
    say(f"{sum(counts.values())} paragraphs")
    if not counts:
        _say_nothing(options["indexes"], f"fewer words, or precis search '{words}', where they may stand apart")


def _wants_json() -> bool:
    return bool(click.get_current_context().find_root().params.get("as_json"))


def _asked(words: str, options: Mapping[str, Any], *, phrase: bool = False) -> tuple[Query, Assets]:
    """What is looked for, in the words of the index, and the files that it was read with."""
    from precis.tasks.search import query_of

    assets = assets_of(options["templates"])
    query = query_of(words, options, options["indexes"], assets, phrase=phrase)
    return query, assets


def _say_nothing(indexes: Sequence[Path], wider: str) -> None:
    """Say where nothing was found, and what finds more."""
    say(f"nothing in {', '.join(map(str, indexes))} fits the words and all options; try {wider}")


def _show(hit: Hit, query: Query, context: int) -> None:
    """Show a hit below its heading: the words around, those that were found marked, and where it can be read."""
    from precis.archive.search import around
    from precis.tasks.search import excerpt_of, where

    before, after = around(hit, context) if context else ([], [])
    for each in before:
        click.echo(f"    {each.row.text}")
    click.echo(f"    {_marked(excerpt_of(hit, query, whole=bool(context)))}")
    for each in after:
        click.echo(f"    {each.row.text}")
    click.echo(f"    {hit.cover.url or where(hit)}\n")


def _marked(said: Excerpt) -> str:
    """An excerpt in one line: what was found is bold in a terminal, and between asterisks where there is no bold."""
    tty = sys.stdout.isatty()
    out, at = ["…" if said.begins else ""], 0
    for start, end in said.marked:
        found = said.text[start:end]
        out += [said.text[at:start], click.style(found, bold=True, fg="yellow") if tty else f"*{found}*"]
        at = end
    return " ".join("".join((*out, said.text[at:], "…" if said.ends else "")).split("\n"))


COMMANDS = (export, index, search, precedents)
