"""Commands for the files that documents are made by: templates list, templates copy."""

from __future__ import annotations

from pathlib import Path

import click

from precis.cli.group import Group
from precis.cli.options import templates_option

__all__ = ["COMMANDS"]


@click.group(cls=Group)
def templates() -> None:
    """Pages, houses, bodies, languages, themes and States: what there is, and copies to change.

    A folder given with --templates is searched before ours, by every command that reads or builds. It has our layout:
    a copy of one file of a language, say, takes the place of that file.
    """


@templates.command("list")
@templates_option
def list_templates(templates: Path | None) -> None:
    """Tell all there is: its name, its kind, whether it is ours or yours, and where it stands."""
    from precis.assets import chosen
    from precis.tasks.templates import listed

    rows = listed(chosen(templates))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip())


@templates.command("copy")
@click.argument("name")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@templates_option
def copy_template(name: str, folder: Path, templates: Path | None) -> None:
    """Copy what is called NAME (languages/en) into DIR, where you can change it. Nothing is written over."""
    from precis.assets import chosen
    from precis.tasks.templates import copied

    for path in copied(name, folder, chosen(templates)):
        click.echo(str(path))


COMMANDS = (templates,)
