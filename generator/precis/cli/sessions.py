"""Commands for sessions: digest, brief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from precis.cli.group import tell, write_built, write_text
from precis.cli.options import as_source, build_options
from precis.cli.settings import building

__all__ = ["COMMANDS"]


class _Pages(click.IntRange):
    """A number of pages, as faults call it."""

    name = "number of pages"


@click.command()
@click.argument("folder", type=click.Path())
@click.option(
    "--source",
    type=click.Path(path_type=Path),
    metavar="FILE.md",
    callback=as_source,
    help="Write the digest as a source to edit, and build nothing.",
)
@click.option("--language", default="en", help="The language of the digest: en, fr; what records say stays in theirs.")
@build_options
def digest(folder: str, source: Path | None, language: str, output: Path, **options: Any) -> None:
    """Build the digest of the session whose records are in FOLDER: a first page, one a State, one for the rest.

    With --source FILE.md it is written to be edited; `precis build FILE.md` then checks all references and builds it.
    If FOLDER is such a source itself, the words that its references lack are filled in.
    """
    from precis.tasks.build import build_made
    from precis.tasks.digest import digest as digest_of
    from precis.tasks.digest import digest_text
    from precis.tasks.gather import gather
    from precis.tasks.progress import bar

    settings = building(options)
    assets = settings.assets
    if source is not None:
        text, told = digest_text(folder, source, settings.house, assets, language)
        # A source whose references are filled in is the user's own, and is given for that.
        in_place = Path(folder).resolve() == source.resolve()
        write_text(source, text, force=settings.force or in_place, dry_run=settings.dry_run)
        tell(told)
        if not settings.dry_run:
            click.echo(str(source))
        return
    made = digest_of(gather(folder, assets, bar), settings.house, assets, language)
    write_built(lambda folder: build_made(made, folder, settings), output, dry_run=settings.dry_run)


@click.command()
@click.argument("records", type=click.Path())
@click.option("--state", metavar="NAME", help="A State whose dialogue the briefing is on: Ruritania.")
@click.option("--theme", metavar="NAME", help="A theme that it is on, in all dialogues: Education.")
@click.option("--member", metavar="NAME", help="A member of the committee whose questions it is on: Tremblay.")
@click.option("--all", "every", is_flag=True, help="One on the session, one on each State and one on each meeting.")
@click.option("--language", default="en", help="Its language: en, fr; what records say stays in theirs.")
@click.option("--pages", type=_Pages(min=1), metavar="NUMBER", help="How many pages it may have, if fewer than usual.")
@build_options
def brief(
    records: str,
    state: str | None,
    theme: str | None,
    member: str | None,
    every: bool,
    language: str,
    pages: int | None,
    output: Path,
    **options: Any,
) -> None:
    """Build a briefing: one page on a meeting for a record, two on the session for a folder of RECORDS.

    With --state, two pages on the dialogue with that State; with --theme or --member, up to four across all dialogues.
    """
    from precis.tasks.build import build_made
    from precis.tasks.digest import Subject
    from precis.tasks.digest import brief as brief_of
    from precis.tasks.gather import gather
    from precis.tasks.progress import bar

    subject = Subject(state, theme, member, every, pages)
    subject.check()
    settings = building(options)
    assets = settings.assets
    made = brief_of(gather(records, assets, bar), subject, settings.house, assets, language)
    write_built(lambda folder: build_made(made, folder, settings), output, dry_run=settings.dry_run)


COMMANDS = (digest, brief)
