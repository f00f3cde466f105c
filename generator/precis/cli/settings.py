"""Settings of a folder: precis.toml, whose values stand in the place of options that are not given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from precis.cli.options import dry_run_option, force_option

if TYPE_CHECKING:
    from precis.assets import Assets
    from precis.tasks.circumstances import Circumstances
    from precis.tasks.rendering import Settings as BuildSettings

__all__ = [
    "COMMANDS",
    "NAME",
    "SETTINGS",
    "Lasting",
    "Setting",
    "Settings",
    "assets_of",
    "building",
    "of_documents",
    "of_papers",
    "of_reading",
    "options_now",
    "settings_of",
]

NAME = "precis.toml"


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of precis.toml: its key, a value as it is written there, what it says, and which commands take it."""

    key: str
    example: str
    says: str
    taken_by: str


_ALL = "all that have the option"
SETTINGS: tuple[Setting, ...] = (
    Setting("body", '"cmw"', "the treaty body of records that do not tell their own", "all that read or draft records"),
    Setting("session", "39", "the session", "`precis draft`"),
    Setting("place", '"Palais Wilson, Geneva"', "where meetings are held", "`precis draft`"),
    Setting("style", '"geneva"', "the house style", _ALL),
    Setting("emblem", '"emblem.svg"', "a picture for the place of the emblem, where you may use it", _ALL),
    Setting("templates", '"templates"', "a folder of your own files: see precis templates", _ALL),
    Setting("words", '["Etatsrat"]', "names and words that are left alone", "`precis check`, `precis desk`"),
)
"""What precis.toml may say."""

_OF_OPTIONS = ("style", "emblem", "templates")
_CHECKING = ("check", "desk")
"""The commands that leave `words` alone."""
_WORDS = "precis.words"
_OF_DRAFTS = ("session", "place")
_TEXT = """# Settings of this folder: what commands take where an option is not given.
# A line counts without its sign.

"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings of a folder give: the options of each command by its name; the body of texts that name none."""

    options: dict[str, Any] = field(default_factory=dict)
    body: str | None = None


def _usual_body(templates: Path | None) -> str | None:
    """The treaty body that the settings of the working folder name; PrecisError if there is none of that name."""
    settings = click.get_current_context().find_root().obj
    body: str | None = settings.body if isinstance(settings, Settings) else None
    if body is not None:
        from precis.assets import chosen, read_table
        from precis.assets.shapes import ANYTHING, choice, table

        known = choice(*chosen(templates).names("bodies", ".toml"))
        read_table(chosen(Path()), NAME, shape=table({"body": known}, others=(re.compile(".*"), ANYTHING)))
    return body


def assets_of(templates: Path | None) -> Assets:
    """The files of the user's folder of `templates` before ours, and the treaty body of the working folder."""
    from precis.assets import chosen

    return chosen(templates, body=_usual_body(templates))


def building(options: Mapping[str, Any]) -> BuildSettings:
    """How a command builds whose options are the `build_options`."""
    from precis.tasks.rendering import Settings as BuildSettings

    return BuildSettings(**options, body=_usual_body(options["templates"]))


class Lasting(click.Command):
    """A command that goes on, and may ask for its options again."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words of the command."""
        ctx.meta[_WORDS] = list(args)
        return super().parse_args(ctx, args)


def options_now() -> dict[str, Any]:
    """The options that the lasting command of this context would have if it began now: its settings may have changed.

    Raises PrecisError for settings that are out of form.
    """
    context = click.get_current_context()
    root = context.find_root()
    settings = settings_of(cast("click.Group", root.command), Path())
    root.obj, root.default_map = settings, settings.options
    return context.command.make_context(context.info_name, list(context.meta[_WORDS]), root).params


def of_documents(options: Mapping[str, Any]) -> str:
    """What the files hang on that a command with these `build_options` makes, beside their sources."""
    return _circumstances(options["templates"], options["style"]).word(*_said(options))


def of_papers(options: Mapping[str, Any]) -> tuple[str, str]:
    """The same of a command that makes papers of records, and what the facts of these hang on."""
    found = _circumstances(options["templates"], options["style"])
    return found.word(*_said(options)), found.word((options["style"],))


def of_reading(templates: Path | None) -> str:
    """What it hangs on how a file is read, beside what it holds."""
    return _circumstances(templates).word((_usual_body(templates),))


def _said(options: Mapping[str, Any]) -> tuple[Sequence[object], Sequence[Path | None]]:
    given = (options["formats"], options["style"], _usual_body(options["templates"]))
    return given, (options["emblem"], options["reference"])


def _circumstances(templates: Path | None, style: str | None = None) -> Circumstances:
    from precis.assets import chosen
    from precis.tasks.circumstances import circumstances

    return circumstances(chosen(templates, style).folders)


def settings_of(group: click.Group, folder: Path) -> Settings:
    """The options that the settings of a folder give to each command of a group; none where it has no settings.

    Raises PrecisError for a file that is out of form, with the line.
    """
    if not (folder / NAME).is_file():
        return Settings()
    from precis.assets import chosen, read_table
    from precis.assets.shapes import TEXT, TEXTS, WHOLE, table

    shapes = {setting.key: {'"': TEXT, "[": TEXTS}.get(setting.example[0], WHOLE) for setting in SETTINGS}
    said = read_table(chosen(folder), NAME, shape=table({}, shapes)) or {}
    of_all = {key: said[key] for key in _OF_OPTIONS if key in said}
    found: dict[str, Any] = {
        name: {key: value for key, value in of_all.items() if any(each.name == key for each in command.params)}
        for name, command in group.commands.items()
    }
    found["draft"] |= {key: str(said[key]) for key in _OF_DRAFTS if key in said}
    if "words" in said:
        for name in _CHECKING:
            found[name]["words"] = said["words"]
    return Settings(found, said.get("body"))


@click.command()
@force_option
@dry_run_option
def init(force: bool, dry_run: bool) -> None:
    """Write precis.toml, the settings of this folder: house style, templates, emblem, what drafts have in common."""
    from precis.tasks.kept import store_text

    lines = (f"# {f'{setting.key} = {setting.example}':36} # {setting.says}\n" for setting in SETTINGS)
    store_text(Path(NAME), _TEXT + "".join(lines), force=force, dry=dry_run)
    click.echo(f"would write {NAME}" if dry_run else NAME)


COMMANDS = (init,)
