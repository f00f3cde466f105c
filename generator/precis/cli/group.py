"""The command `precis` itself: its exit codes, and how faults are told."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import Any

import click

from precis import __version__

__all__ = ["Exit", "main", "tell_built", "write_text"]


class Exit(IntEnum):
    """What the command's exit code says."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    MISSING = 3


class _Group(click.Group):
    """Tells the faults of an input one a line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        from precis.model import PrecisError

        try:
            return super().invoke(ctx)
        except PrecisError as error:
            for fault in error.faults:
                click.echo(f"error: {fault}", err=True)
            ctx.exit(Exit.FAULT)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="precis")
def main() -> None:
    """Documents of United Nations treaty bodies from record data, and record data from documents.

    Exit codes: 0 done, 1 a fault in an input, 2 a wrong command line, 3 read, but fields are missing.
    """


def write_text(path: Path, text: str) -> None:
    """Write a text file, or nothing."""
    from precis.tasks.storing import write_files

    write_files([(path.name, text.encode())], path.parent)


def tell_built(built: Any) -> None:
    """Say which files were built, and on standard error what their reader should know."""
    for warning in built.warnings:
        click.echo(f"warning: {warning}", err=True)
    for path in built.paths:
        click.echo(str(path))
