"""Words that a converter split ("o n that understanding") and blanks that it put before signs, mended."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from precis.language.grammar import NOTHING, any_of
from precis.language.wording import Wording
from precis.model import Inlines, Run, joined
from precis.reading.draft import CoverDraft
from precis.reading.line import TextLine, cut
from precis.reading.mend.torn_names import names_of
from precis.reading.mend.torn_symbols import with_whole_symbols

__all__ = ["Mender", "is_sound", "with_parted_letters", "words_of"]

_WORD = re.compile(r"[^\W\d_]+")
_ALONE = r"[^\W\d_AaI](?![\w’'.)/-])"
_SUSPECT = re.compile(
    rf"(?: |[^\w ’'./-]){_ALONE}"  # a letter that stands alone
    r"| [.,);:] |\( "  # a blank before a sign, or after a parenthesis
    r"|\u2011 | \u2011|\w- | -\w"  # beside a hyphen
    r"| /|/ | [A-Z]{1,2}/C/"  # in a symbol
    r"| ’|(?: [ldnscjmt]|qu)’ "  # beside an apostrophe
    r"|[\w)]\((?:[^\W\d_]{4}|[A-Z]+/)"  # no blank before a parenthesis
    r"|[a-zß-ÿ][A-Z]|[а-яё][А-ЯЁ]|[^\W\d_]{2}[.,;][^\W\d_]{2}| [A-Z]\.[A-Z]\w"  # words glued together
)
"""What no sound text has, in its words with a blank between and around them."""

_SUFFIXES = frozenset({"Add", "Add.", "Corr.", "Rev.", "CRP."})
"""The ends of symbols, which no blank follows."""

_SIGNS = frozenset(".,;:)?")
"""What may stand behind a word."""

_MOST_SOUND_WORDS = 100_000
"""So many words that are known to be sound are kept; no language has more."""

_SHORTEST_JOINT = 2
"""A shorter word that joins two others begins many words."""

_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXZ")
"""The capitals that are no words."""

_LONE = r"[^\W\d_]{1,2}"
_PAIR = re.compile(rf"(?<![\w’'./-])(?:({_LONE}) ([^\W\d_]+)|([^\W\d_]+) ({_LONE}))(?![\w’'/])")
"""Two words side by side of which one has a letter or two."""

_COUNTED = re.compile(r"\{(?:meeting|session)\} ([^\W\d_]{4,})")
"""What stands behind the number of a meeting or a session in a formula."""

_NEXT = re.compile(r" ([^\W\d_]+)(?![\w’'/])")

_BLANKS = re.compile(r"(?<=[\w)]) (?=[.,](?:\s|$))|(?<=\() (?=\S)|(?<=\S) (?=\))|(?<=\w) (?=\u2011)|(?<=\u2011) (?=\w)")
_BLANKS_BEFORE_MARKS = re.compile(rf"{_BLANKS.pattern}|(?<=\w) (?=[;:](?:\s|$))")
_APOSTROPHE = re.compile(r"(?<=\w) ’ ?(?=\w)|(?<=\w)’ (?=s\b)|(?<=\b[ldnscjmtLDNSCJMT])’ (?=\w)|(?<=[Qq]u)’ (?=\w)")
_PARENTHESIS = re.compile(r"(?<=[\w)])\((?=[^\W\d_]{4}|[A-Z]+/)")
"""A parenthesis that no blank stands before; that of "person(s)" needs none."""

_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_HYPHEN = re.compile(r"(?<!\w)([^\W\d_]+)(?:- | -)([^\W\d_]+)")

_LETTER = re.compile(r"(?:\(\s?([a-z]{1,2}|[ivx]{1,4})\s?\)|([a-z])\))(?P<blank>\s?)(?=\w)(?!(?<=\(s\))he\b)")
"""The letter at the start of a part or of an item; not that of "(s)he"."""


def with_parted_letters(lines: Sequence[TextLine], draft: CoverDraft) -> list[TextLine]:
    """The lines, with a blank behind the letter that some begin with, and none inside it: "(a )Reports"."""
    return [_with_parted_letter(line, draft) if line.text[1:4].find(")") >= 0 else line for line in lines]


def _with_parted_letter(line: TextLine, draft: CoverDraft) -> TextLine:
    match = _LETTER.match(line.text)
    first = line.inlines[0]
    if match is None or not isinstance(first, Run):
        return line
    letter = f"({match[1]}) " if match[1] else f"{match[2]}) "
    if match["blank"] and match[0].rstrip() == letter.rstrip():
        return line
    parted = replace(line, inlines=joined((replace(first, text=letter), *cut(line.inlines, match.end()))))
    old, new = (f"{' '.join(words.split()[:3])} …" for words in (line.text, parted.text))
    draft.tell("blanks-mended", "text", "a converter glued or split the letter of a part", line.at, old=old, new=new)
    return parted


class Mender:
    """Mends the words of one text.

    Two pieces are one word if that word is known, from the wording or from elsewhere in the text, and one of them is
    none.
    """

    def __init__(self, wording: Wording, texts: Iterable[str] = ()) -> None:
        self._wording = wording
        self._names = names_of(wording)
        self._short = frozenset(wording.reading["short_words"])
        self._known = words_of(wording)
        self._texts = texts
        self._words: Collection[str] | None = None
        self._blanks = _BLANKS_BEFORE_MARKS if wording.labels["colon"] == ":" else _BLANKS
        self._ordinal = _torn_ordinals(wording, self._short)
        joints = any_of(_long_joints(wording))
        self._glued_joint = re.compile(rf"(?<![^\W_])((?i:{joints}))([A-ZÀ-ÞА-Я]{{4,}})(?!\w)")
        self._glued_organ = _glued_organs(wording)
        chapters = any_of(wording.reading["paragraphs"])
        self._number_of_chapter = re.compile(rf"(?:^|\b(?i:{chapters}) )[IVXL]{{1,6}}\.(?=[A-ZÀ-ÞА-Я][a-zß-ÿа-я]{{2}})")

    def mended(self, inlines: Inlines, at: int | None, draft: CoverDraft) -> Inlines:
        """The text mended. What stood in the places that were changed is told, and what stands there now."""
        changes: list[tuple[str, str]] = []
        out = tuple(self._run(item, changes) if isinstance(item, Run) else item for item in inlines)
        if not changes:
            return inlines
        old, new = (" … ".join(words) for words in zip(*changes, strict=True))
        lost = all(len(before) < len(after) for before, after in changes)
        reason = "blanks that a converter lost" if lost else "blanks that a converter left"
        draft.tell("blanks-mended", "text", reason, at, old=old, new=new)
        return out

    def _run(self, run: Run, changes: list[tuple[str, str]]) -> Run:
        if not _is_suspect(run.text, self._wording) and not self._glued_organ.search(run.text):
            return run
        text = self._names.mended(with_whole_symbols(run.text), self._is_known)
        text = self._with_whole_words(_APOSTROPHE.sub("’", text))
        text = self._ordinal.sub("", self._blanks.sub("", text))
        text = _HYPHEN.sub(self._hyphened, text)
        if not self._wording.without_blanks:
            text = self._glued_joint.sub(self._parted, _PARENTHESIS.sub(" (", text))
            text = self._number_of_chapter.sub(lambda found: f"{found[0]} ", text)
            text = self._glued_organ.sub(lambda found: f"{found[1]} {found[2]}", text)
        changes.extend(_changes(run.text, text))
        return replace(run, text=text)

    def _with_whole_words(self, text: str) -> str:
        """The text with each two pieces as one word that are one; a piece may belong to the one before or after it."""
        parts: list[str] = []
        start = 0
        found = _PAIR.search(text)
        while found is not None:
            first, second = found[1] or found[3], found[2] or found[4]
            at = found.start() + len(first)
            if self._is_one(first, second) and not self._goes_with_next(first, second, text[found.end() :]):
                parts.append(text[start:at])
                start, at = at + 1, found.end()
            found = _PAIR.search(text, at)
        return "".join((*parts, text[start:]))

    def _goes_with_next(self, first: str, second: str, rest: str) -> bool:
        """Whether a letter behind a whole word is one word with what follows it: "de l a"."""
        following = _NEXT.match(rest)
        whole = first.lower() in self._short and second.lower() not in self._short
        return whole and len(second) == 1 and following is not None and self._is_one(second, following[1])

    def _is_one(self, first: str, second: str) -> bool:
        """Whether two pieces are one word: that is known, and one of them is none."""
        broken = any(len(piece) < 3 and piece.lower() not in self._short for piece in (first, second))
        # A capital may be the name of a thing, but not before what is no word: "C hild".
        broken = broken or (first in _LETTERS and second not in self._known)
        return broken and second.lower() == second and self._is_known((first + second).lower())

    def _parted(self, found: re.Match[str]) -> str:
        """The two words apart that were glued to one, if the second is known: "ANDCULTURAL"."""
        joint, word = found[1], found[2]
        glued = self._is_known(word.lower()) and found[0].lower() not in self._known
        return f"{joint} {word}" if glued else found[0]

    def _hyphened(self, found: re.Match[str]) -> str:
        """The two pieces with their hyphen and no blank, if they are one word: an ordinal, or a known word."""
        whole = f"{found[1]}-{found[2]}"
        is_word = whole.lower() in _hyphened_words(self._wording)
        return whole if is_word or self._wording.grammar.read_session(whole) is not None else found[0]

    def _is_known(self, word: str) -> bool:
        if word in self._known or word in self._short:
            return True
        if self._words is None:
            self._words = {word.lower() for text in self._texts for word in _WORD.findall(text)}
        return len(word) > 2 and word in self._words


def _long_joints(wording: Wording) -> Iterator[str]:
    """The words that join two others and begin few words."""
    return (word for word in wording.connecting["joints"] if len(word) > _SHORTEST_JOINT)


def _torn_ordinals(wording: Wording, short: Collection[str]) -> re.Pattern[str]:
    """The blank between the figures of an ordinal and their end.

    An end that is a word as well, as in "artículos 2 a 7", is one only before what ordinals count: "la 590 a sesión".
    """
    words = [end for end in wording.grammar.ends if end in short]
    counted = {noun for text in wording.texts() for noun in _COUNTED.findall(text)}
    ends = any_of(end for end in wording.grammar.ends if end not in words)
    before = rf"(?:{any_of(words)}) (?i:{any_of(counted)})\b" if words and counted else NOTHING
    return re.compile(rf"(?<=\d) (?=(?:{ends})(?![\w)])|{before})")


def is_sound(texts: Iterable[Inlines], wording: Wording) -> bool:
    """Whether there is nothing to mend in some texts. Most have nothing: so all are asked at once."""
    return not _is_suspect("\n".join(item.text for text in texts for item in text if isinstance(item, Run)), wording)


@lru_cache(maxsize=8)
def _glued_organs(wording: Wording) -> re.Pattern[str]:
    """The word for an organ with a small word glued to it: "Comitéha" is no word of Spanish."""
    organs = {name.split()[0] for name in wording.reading["organs"]}
    small = {word for word in wording.reading["short_words"] if len(word) > 1 and word.isalpha()}
    return re.compile(rf"\b({any_of(organs)})({any_of(small)})\b" if organs and small else NOTHING)


def _is_suspect(text: str, wording: Wording) -> bool:
    words = set(text.split())
    signs = _signs(wording)
    if not signs.words.isdisjoint(words) and signs.stand_in(text, words):
        return True
    # Most words are sound: small letters, with a sign behind them or none. The others are looked at, once.
    words -= signs.sound_words
    odd = " ".join(
        [
            word
            for word in words
            if not (word[1:].islower() and (word.isalpha() or (word[-1] in _SIGNS and word[:-1].isalpha())))
        ]
    )
    odd = f" {odd} "
    if _SUSPECT.search(signs.sound.sub("", odd)) is not None or signs.looks_sound.search(odd) is not None:
        return True
    if len(signs.sound_words) < _MOST_SOUND_WORDS:
        signs.sound_words.update(words)
    return False


def _changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The words of two texts that only blanks tell apart, where they differ."""
    old, new = iter(before.split(" ")), iter(after.split(" "))
    for first in old:
        left, right = [first], [next(new, "")]
        ahead = len(left[0]) - len(right[0])
        while ahead:
            if ahead < 0:
                left.append(next(old))
                ahead += len(left[-1])
            else:
                right.append(next(new))
                ahead -= len(right[-1])
        if left != right:
            yield " ".join(left), " ".join(right)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells at once that a text of a language has nothing to mend.

    `words` are those that a sound text hardly has: pieces of the offices, with what each would stand before, offices
    glued to a verb, and ends. `sound` is the pattern of an odd word that is sound; `looks_sound` that of some which are
    none: "Lin dgren-Sow", "ANDCULTURAL". `sound_words` are those that the texts before had: records share most words.
    """

    words: frozenset[str]
    pieces: Mapping[str, Sequence[str]]
    sound: re.Pattern[str]
    looks_sound: re.Pattern[str]
    sound_words: set[str] = field(default_factory=set)

    def stand_in(self, text: str, words: Collection[str]) -> bool:
        """Whether one of the words stands in a text, and a piece before its other piece."""
        found = self.words.intersection(words)
        return any(word not in self.pieces or any(map(text.__contains__, self.pieces[word])) for word in found)


@lru_cache(maxsize=4)
def _signs(wording: Wording) -> _Signs:
    names = names_of(wording)
    pieces = names.pieces()
    words = frozenset({*pieces, *names.glued(), *_SUFFIXES, *wording.grammar.ends})
    starts = any_of(wording.reading["name_starts"])
    letters = rf"(?:(?:{starts})?[^\W\d_][a-zß-ÿœ]+|(?:{starts})?[A-Z]{{2,}}|[0-9]+)"
    joints = any_of(_long_joints(wording))
    looks_sound = re.compile(rf" (?:[a-zß-ÿ]{{2,}}-[A-Z]|(?i:{joints})[A-ZÀ-ÞА-Я]{{4}})")
    return _Signs(words, pieces, re.compile(rf" [(“‘\"]*{letters}(?:[-’']{letters})*[.,;:)?!”\"]*(?= )"), looks_sound)


@lru_cache(maxsize=4)
def _hyphened_words(wording: Wording) -> frozenset[str]:
    """The words with a hyphen of the formulae and of the lists of the readers."""
    return frozenset(word.lower() for text in wording.texts() for word in _HYPHENED.findall(text))


@lru_cache(maxsize=4)
def words_of(wording: Wording) -> frozenset[str]:
    """The words of the formulae and of the lists of the readers."""
    return frozenset(word.lower() for text in wording.texts() for word in _WORD.findall(text))
