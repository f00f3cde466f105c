"""The pages, and the parts of pages, that tables make: `make docs` writes them, and tests hold them to the tables.

A part stands between `<!-- made: NAME -->` and `<!-- /made -->`; what is between the two is written over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from precis.archive.columns import FACTS, PARAGRAPHS, Table
from precis.assets import shipped
from precis.checks import every_rule
from precis.checks.explain import rules_page
from precis.cli import main as main_command
from precis.cli.group import first_paragraph
from precis.cli.settings import SETTINGS
from precis.model.messages import AREAS, Message
from precis.source.kinds import KINDS, Kind
from precis.writers.formats import FORMATS
from precis.writers.tables import TABLE_FORMATS

__all__ = ["PARTS", "main", "messages_page", "with_parts"]

_PART = re.compile(r"(<!-- made: (?P<name>[\w-]+) -->\n).*?(<!-- /made -->)", re.DOTALL)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown."""
    lines = [tuple(head), *map(tuple, rows)]
    shown = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join((shown[0], f"|{'---|' * len(lines[0])}", *shown[1:])) + "\n"


def messages_page() -> str:
    """docs/messages.md: every code, what it means and what to do."""
    parts = [_MESSAGES]
    for title, messages in AREAS.items():
        kinds = dict.fromkeys(each.kind for each in messages)
        parts.append(f"\n## {title}\n")
        for kind in kinds:
            rows = (_row(each) for each in messages if each.kind == kind)
            parts.append(f"\n{_KINDS[kind]}\n\n{table(('code', 'what it means', 'what to do'), rows)}")
    return "".join(parts)


def _row(message: Message) -> tuple[str, str, str]:
    means = f"{message.means[0].upper()}{message.means[1:]}."
    return f"`{message.code}`", means.replace("|", "\\|"), message.do.replace("|", "\\|")


_MESSAGES = """# Messages

Whatever precis tells of an input has a code: a stable word for tests and for tools, whatever its sentence says. This
page is made from the table in `generator/precis/model/messages/` by `make docs`.

A *fault* stops a command: nothing is written. A *finding* tells what a reader did with a text, or what its user should
look at. In a terminal the code stands at the end of its line, in brackets. From Python both have `code`, `span` (file,
line, columns where they are known) and their words; see [api.md](api.md).
"""

_KINDS = {
    "fault": "Faults:",
    "inferred": "Inferred, since the text does not say it:",
    "repaired": "Repaired, or left out of the text:",
    "missing": "Missing:",
    "unread": "Not read:",
    "warning": "Warnings:",
    "note": "Told only with `-v` or `--json`:",
}


def _commands() -> str:
    """Every command, with what it is given and what it does."""
    every = _all(main_command, "precis")
    rows = ((f"`{usage}`".replace("|", "\\|"), first_paragraph(command)) for usage, command in every)
    return table(("command", "does"), rows)


def _all(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for command in group.commands.values():
        usage = f"{name} {command.name}"
        if isinstance(command, click.Group):
            yield from _all(command, usage)
        else:
            given = (each for each in command.params if isinstance(each, click.Argument))
            yield " ".join((usage, *(each.make_metavar(click.Context(command)) for each in given))), command


def _formats() -> str:
    rows = ((f"`{each.name}`", f"`{each.ending}`", each.help) for each in FORMATS.values())
    return table(("`--to`", "ending", "what it is"), rows)


def _kinds() -> str:
    rows = ((f"`{each.name}`", each.holds, _taken_by(each)) for each in KINDS.values())
    return table(("`document`", "what it holds", "what takes it"), rows)


def _taken_by(kind: Kind) -> str:
    told = ", ".join(f"`precis {command}`" for command in kind.commands)
    return f"{told}, {kind.where}" if kind.where else told


def _settings() -> str:
    rows = ((f"`{each.key} = {each.example}`", each.says, each.taken_by) for each in SETTINGS)
    return table(("`precis.toml`", "what it says", "what takes it"), rows)


def _tables() -> str:
    both = (PARAGRAPHS, FACTS)
    files = {each.name: dict.fromkeys(f"`{each.file(one)}`" for one in both) for each in TABLE_FORMATS.values()}
    rows = ((f"`{each.name}`", ", ".join(files[each.name]), each.help) for each in TABLE_FORMATS.values())
    return table(("`--to`", "files", "what it is"), rows)


def _columns(one: Table) -> str:
    return table(
        ("column", "type", "what it holds"), ((f"`{each.name}`", each.type, each.says) for each in one.columns)
    )


PARTS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "commands": _commands,
        "formats": _formats,
        "kinds": _kinds,
        "settings": _settings,
        "tables": _tables,
        "columns-of-paragraphs": lambda: _columns(PARAGRAPHS),
        "columns-of-facts": lambda: _columns(FACTS),
    }
)
"""The parts that tables make, by the names that pages call them."""


def with_parts(text: str) -> str:
    """A page with its parts made anew."""
    return _PART.sub(lambda match: f"{match[1]}{PARTS[match['name']]()}{match[3]}", text)


def main(root: Path) -> None:
    """Write the pages of a checkout whose folder is `root`."""
    (root / "docs" / "messages.md").write_text(messages_page(), encoding="utf-8")
    (root / "docs" / "checks.md").write_text(rules_page(every_rule(shipped())), encoding="utf-8")
    for page in (root / "README.md", *sorted((root / "docs").rglob("*.md"))):
        page.write_text(with_parts(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path())
