"""Who presided: the lines that begin with "Chair:", "Temporary Chair:" or "later:" (docs/conventions.md §2.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from precis.language.cover_lines import chair_in_data, chair_name, in_parentheses
from precis.language.formula import fixed
from precis.language.wording import Wording
from precis.model import Chair
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import Found, collapsed, same_words
from precis.reading.search.tolerant_formula import same_signs

if TYPE_CHECKING:
    from precis.reading.cover.cover import Cover

__all__ = ["read_chairs"]

_LEADERS = re.compile(r"\s*(?:(?:[.．·・_]\s?){3,}|…)[.．·・_…\s]*")
_STRETCH = "\u0640"
"""What Arabic words are stretched with to fill a line; it is no letter of a name."""
_LONGEST_NAME = 80
"""So many letters has the longest name with its capacity on a line that has lost its label."""


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    text: str


def read_chairs(cover: Cover) -> None:
    """Read the chairs of a cover, in their order."""
    labels = _labels(cover)
    chairs: list[Chair] = []
    first_line: int | None = None
    for label in labels:
        cover.zone.take(label.start, label.end)
        before = cover.zone.text[: label.start].split()[-1:]
        if before and cover.zone.text[label.start - 1].isalpha():
            at, words = cover.zone.line_at(label.start), cover.zone.text[label.start : label.end]
            reason = "a converter glued the label to the name before it"
            cover.draft.tell("blanks-mended", "chair", reason, at, old=before[0] + words, new=f"{before[0]} {words}")
    for label in labels:
        start, end = _name_span(cover, label.end)
        text = cover.zone.text[start:end]
        at = cover.zone.line_at(label.start)
        if not letters(text.partition("(")[0]):
            words = cover.zone.text[label.start : label.end]
            cover.draft.tell("name-missing", "chair", "a label without a name", at, old=words)
            continue
        cover.zone.take(start, end)
        chair = _chair(text, label, cover.wording, later=bool(chairs))
        _settle(cover, chair, text, at)
        if "(" in label.text:
            reason = "a label for a man or a woman; documents print that of the person"
            words, usual = cover.zone.text[label.start : end], cover.wording.label("chair", of=chair.name)
            cover.draft.tell("usual-form", "chair", reason, at, old=words, new=f"{usual} {chair.name}")
        first_line = at if first_line is None else first_line
        chairs.append(chair)
        cover.chairs_end = end
    if not labels:
        chairs, first_line = _without_label(cover)
    if chairs:
        cover.draft.chairs.read(tuple(chairs), first_line)


def _settle(cover: Cover, chair: Chair, text: str, at: int | None) -> None:
    """Tell what was read of a chair if documents print more than other blanks, or a blank that the text has lost."""
    shown = chair_name(cover.wording, chair)
    if re.sub(r"\s", "", text) != re.sub(r"\s", "", shown):
        reason = "set as the name and, in parentheses, the capacity"
        cover.draft.tell("usual-form", "chair", reason, at, old=text, new=shown)
    elif same_words(chair.name) not in same_words(text):
        reason = "a converter tore the title of the name, or glued it to it"
        cover.draft.tell("blanks-mended", "chair", reason, at, old=text, new=shown)


def _without_label(cover: Cover) -> tuple[list[Chair], int | None]:
    """The chair whose label the text has lost: a person's name alone, on the line after that of place and date."""
    piece = next(cover.zone.rest(cover.held_end), None) if cover.held_end else None
    if piece is None or not _is_person(piece.text, cover.wording) or not cover.is_alone(piece):
        return [], None
    if len(piece.text) > _LONGEST_NAME or piece.text.endswith((".", ";", ":")):
        return [], None
    at = cover.take(piece)
    chair = _chair(piece.text, None, cover.wording, later=False)
    cover.chairs_end = piece.end
    reason = "a name without its label, below the place and the date"
    label = cover.wording.label("chair", of=chair.name)
    cover.draft.tell("label-lost", "chair", reason, at, old=piece.text, new=f"{label} {piece.text}")
    return [chair], at


def _is_person(text: str, wording: Wording) -> bool:
    """Whether words have an honorific, which stands before a name or, where the language has it so, behind it."""
    persons = tuple(wording.speech["persons"])
    if wording.honorific_after:
        return text.endswith(persons)
    return text.startswith(tuple(f"{person} " for person in persons))


def _labels(cover: Cover) -> list[_Label]:
    """The labels on the cover, in their order: the longest form of each."""
    found: list[_Label] = []
    for text in _label_texts(cover.wording):
        for match in cover.zone.find("label", [fixed(text)]):
            free = not any(other.start < match.end and match.start < other.end for other in found)
            if free and _is_label(cover, match):
                found.append(_Label(match.start, match.end, text.rstrip(" :：,\u00a0")))
    return sorted(found, key=lambda label: label.start)


