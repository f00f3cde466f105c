"""Commands for sessions: digest, brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from precis.cli.group import tell, write_built, write_text
from precis.cli.options import LanguageOption, as_source, build_options, cluster_option, crew_of
from precis.cli.settings import building, of_papers

if TYPE_CHECKING:
    from precis.tasks.gather import Gathered
    from precis.tasks.ledger import Built
    from precis.tasks.made import Made
    from precis.tasks.rendering import Settings

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
@click.option(
    "--language",
    cls=LanguageOption,
    table="digest",
    default="en",
    help="The language of the digest: {codes}; what records say stays in theirs.",
)
@cluster_option
@build_options
def digest(folder: str, source: Path | None, language: str, output: Path, cluster: str | None, **options: Any) -> None:
    """Build the digest of the session whose records are in FOLDER: a first page, one a State, one for the rest.

    With --source FILE.md it is written to be edited; `precis build FILE.md` then checks all references and builds it.
    If FOLDER is such a source itself, the words that its references lack are filled in.
    """
    if source is not None:
        _write_source(folder, source, language, options)
        return

    def digest_of(gathered: Gathered, settings: Settings) -> Made:
        from precis.tasks.digest import digest

        return digest(gathered, settings.house, settings.assets, language)

    _build_again(f"digest {language} {folder}", folder, output, options, cluster, digest_of)


def _write_source(folder: str, source: Path, language: str, options: Mapping[str, Any]) -> None:
    from precis.tasks.digest import digest_text

    settings = building(options)
    text, told = digest_text(folder, source, settings.house, settings.assets, language)
    # A source whose references are filled in is the user's own, and is given for that.
    in_place = Path(folder).resolve() == source.resolve()
    write_text(source, text, force=settings.force or in_place, dry_run=settings.dry_run)
    tell(told)
    if not settings.dry_run:
        click.echo(str(source))


def _build_again(
    result: str,
    records: str,
    output: Path,
    options: Mapping[str, Any],
    cluster: str | None,
    make: Callable[[Gathered, Settings], Made],
) -> None:
    """Build what is made of all records together, called `result`: what is as it was is neither read nor set again."""
    from precis.tasks.ledger import is_kept, made_of_folder, read_ledger
    from precis.tasks.named import records_beside

    if str(output) == "-" or not is_kept([records]):
        write_built(lambda folder: _built(records, folder, options, cluster, make), output, dry_run=options["dry_run"])
        return
    of_documents, of_facts = of_papers(options)
    ledger = read_ledger(output, of_documents)
    made_of = made_of_folder(records, records_beside(output))
    entry = None if options["force"] else ledger.result(result, made_of)

    def built(folder: Path) -> Built:
        if entry is not None:
            return ledger.built([entry])
        from precis.tasks.gather import gather
        from precis.tasks.known import Known
        from precis.tasks.papers import build_papers
        from precis.tasks.progress import bar

        settings = building(options)
        known = None if settings.dry_run else Known(folder, of_facts, anew=settings.force)
        with crew_of(cluster, settings.templates) as crew:
            gathered = gather(records, settings.assets, bar, crew, known)
        papers = build_papers(make(gathered, settings), settings, ledger, result, made_of)
        if known is not None:
            known.write()
        return papers

    write_built(built, output, dry_run=options["dry_run"])


def _built(
    records: str,
    folder: Path,
    options: Mapping[str, Any],
    cluster: str | None,
    make: Callable[[Gathered, Settings], Made],
) -> Built:
    """What is made of the records, of which nothing is kept."""
    from precis.tasks.build import build_made
    from precis.tasks.gather import gather
    from precis.tasks.progress import bar

    settings = building(options)
    with crew_of(cluster, settings.templates) as crew:
        gathered = gather(records, settings.assets, bar, crew)
    return build_made(make(gathered, settings), folder, settings)


@click.command()
@click.argument("records", type=click.Path())
@click.option("--state", metavar="NAME", help="A State whose dialogue the briefing is on: Ruritania.")
@click.option("--theme", metavar="NAME", help="A theme that it is on, in all dialogues: Education.")
@click.option("--member", metavar="NAME", help="A member of the committee whose questions it is on: Tremblay.")
@click.option("--all", "every", is_flag=True, help="One on the session, one on each State and one on each meeting.")
@click.option(
    "--language",
    cls=LanguageOption,
    table="digest",
    default="en",
    help="Its language: {codes}; what records say stays in theirs.",
)
@click.option("--pages", type=_Pages(min=1), metavar="NUMBER", help="How many pages it may have, if fewer than usual.")
@cluster_option
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
    cluster: str | None,
    **options: Any,
) -> None:
    """Build a briefing: one page on a meeting for a record, two on the session for a folder of RECORDS.

    With --state, two pages on the dialogue with that State; with --theme or --member, up to four across all dialogues.
    """
    from precis.tasks.subject import Subject

    subject = Subject(state, theme, member, every, pages)
    subject.check()

    def brief_of(gathered: Gathered, settings: Settings) -> Made:
        from precis.tasks.digest import brief

        return brief(gathered, subject, settings.house, settings.assets, language)

    _build_again(f"brief {language} {subject} {records}", records, output, options, cluster, brief_of)


COMMANDS = (digest, brief)
