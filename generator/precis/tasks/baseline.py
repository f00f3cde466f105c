"""What is known of an archive and not told again: a file of counts, which holds wherever lines move."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from precis.model import FileSpan, PrecisError
from precis.tasks.check import Checked, Told
from precis.tasks.storing import write_files

__all__ = ["without_known"]

_VERSION = 1


def without_known(checked: Checked, file: Path) -> Checked:
    """What is told and does not stand in the baseline `file`; if there is none, all is written there, and known.

    Raises PrecisError if the file is no baseline.
    """
    if not file.exists():
        counts = Counter(map(_key, checked.told))
        rows = [[*key, count] for key, count in sorted(counts.items())]
        lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
        text = f'{{"version": {_VERSION}, "known": [\n{lines}\n]}}\n'
        write_files([(file.name, text.encode())], file.parent)
        return replace(checked, told=())
    known = _read(file)
    told = []
    for each in checked.told:
        if known[_key(each)] > 0:
            known[_key(each)] -= 1
        else:
            told.append(each)
    return replace(checked, told=tuple(told))


def _key(told: Told) -> tuple[str, str, str]:
    return Path(told.file).as_posix(), told.code, told.found or told.message


def _read(file: Path) -> Counter[tuple[str, str, str]]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        rows = {_VERSION: data["known"]}[data["version"]]
        return Counter({(str(name), str(code), str(words)): int(count) for name, code, words, count in rows})
    except (OSError, ValueError, TypeError, KeyError) as error:
        message = "is no baseline of precis check; name another file, or take it away to have one written"
        raise PrecisError.one("baseline-form", message, FileSpan(file.as_posix())) from error
