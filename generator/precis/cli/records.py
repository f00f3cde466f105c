"""Commands for records: parse, draft, join, build, watch, schema."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from precis.cli.group import Exit, say, tell, write_built, write_text
from precis.cli.options import (
    build_options,
    cluster_option,
    crew_of,
    dry_run_option,
    force_option,
    source_option,
    source_path,
    templates_option,
)
from precis.cli.settings import NAME, Lasting, assets_of, building, of_documents, options_now

if TYPE_CHECKING:
    from precis.assets import Assets
    from precis.model import Finding, Reading
    from precis.tasks.ledger import Built, Ledger
    from precis.tasks.rendering import Settings
    from precis.tasks.workers import Crew

__all__ = ["COMMANDS"]

_SET = click.option(
    "--set", "settings", multiple=True, metavar="FIELD=VALUE", help="Give a field of the cover; may be repeated."
)


@click.command()
@click.argument("file", type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A .md or .json file; without it, standard output. For a folder, the folder of the sources.",
)
@click.option(
    "--changes",
    type=click.Choice(["accepted", "rejected"]),
    default="accepted",
    show_default=True,
    help="How tracked changes are read.",
)
@click.option("--encoding", metavar="NAME", help="How a text is encoded that is not in UTF-8: windows-1251, utf-16.")
@_SET
@force_option
@dry_run_option
@cluster_option
@templates_option
def parse(
    file: str,
    output: Path | None,
    changes: str,
    encoding: str | None,
    settings: tuple[str, ...],
    force: bool,
    dry_run: bool,
    cluster: str | None,
    templates: Path | None,
) -> None:
    """Read a record from FILE: a published Word file, PDF, web page or text, a source or JSON; or a folder of them.

    What was inferred or repaired is told with its place and reason. Fields that are missing are listed, and the exit
    code is 3.

    If FILE is a folder, all files in it and below are read, and OUTPUT is a folder: each source stands there at
    BODY/SESSION/MEETING.md, and records.csv says what was read, repaired and missing in each file.
    """
    from precis.reading.files import STANDARD_INPUT, read_bytes, read_file, set_values
    from precis.source.json_form import print_json
    from precis.source.record import print_record

    if Path(file).is_dir():
        if force or dry_run:
            raise click.BadParameter("is of one file; of a folder nothing is written over", param_hint="--force")
        with crew_of(cluster, templates) as crew:
            _parse_folder(file, output, settings, assets_of(templates), crew, rejected=changes == "rejected")
        return
    if cluster is not None:
        raise click.BadParameter("is for a folder", param_hint="--cluster")
    if file != STANDARD_INPUT and not Path(file).exists():
        # It may have been meant for a folder, whose output is one, too: that it is not there is what has to be said.
        read_bytes(file)
    output = source_path(output, ".md", ".json")
    assets, rejected = assets_of(templates), changes == "rejected"
    given = set_values(settings)
    reading = read_file(file, assets, given, rejected=rejected, encoding=encoding)
    as_json = output is not None and output.suffix == ".json"
    text = print_json(reading.record, reading.findings) if as_json else print_record(reading.record, reading.findings)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text, force=force, dry_run=dry_run)
    _tell(reading, output)
    if reading.missing:
        raise SystemExit(Exit.MISSING)


def _parse_folder(
    folder: str, output: Path | None, settings: tuple[str, ...], assets: Assets, crew: Crew, *, rejected: bool
) -> None:
    from precis.tasks.archive import COUNTED, collect
    from precis.tasks.progress import bar

    if settings:
        raise click.BadParameter("gives a field to one record; read that file alone", param_hint="--set")
    if output is None:
        raise click.UsageError("A folder is read into a folder; name it with -o records")
    verbose = click.get_current_context().find_root().params["verbose"]
    collected = collect(folder, output, assets, crew, rejected=rejected, progress=bar)
    for row in collected.rows:
        tell(row.faults)
        tell(each for each in row.findings if each.kind == "warning" or verbose)
        if row.note:
            say(f"{row.file}: {row.note}")
        if row.missing:
            say(f"{row.file}: missing: {', '.join(row.missing)}; write it into {output / row.place}")
    tell(collected.findings)
    read = [row for row in collected.rows if not row.faults]
    totals = dict(zip(COUNTED, map(sum, zip(*(row.counts for row in read), strict=True)), strict=False))
    totals["missing"] = sum(len(row.missing) for row in read)
    counts = "".join(f", {count} {kind}" for kind, count in totals.items() if count)
    say(f"{len(read)} of {len(collected.rows)} files read{counts} -> {collected.table}")
    if len(read) < len(collected.rows):
        raise SystemExit(Exit.FAULT)
    if any(row.missing for row in read):
        raise SystemExit(Exit.MISSING)


def _tell(reading: Reading, output: Path | None) -> None:
    """Say on standard error what was read, and every finding."""
    tell(reading.findings)
    record = reading.record
    headings, paragraphs = len(record.headings), len(record.paragraphs)
    what = f"{record.symbol or 'a record without symbol'}: {headings} headings, {paragraphs} paragraphs"
    counts = ", ".join(_counts(reading.findings))
    where = f" -> {output}" if output else ""
    say(f"{what}{f'; {counts}' if counts else ''}{where}")
    if reading.missing:
        options = " ".join(f"--set {field}=…" for field in reading.missing)
        say(f"Give what is missing with {options}{f', or write it into {output}' if output else ''}.")


def _counts(findings: tuple[Finding, ...]) -> list[str]:
    kinds = [finding.kind for finding in findings]
    return [f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)]


@click.command()
@click.argument("symbol")
@click.option("--session", metavar="NUMBER", help="The number of the session.")
@click.option("--held", metavar="DATE TIME", help='When: "2025-12-12 15:00".')
@click.option("--place", help='Where: "Palais Wilson, Geneva", or videoconference.')
@click.option("--chair", multiple=True, help='Who presides: "Ms. X"; repeat for a sequence.')
@click.option("--language", help="The language of the record, by its code: en.")
@click.option(
    "--after", type=click.Path(), metavar="RECORD", help="The record of the meeting before, whose session goes on."
)
@click.option("--partial", is_flag=True, help="It covers a part of the meeting.")
@click.option("--began", metavar="TIME", help="When the meeting, or the part recorded, began: 17:40.")
@click.option("--rose", metavar="TIME", help="When the meeting rose: 18:00.")
@click.option("--issued", metavar="DATE", help="The date of issue: 2025-12-16.")
@click.option("--item", "items", multiple=True, help="An agenda item; repeat for each.")
@source_option
@_SET
@force_option
@dry_run_option
@templates_option
def draft(
    symbol: str,
    after: str | None,
    partial: bool,
    items: tuple[str, ...],
    output: Path | None,
    settings: tuple[str, ...],
    chair: tuple[str, ...],
    force: bool,
    dry_run: bool,
    templates: Path | None,
    **fields: Any,
) -> None:
    """Write a source for the record SYMBOL, ready to fill. It builds at once, with its gaps marked.

    With --after RECORD it goes on where that record ends: with its session, place and Chair, and if a dialogue stood
    last, with its headings "(continued)" and the formula by which the delegation comes.
    """
    from precis.language import languages
    from precis.reading.files import set_values
    from precis.tasks.draft import Earlier, earlier
    from precis.tasks.draft import draft as draft_of

    assets = assets_of(templates)
    before = earlier(after, assets) if after is not None else Earlier({})
    given = {"symbol": symbol, "coverage": "partial" if partial else None, **fields}
    if "original" not in before.values:
        # A language that there is not is told once, as that of the record.
        given["original"] = fields["language"] if fields["language"] in languages(assets) else "en"
    set_again = {setting.partition("=")[0].strip() for setting in settings}
    named = [f"{key}={value}" for key, value in given.items() if value is not None and key not in set_again]
    values = set_values((*named, *(f"chair={name}" for name in chair), *settings), "")
    before.check(values["symbol"])
    text = draft_of({**before.values, **values}, items, assets, before.blocks)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text, force=force, dry_run=dry_run)
        if not dry_run:
            click.echo(str(output))


@click.command()
@click.argument("takes", nargs=-1, required=True, metavar="TAKE…", type=click.Path())
@source_option
@force_option
@dry_run_option
@templates_option
def join(takes: tuple[str, ...], output: Path | None, force: bool, dry_run: bool, templates: Path | None) -> None:
    """Join the takes of a meeting into one record, with running numbers.

    A TAKE is a source with document: take, its number in the meeting, and who writes it, which a comment in the record
    keeps. Names and terms that one take writes otherwise than the others are told.
    """
    from precis.tasks.join import join as join_all

    joined = join_all(takes, assets_of(templates))
    if output is None:
        click.echo(joined.text, nl=False)
    else:
        write_text(output, joined.text, force=force, dry_run=dry_run)
        if not dry_run:
            click.echo(str(output))
    tell(joined.told)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@cluster_option
@build_options
def build(sources: tuple[str, ...], output: Path, cluster: str | None, **options: Any) -> None:
    """Build the documents of each SOURCE. All of them are written, or none.

    A SOURCE may be a folder, whose records and digests are built, or - for standard input. Of a folder, or of several
    sources, only what changed is built again; --force builds all.
    """
    from precis.tasks.ledger import is_kept, read_ledger

    if str(output) == "-" or not is_kept(sources):
        from precis.tasks.build import build as build_all
        from precis.tasks.build import sources_in

        settings = building(options)
        files = sources_in(sources, settings.assets)
        with crew_of(cluster, settings.templates) as crew:
            write_built(lambda folder: build_all(files, folder, settings, crew=crew), output, dry_run=settings.dry_run)
        return
    ledger = read_ledger(output, of_documents(options))
    write_built(lambda _: _built_again(sources, options, ledger, cluster), output, dry_run=options["dry_run"])


def _built_again(sources: tuple[str, ...], options: Mapping[str, Any], ledger: Ledger, cluster: str | None) -> Built:
    """What was built of the sources before, if nothing changed: to find that out loads little. Or what is built now."""
    from precis.tasks.ledger import unchanged

    found = None if options["force"] else unchanged(sources, ledger)
    if found is not None:
        return found
    from precis.tasks.rebuild import rebuild

    with crew_of(cluster, options["templates"]) as crew:
        return rebuild(sources, building(options), ledger, crew)


@click.command(cls=Lasting)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@build_options
def watch(sources: tuple[str, ...], output: Path, **options: Any) -> None:
    """Build the documents of each SOURCE, or of those in a folder, and again whenever one is saved.

    Faults are told as they come and go, and hold up no other source. Templates, the house style, the emblem, the file
    of Word styles and precis.toml are watched, too. Ctrl-C ends it.
    """
    from precis.tasks.watch import News
    from precis.tasks.watch import watch as watch_all

    if str(output) == "-" or options["dry_run"]:
        raise click.UsageError("Documents are built into a folder; name it with -o output")

    def tell_news(news: News) -> None:
        for path in news.written:
            click.echo(str(path))
        tell(news.told)
        for name in news.mended:
            say(f"{name}: is right now")

    def ask() -> Settings:
        now = options_now()
        return building({name: now[name] for name in options})

    watch_all(sources, output, ask, tell_news, Path(NAME))


@click.command()
@click.argument("kind", default="")
@templates_option
def schema(kind: str, templates: Path | None) -> None:
    """Print the JSON Schema of a KIND of source: of a summary record, if none is named.

    The kinds are what document: may say; for an editor that checks sources as they are typed.
    """
    import json

    from precis.source.kinds import SUMMARY_RECORD, kind_named
    from precis.tasks.schema import schema as schema_of

    assets = assets_of(templates)
    made = schema_of(kind_named(kind or SUMMARY_RECORD, assets), assets)
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))


COMMANDS = (parse, draft, join, build, watch, schema)