def _label_texts(wording: Wording) -> list[str]:
    """All labels, the longest first."""
    usual = [text for key, text in wording.labels.items() if key in ("chair", "chair_m", "chair_f", "later")]
    other = [form.text for name in ("chair", "later") for form in wording.forms(name)]
    return sorted([*usual, *other], key=len, reverse=True)


def _is_label(cover: Cover, match: Found) -> bool:
    """Whether the words are a label.

    They end in a colon, or a person's name follows on a new line or a semicolon; glued to a letter, both.
    """
    before, words = cover.zone.text[: match.start], same_signs(cover.words(match)).rstrip()
    after = cover.zone.text[match.end : match.end + _LONGEST_NAME].lstrip()
    person = after.lstrip("; ").startswith(tuple(cover.wording.speech["persons"]))
    if before[-1:].isalpha() or before[-1:] in ("-", "‑"):
        return before[-1:].islower() and words[:1].islower() and words.endswith(":") and person
    if words.endswith(":"):
        return True
    begins_line = not before.strip() or before.rstrip(" \t|*").endswith("\n")
    return person and (begins_line or after.startswith(";"))


def _name_span(cover: Cover, start: int) -> tuple[int, int]:
    """The name after a label: to the end of the line, or the next line; and on while a parenthesis is open."""
    text = cover.zone.text
    end = cover.zone.until_taken(start)
    if not letters(text[start:end]) and text[end : end + 1] == "\n":
        start, end = end + 1, cover.zone.until_taken(end + 1)
    while _is_open(text[start:end]) and text[end : end + 1] == "\n":
        end = cover.zone.until_taken(end + 1)
    following = cover.zone.until_taken(end + 1) if text[end : end + 1] == "\n" else end
    if text[end + 1 : following].strip().startswith(("(", "（")) and cover.zone.free(end, following):
        end = following
    return start, end


def _is_open(text: str) -> bool:
    return len(re.findall("[(（]", text)) > len(re.findall("[)）]", text))


def _office_behind(words: str, wording: Wording) -> tuple[str, str | None]:
    """A name and the office behind a comma, if the language knows it: "Ms. Evatt, Vice-Chair"."""
    name, comma, office = re.sub("[،，]", ",", words).rpartition(",")
    known = wording.office_of(office.strip(), of=name.strip())
    return (name.strip(), office.strip()) if comma and known in wording.offices else (words, None)


def _chair(text: str, label: _Label | None, wording: Wording, *, later: bool) -> Chair:
    bare = _LEADERS.sub(" ", collapsed(text.replace(_STRETCH, ""))).strip(" \u00a0;,|")
    words = in_parentheses(bare, wording)
    name, parenthesis, rest = words.partition("(")
    name, office = _office_behind(name.strip(" ,"), wording) if not parenthesis else (name.strip(" ,"), None)
    name = _with_blank(name, wording)
    capacity = rest.rstrip(" .").removesuffix(")").strip() if parenthesis else None
    capacity = capacity or office
    usual = wording.label("later" if later else "chair", of=name)
    is_usual = label is None or "(" in label.text or (letters(usual) == letters(label.text) and ":" not in name)
    return chair_in_data(wording, Chair(name, capacity or None, None if label is None or is_usual else label.text))


@lru_cache(maxsize=8)
def _torn_titles(wording: Wording) -> re.Pattern[str]:
    """A title before a name with blanks among its letters; a word goes on in small letters or has its own end."""
    titles = sorted(("".join(title.split()) for title in wording.speech["persons"]), key=len, reverse=True)
    torn = (r"\s?".join(map(re.escape, title)) for title in titles)
    return re.compile(rf"(?:{'|'.join(torn)})(?=\s|[^\W\d_](?<=[A-ZА-Я]))")


def _with_blank(name: str, wording: Wording) -> str:
    """The name with a blank behind its title, and none in it, whatever a converter did: MmeŠimonović, "Sr . Diop"."""
    torn = _torn_titles(wording).match(name)
    if torn is not None:
        name = "".join(torn[0].split()) + name[torn.end() :]
    titles = (title for title in wording.speech["persons"] if name.startswith(title))
    title = max(titles, key=len, default="")
    glued = name[len(title) : len(title) + 1].isupper() and (title.endswith(".") or title[-1:].islower())
    return f"{title} {name[len(title) :]}" if title and glued else name
