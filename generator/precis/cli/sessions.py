"""Commands for sessions: digest, brief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from precis.cli.group import tell, tell_built, write_text
from precis.cli.options import build_options

__all__ = ["COMMANDS"]


@click.command()
@click.argument("folder", type=click.Path())
@click.option(
    "--source", type=click.Path(path_type=Path), help="Write the digest as a source to edit, and build nothing."
)
@build_options
def digest(folder: str, source: Path | None, output: Path, **options: Any) -> None:
    """Build the digest of the session whose records are in FOLDER: 2 to 8 pages, a reference on each statement.

    With --source FILE.md it is written to be edited; `precis build FILE.md` then checks all references and builds it.
    """
    from precis.tasks.build import Settings, build_made
    from precis.tasks.digest import digest as digest_of
    from precis.tasks.digest import digest_text
    from precis.tasks.gather import gather
    from precis.tasks.progress import bar

    settings = Settings(**options)
    assets = settings.assets
    style = settings.house
    if source is not None:
        text, gathered = digest_text(folder, source, style, assets)
        write_text(source, text)
        tell(gathered.told)
        click.echo(str(source))
        return
    made = digest_of(gather(folder, assets, bar), style, assets)
    tell_built(build_made(made, output, settings))


@click.command()
@click.argument("records", type=click.Path())
@click.option("--state", metavar="NAME", help="A State whose dialogue the briefing is on: Ruritania.")
@build_options
def brief(records: str, state: str | None, output: Path, **options: Any) -> None:
    """Build a briefing: one page on a meeting for a record, two on the session for a folder of RECORDS.

    With --state, two pages on the dialogue with that State.
    """
    from precis.tasks.build import Settings, build_made
    from precis.tasks.digest import brief as brief_of
    from precis.tasks.gather import gather
    from precis.tasks.progress import bar

    settings = Settings(**options)
    assets = settings.assets
    gathered = gather(records, assets, bar)
    made = brief_of(gathered, state, settings.house, assets)
    tell_built(build_made(made, output, settings))


COMMANDS = (digest, brief)
