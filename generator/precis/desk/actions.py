"""What the buttons of the desk do: the commands draft, join, build, digest and brief, on its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from precis.desk.findings import Shown, of_message
from precis.desk.folder import SOURCE, Folder
from precis.model import Fault, FileSpan, Finding, PrecisError
from precis.reading.files import typed_fields
from precis.tasks.build import build, build_made
from precis.tasks.draft import Earlier, draft, earlier
from precis.tasks.join import join
from precis.tasks.kept import store_text
from precis.tasks.ledger import Built
from precis.tasks.rendering import Settings

__all__ = ["BUILT", "Done", "brief", "built", "digest", "done", "drafted", "joined"]

BUILT = "/built/"
"""How the address of a document begins that the desk built; what was written into the folder is named by its path."""

Done = dict[str, Any]
"""`written`, the paths or addresses of what was written, and `told`."""


def drafted(root: Path, fields: Mapping[str, Any], settings: Settings) -> Done:
    """Write the source of a new record, named for its meeting, as `precis draft` does.

    `fields` are those of the cover; `after` is the path of the record of the meeting before, `items` are the items of
    the agenda.
    """
    folder, assets = Folder(root), settings.assets
    given = {name: value for name, value in fields.items() if value not in ("", [])}
    after, items = given.pop("after", None), given.pop("items", [])
    before = Earlier({}) if after is None else earlier(str(folder.path(str(after))), assets)
    if "symbol" not in given:
        raise PrecisError.one("no-symbol", "the record has no symbol; give it one, such as symbol: CMW/C/SR.590")
    values = typed_fields({"original": given.get("language", "en"), **given} if after is None else given)
    before.check(values["symbol"])
    text = draft({**before.values, **values}, [str(each) for each in items], assets, before.blocks)
    name = f"{values['symbol'].meeting}{SOURCE}"
    if folder.path(name).exists():
        message = "there is a record of this meeting already; open it, or give another symbol"
        raise PrecisError.one("file-there", message, FileSpan(name))
    store_text(folder.path(name), text)
    return done((name,), ())


def joined(root: Path, paths: Sequence[str], settings: Settings) -> tuple[str, list[Shown]]:
    """The text of the record that takes make, as `precis join` does, and what is told of them."""
    folder = Folder(root)
    made = join([os.path.relpath(folder.path(path)) for path in paths], settings.assets)
    return made.text, done((), made.told, folder)["told"]


def built(root: Path, path: str, output: Path, settings: Settings) -> Done:
    """Build the documents of a source into the folder `output`, as `precis build` does."""
    source = os.path.relpath(Folder(root).path(path))
    return _of_built(build([source], output, settings), root)


def digest(root: Path, output: Path, settings: Settings, language: str) -> Done:
    """Build the digest of the session, as `precis digest` does."""
    from precis.tasks.digest import digest as digest_of
    from precis.tasks.gather import gather

    gathered = gather(os.path.relpath(root), settings.assets)
    return _of_built(build_made(digest_of(gathered, settings.house, settings.assets, language), output, settings), root)


def brief(root: Path, output: Path, settings: Settings, language: str, path: str, state: str) -> Done:
    """Build the briefing on the meeting of a record, on the dialogue with a State, or on the session; as `precis brief`
    does.
    """
    from precis.tasks.digest import brief as brief_of
    from precis.tasks.gather import gather
    from precis.tasks.subject import Subject

    name = os.path.relpath(Folder(root).path(path) if path else root)
    gathered = gather(name, settings.assets)
    made = brief_of(gathered, Subject(state=state or None), settings.house, settings.assets, language)
    return _of_built(build_made(made, output, settings), root)


def _of_built(made: Built, root: Path) -> Done:
    return done((f"{BUILT}{path.name}" for path in made.paths), made.warnings, Folder(root))


def done(written: Iterable[str], told: Iterable[Fault | Finding], folder: Folder | None = None) -> Done:
    """What is told of work that is done: what was written, and what its reader should know."""
    shown = [of_message(each) for each in told]
    for each in shown:
        each["path"] = folder.shown(each["path"]) if folder is not None and each["path"] else each["path"]
    return {"written": list(written), "told": shown}
