"""Templates to change: what there is, and copies of it in a folder of the user's own."""

from __future__ import annotations

from pathlib import Path

from precis.assets import KINDS, Assets, Member
from precis.model import FileSpan, PrecisError
from precis.tasks.storing import write_files

__all__ = ["copied", "listed"]


def listed(assets: Assets) -> list[tuple[str, str, str, str]]:
    """A row for each thing that there is: its name for `copied`, its kind, "ours" or "yours", and where it stands."""
    return [_row(member, assets) for member in assets.members()]


def copied(name: str, folder: Path, assets: Assets) -> tuple[Path, ...]:
    """Copy the files of what is called `name` ("languages/en", or "en") into `folder`, in the layout of templates/.

    Raises PrecisError if there is no such thing, or several, or if one of its files stands there already; then nothing
    is written.
    """
    member = _named(name, assets)
    there = [folder / inside for inside, _ in member.files if (folder / inside).exists()]
    if there:
        message = "stands there already and is not written over; move it, or name another folder"
        raise PrecisError.one("template-there", message, FileSpan(there[0].as_posix()))
    files = [(inside, path.read_bytes()) for inside, path in member.files]
    return write_files(files, folder)


def _named(name: str, assets: Assets) -> Member:
    members = list(assets.members())
    found = [member for member in members if name in (_name(member), member.name)]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"'{name}' may be several; write one of: {', '.join(map(_name, found))}"
    else:
        message = f"there is nothing called '{name}'; precis templates list tells what there is, of: {', '.join(KINDS)}"
    raise PrecisError.one("unknown-template", message)


def _name(member: Member) -> str:
    return member.name if member.name == member.kind else f"{member.kind}/{member.name}"


def _row(member: Member, assets: Assets) -> tuple[str, str, str, str]:
    """The row of one thing. A file stands for itself; the files of a folder, for the folder."""
    inside, path = next((file for file in member.files if not assets.is_ours(file[1])), member.files[0])
    ours = assets.is_ours(path)
    shown = assets.shown(path.parent if inside.count("/") > 1 else path)
    return _name(member), member.kind, "ours" if ours else "yours", shown
