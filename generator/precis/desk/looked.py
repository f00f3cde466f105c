"""A text looked at as it is typed: what `precis check` says of it, and who speaks in the records of its folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from precis.assets import Assets
from precis.desk.findings import Shown, found_in
from precis.desk.folder import Folder
from precis.desk.outline import proceedings_in
from precis.model import Faults, PrecisError
from precis.proceedings import Speaker
from precis.source.front import split_front
from precis.source.kinds import WRITTEN, Form, check_document, kinds
from precis.source.record import read_faulty
from precis.tasks.looking import Wanted, look_at_text
from precis.tasks.rendering import Settings

__all__ = ["checked", "names_in"]


def checked(path: str, text: str, settings: Settings, words: tuple[str, ...]) -> list[Shown]:
    """What is told of a text, as `precis check` tells it of its file; `words` are left alone."""
    return found_in(text, look_at_text(path, text, settings.assets, Wanted(words=words)).told)


def names_in(root: Path, settings: Settings) -> dict[str, list[str]]:
    """The speakers of the records of a folder as they are printed, "Ms. Vukotic (Borduria)", and their States; sorted.

    A record that cannot be read has none.
    """
    folder, speakers, states = Folder(root), set[str](), set[str]()
    for name in folder.sources():
        try:
            for label, state in _of_record(name, folder.read(name).text, settings.assets):
                speakers.add(label)
                states |= {state} - {""}
        except PrecisError:
            continue
    return {"speakers": sorted(speakers), "states": sorted(states)}


@lru_cache(maxsize=256)
def _of_record(name: str, text: str, assets: Assets) -> frozenset[tuple[str, str]]:
    """Each speaker of a record or a take with the State, or ""; none of another source."""
    front, _, _ = split_front(text, Faults())
    if check_document(front, Faults(), *Form, known=kinds(assets)).form not in WRITTEN:
        return frozenset()
    read = read_faulty(text, name, assets, forms=WRITTEN)
    proceedings = proceedings_in(read.placed.reading.record, assets)
    speakers = (speaker for turn in (proceedings.turns if proceedings else ()) for speaker in turn.speakers)
    return frozenset((_printed(each), each.state.name if each.state else "") for each in speakers)


def _printed(speaker: Speaker) -> str:
    beside = (speaker.state.name if speaker.state else "") or speaker.organization or speaker.role
    shown = "" if beside.casefold() in speaker.label.casefold() else f" ({beside})"
    return f"{speaker.label}{shown}"
