"""Settings of a folder: precis.toml, whose values stand in the place of options that are not given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from precis.cli.options import dry_run_option, force_option

__all__ = ["COMMANDS", "NAME", "Settings", "settings_of", "usual_body"]

NAME = "precis.toml"

_OF_COMMANDS = ("style", "emblem", "templates")
"""The settings that every command has as an option which builds or reads."""

_TEXT = """# Settings of this folder: what commands take where an option is not given. A line counts without its sign.

# body = "cmw"                           # the treaty body of drafts and of texts read, where nothing there tells it
# session = 39                           # of drafts
# place = "Palais Wilson, Geneva"        # of drafts
# style = "geneva"                       # the house style
# emblem = "emblem.svg"                  # a picture for the place of the emblem, where you may use it
# templates = "templates"                # a folder of your own files: see precis templates
# words = ["Etatsrat"]                   # names and words that checks leave alone
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings of a folder give: the options of each command by its name; the body of texts that name none."""

    options: dict[str, Any] = field(default_factory=dict)
    body: str | None = None


def usual_body() -> str | None:
    """The treaty body that the settings of the working folder name."""
    settings = click.get_current_context().find_root().obj
    return settings.body if isinstance(settings, Settings) else None


def settings_of(group: click.Group, folder: Path) -> Settings:
    """The options that the settings of a folder give to each command of a group; none where it has no settings.

    Raises PrecisError for a file that is out of form, with the line.
    """
    if not (folder / NAME).is_file():
        return Settings()
    from precis.assets import chosen, read_table
    from precis.assets.shapes import TEXT, TEXTS, WHOLE, table

    keys = dict.fromkeys(("body", "place", "style", "emblem", "templates"), TEXT)
    said = read_table(chosen(folder), NAME, shape=table({}, {**keys, "session": WHOLE, "words": TEXTS})) or {}
    of_all = {key: said[key] for key in _OF_COMMANDS if key in said}
    found: dict[str, Any] = {
        name: {key: value for key, value in of_all.items() if any(each.name == key for each in command.params)}
        for name, command in group.commands.items()
    }
    found["draft"] |= {key: str(said[key]) for key in ("session", "place") if key in said}
    if "words" in said:
        found["check"]["words"] = said["words"]
    return Settings(found, said.get("body"))


@click.command()
@force_option
@dry_run_option
def init(force: bool, dry_run: bool) -> None:
    """Write precis.toml, the settings of this folder: house style, templates, emblem, what drafts have in common."""
    from precis.tasks.kept import store_text

    store_text(Path(NAME), _TEXT, force=force, dry=dry_run)
    click.echo(f"would write {NAME}" if dry_run else NAME)


COMMANDS = (init,)
