"""Commands for the editions of one record in several languages: translate, compare-editions."""

from __future__ import annotations

from pathlib import Path

import click

from precis.cli.group import Exit, say, tell, write_text
from precis.cli.options import LanguageOption, dry_run_option, force_option, source_path, templates_option
from precis.cli.settings import assets_of

__all__ = ["COMMANDS"]


@click.command()
@click.argument("record", type=click.Path())
@click.option("--to", "code", cls=LanguageOption, table="wording", required=True, help="The language: {codes}.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A .md file; without it, 590.es.md beside 590.md.",
)
@force_option
@dry_run_option
@templates_option
def translate(record: str, code: str, output: Path | None, force: bool, dry_run: bool, templates: Path | None) -> None:
    """Write the source of RECORD's edition in another language, ready to be translated.

    The cover, headings and lines of procedure known by their formulae, and the notes are in that language; paragraphs
    keep their numbers. Each other text is a gap, with its original beneath as a comment.
    """
    from precis.tasks.translate import translated

    done, usual = translated(record, code, assets_of(templates))
    target = usual if output is None else source_path(output, ".md")
    if target is None:
        click.echo(done.text, nl=False)
    else:
        write_text(target, done.text, force=force, dry_run=dry_run)
    tell(done.findings)
    say(f"{done.said} of {done.said + done.gaps} texts in {code}, {done.gaps} to be translated -> {target or '-'}")


@click.command("compare-editions")
@click.argument("one", type=click.Path())
@click.argument("other", type=click.Path())
@templates_option
def compare_editions(one: str, other: str, templates: Path | None) -> None:
    """Tell where two editions of a record, ONE and the OTHER, disagree: paragraphs, speakers, figures, symbols, dates.

    Each finding has its file and line on both sides. The exit code is 1 if there are any.
    """
    from precis.tasks.editions import compared

    found = compared(one, other, assets_of(templates))
    tell(found.findings)
    say(f"{found.texts} texts compared, {found.count} disagreement{'' if found.count == 1 else 's'}")
    if found.count:
        raise SystemExit(Exit.FAULT)


COMMANDS = (translate, compare_editions)
