"""The command `precis` itself: its exit codes, and how faults are told."""

from __future__ import annotations

import atexit
import errno
import gc
import os
from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from precis import __version__

if TYPE_CHECKING:
    from precis.cli.settings import Settings
    from precis.model import Fault, Finding
    from precis.tasks.ledger import Built

__all__ = ["Exit", "Group", "first_paragraph", "main", "say", "tell", "write_built", "write_text"]


_TELLING = (
    (("-q", "--quiet"), "Tell faults alone, no warnings."),
    (("-v", "--verbose"), "Tell of each finding what it means and what to do."),
    (("--json", "as_json"), "Tell faults and findings as JSON, an object a line."),
)
"""The options that say how much is told: before the name of a command, or behind it."""

_SELDOM = 1_000_000
"""So many new objects, rather than 700, are made before Python looks for garbage; a digest of 40 records has half."""


class Exit(IntEnum):
    """What the command's exit code says."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    MISSING = 3


def first_paragraph(command: click.Command) -> str:
    """What a command does: the first paragraph of its help."""
    return " ".join((command.help or "").split("\n\n")[0].split())


class Group(click.Group):
    """Lists its commands in the order of the work, each with all of what it does."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, in which click alone would cut what each does to one line."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, first_paragraph(command)) for name, command in self.commands.items()])


class _Main(Group):
    """Tells the faults of an input one a line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        from precis.model import FileSpan, PrecisError

        # What is made here lives as long as the command: to look through it for garbage takes a tenth of the time.
        gc.set_threshold(_SELDOM, 20, 100)
        # So it does once more when the command has ended, unless all is set aside: a sixth of the time of one PDF file.
        atexit.register(gc.freeze)
        try:
            settings = _settings(self)
            ctx.default_map, ctx.obj = settings.options, settings
            return super().invoke(ctx)
        except PrecisError as error:
            tell((*error.findings, *error.faults))
            if len(error.faults) > 1 and error.faults[0].span.file and self._writes(ctx):
                say("nothing was written")
            ctx.exit(Exit.FAULT)
        except OSError as error:
            if error.filename is None or error.errno == errno.EPIPE:
                raise
            from precis.tasks.storing import plainly

            tell(PrecisError.one("file-system", plainly(error), FileSpan(os.fspath(error.filename))).faults)
            ctx.exit(Exit.FAULT)

    def _writes(self, ctx: click.Context) -> bool:
        """Whether the command that was called writes files: it can be told where."""
        command = self.commands.get(ctx.invoked_subcommand or "")
        return command is not None and any(param.name == "output" for param in command.params)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, behind whose name the options of `precis` that say how much is told may stand, too."""
        _take_telling(cmd)
        super().add_command(cmd, name)


def _settings(group: click.Group) -> Settings:
    """What the settings of the working folder give, if it has any."""
    from precis.cli.settings import settings_of

    return settings_of(group, Path())


def _telling(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_TELLING):
        command = click.option(*option[0], is_flag=True, help=option[1])(command)
    return command


def _take_telling(command: click.Command) -> None:
    """Let a command, and those below it, be told the options of `precis` that say how much is told."""
    if isinstance(command, click.Group):
        for each in command.commands.values():
            _take_telling(each)
        return
    for names, _ in _TELLING:
        command.params.append(click.Option(names, is_flag=True, expose_value=False, hidden=True, callback=_tell_so))


def _tell_so(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and param.name is not None:
        ctx.find_root().params[param.name] = True


@click.group(cls=_Main, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="precis")
@_telling
def main(quiet: bool, verbose: bool, as_json: bool) -> None:
    """Documents of United Nations treaty bodies from record data, and record data from documents.

    The options -q, -v and --json may stand behind the name of a command, too.

    Exit codes: 0 done, 1 a fault in an input, 2 a wrong command line, 3 read, but fields are missing.
    """


def write_text(path: Path, text: str, *, force: bool, dry_run: bool) -> None:
    """Write a text file, or nothing where another text is there."""
    from precis.tasks.kept import store_text

    store_text(path, text, force=force, dry=dry_run)
    if dry_run:
        click.echo(f"would write {path}")


def tell(messages: Iterable[Fault | Finding]) -> None:
    """Say faults and findings on standard error, each with its code, by which docs/messages.md lists them."""
    from precis.model import MESSAGES, Fault
    from precis.tasks.together import told_together

    context = click.get_current_context(silent=True)
    asked = context.find_root().params if context else {}
    for message in messages if asked.get("as_json") else told_together(messages):
        fault = isinstance(message, Fault)
        note = not isinstance(message, Fault) and message.kind == "note"
        if (asked.get("quiet") and not fault) or (note and not (asked.get("verbose") or asked.get("as_json"))):
            continue
        if asked.get("as_json"):
            click.echo(_as_json(message), err=True)
            continue
        click.echo(f"{_told(message)} [{message.code}]", err=True)
        if asked.get("verbose"):
            known = MESSAGES[message.code]
            click.echo(f"    {known.means}{f'. {known.do}' if known.do else '.'}", err=True)


def _told(message: Fault | Finding) -> str:
    """What is told in a line: the place, FILE:LINE:COLUMN, how bad it is, and what it is."""
    from precis.model import Fault

    if not isinstance(message, Fault):
        return message.span.place + str(message).removeprefix(str(message.span))
    where = f"{message.span.place}: " if message.span.place else ""
    return f"{where}error: {message.message}"


def say(text: str) -> None:
    """Say on standard error what was done, unless faults alone are to be told, or objects of JSON."""
    asked = click.get_current_context().find_root().params
    if not (asked["quiet"] or asked["as_json"]):
        click.echo(text, err=True)


def _as_json(message: Fault | Finding) -> str:
    import json

    from precis.model import Fault

    span = message.span
    said = message.message if isinstance(message, Fault) else message.reason
    kind = "fault" if isinstance(message, Fault) else message.kind
    row: dict[str, Any] = {"code": message.code, "kind": kind, "file": span.file, "line": span.line, "unit": span.unit}
    row |= {"columns": span.columns, "field": message.field, "message": said}
    if not isinstance(message, Fault):
        row |= {"old": message.old, "new": message.new}
    return json.dumps(row, ensure_ascii=False)


def write_built(build: Callable[[Path], Built], output: Path, *, dry_run: bool = False) -> None:
    """Build into a folder, and say which files were built, or would be; or one file on standard output, if that is `-`.

    What their reader should know is told on standard error.
    """
    if str(output) != "-":
        built = build(output)
        tell(built.warnings)
        for path in built.paths:
            click.echo(f"would write {path}" if dry_run else str(path))
        return
    with TemporaryDirectory() as folder:
        built = build(Path(folder))
        tell(built.warnings)
        if len(built.paths) != 1:
            message = f"is for one file, and {len(built.paths)} are built; name one format with --to, and one source"
            raise click.BadParameter(message, param_hint="-o -")
        click.echo("would write -" if dry_run else built.paths[0].read_bytes(), nl=dry_run)
