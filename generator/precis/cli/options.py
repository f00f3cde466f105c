"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from precis.writers.formats import FORMATS, USUAL

if TYPE_CHECKING:
    from precis.tasks.workers import Crew

__all__ = [
    "as_date",
    "as_source",
    "build_options",
    "cluster_option",
    "crew_of",
    "dry_run_option",
    "force_option",
    "source_option",
    "source_path",
    "templates_option",
]

Command = TypeVar("Command", bound=Callable[..., Any])


def _formats(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:  # noqa: ARG001
    formats = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    for name in formats:
        if name not in FORMATS:
            raise click.BadParameter(f"'{name}' is none of: {', '.join(FORMATS)}")
    if not formats:
        raise click.BadParameter(f"name one of: {', '.join(FORMATS)}")
    return formats


templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of your own files, searched before ours: see precis templates.",
)
"""The option of every command that reads or builds."""


force_option = click.option("--force", is_flag=True, help="Write over what is there, whoever wrote it.")
"""The option of every command that writes files which a person may have edited."""

dry_run_option = click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
"""The option of every command that writes files."""


cluster_option = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="A scheduler of Dask whose workers do the work: tcp://10.0.0.5:8786.",
)
"""The option of every command that works through the files of a folder."""


@contextmanager
def crew_of(address: str | None, templates: Path | None = None) -> Iterator[Crew]:
    """Who does the work: the workers of the cluster at an address, or the processes of this machine."""
    from precis.tasks.workers import PROCESSES

    if address is None:
        yield PROCESSES
        return
    from precis.assets import chosen
    from precis.tasks.cluster import cluster

    with cluster(address, chosen(templates).folders) as crew:
        yield crew


def source_path(value: Path | None, *endings: str) -> Path | None:
    """Where a source is to be written: a file with one of the endings, or None for standard output, which is `-`."""
    if value is None or str(value) == "-":
        return None
    if value.suffix not in endings:
        raise click.BadParameter(
            f"'{value}' does not end in {' or '.join(endings)}; write {value.with_suffix(endings[0])}"
        )
    return value


def as_folder(_ctx: click.Context, _param: click.Parameter, value: Path) -> Path:
    """The callback of an option that is the folder of documents, whose files have their names from their symbols."""
    named = next((each for each in FORMATS.values() if each.ending == value.suffix), None)
    if named is not None and not value.is_dir():
        message = f"'{value}' is to be a folder; documents are named after their symbols"
        raise click.BadParameter(f"{message}: write -o {value.parent} --to {named.name}")
    return value


def as_source(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """The callback of an option that is the file of a source."""
    return source_path(value, ".md")


source_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    callback=as_source,
    help="A .md file; without it, standard output.",
)
"""The option of every command that writes a source, and nothing else."""


def build_options(command: Command) -> Command:
    """The options of every command that makes documents."""
    for option in reversed(
        (
            click.option(
                "--to",
                "formats",
                default=",".join(USUAL),
                callback=_formats,
                show_default=True,
                help=f"The formats: {', '.join(FORMATS)}.",
            ),
            click.option(
                "-o",
                "--output",
                type=click.Path(path_type=Path),
                default=Path(),
                callback=as_folder,
                help="The folder to write into; - is standard output.",
            ),
            click.option("--style", help="The house style; without it, that of the record's body and date."),
            click.option(
                "--emblem",
                type=click.Path(path_type=Path),
                envvar="PRECIS_EMBLEM",
                help="A picture for the place of the emblem, where you may use it; or set PRECIS_EMBLEM.",
            ),
            templates_option,
            force_option,
            dry_run_option,
            click.option(
                "--reference", type=click.Path(path_type=Path), help="A .docx file to take the Word styles from."
            ),
        )
    ):
        command = option(command)
    return command


class LanguageOption(click.Option):
    """An option for a language, whose help names those that have a table: `{codes}` stands for them.

    They are looked for when the help is asked for: what a command does at its beginning reads no files.
    """

    def __init__(self, *words: Any, table: str, **settings: Any) -> None:
        self._table = table
        super().__init__(*words, **settings)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help, as click prints them."""
        from precis.assets import shipped

        names = shipped().names("languages", f"/{self._table}.toml")
        self.help = (self.help or "").replace("{codes}", ", ".join(names))
        return super().get_help_record(ctx)


def as_date(_ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """The callback of an option that is a date."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is not a date; write 2025-01-17", param=param) from None
