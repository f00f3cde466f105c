"""The command that opens the desk."""

from __future__ import annotations

from pathlib import Path

import click

from precis.cli.group import say
from precis.cli.options import templates_option

__all__ = ["COMMANDS"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The folder to build into.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port; without it the usual one, or one that is free."
)
@click.option("--no-browser", is_flag=True, help="Tell the address, and open no browser.")
@click.option(
    "--index",
    "indexes",
    type=click.Path(path_type=Path),
    multiple=True,
    default=(Path("precis.index"),),
    show_default=True,
    help="The index that precedents are from.",
)
@click.option("--style", help="The house style; without it, that of the record's body and date.")
@click.option(
    "--emblem",
    type=click.Path(path_type=Path),
    envvar="PRECIS_EMBLEM",
    help="A picture for the place of the emblem, where you may use it; or set PRECIS_EMBLEM.",
)
@click.option("--words", multiple=True, metavar="WORD", help="A name or word that is left alone; may be repeated.")
@templates_option
def desk(
    folder: Path,
    output: Path,
    port: int,
    no_browser: bool,
    indexes: tuple[Path, ...],
    style: str | None,
    emblem: Path | None,
    words: tuple[str, ...],
    templates: Path | None,
) -> None:
    """Open the records of FOLDER in the browser: a page to draft, check, correct and build them on.

    It is on this machine alone, needs no network, and works on the files that the other commands use. The address opens
    it once; Ctrl-C ends it.
    """
    from precis.cli.settings import building
    from precis.desk.serve import serve

    settings = building({"style": style, "emblem": emblem, "templates": templates})

    def opened(address: str) -> None:
        click.echo(address)
        if not no_browser:
            click.launch(address)

    serve(folder, output, settings, opened, port=port, words=words, indexes=indexes)
    say("closed")


COMMANDS = (desk,)
