"""Names that stand with other capitals than their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from precis.checks.alarm import Alarm
from precis.checks.hints import words_of
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["Names", "by_rarest", "otherwise"]

Names = Mapping[str, Mapping[str, tuple[frozenset[str], str]]]
"""Names by the rarest of their words, and by all of them in small letters; each has these words, and as it is."""


def by_rarest(names: Iterable[str]) -> Names:
    """Names as `otherwise` looks them up."""
    words = {name: frozenset(words_of(name)) for name in names}
    counts = Counter(word for of_it in words.values() for word in of_it)
    found: dict[str, dict[str, tuple[frozenset[str], str]]] = {}
    for name, of_it in words.items():
        rarest = min(of_it, key=lambda word: (counts[word], word))
        found.setdefault(rarest, {})[name.lower()] = of_it, name
    return found


def otherwise(subject: Subject, rule: Rule, by_part: Names, proper: frozenset[str] | None = None) -> Iterator[Alarm]:
    """The names that stand with another capital or small letter, but for those of a text in capitals.

    One that stands in small letters, or with the capital of the sentence that it begins, is told if it is `proper`; all
    are, if nothing is said. The apostrophes of what would stand there are curly.
    """
    parts = by_part.keys() & subject.vocabulary
    names = {key: of_it for part in parts for key, of_it in by_part[part].items() if subject.vocabulary >= of_it[0]}
    # A name stands as often in small letters as it stands as it is, unless it has others.
    if all(subject.sieve.whole.count(key) == subject.own.count(name) for key, (_, name) in names.items()):
        return
    # The longest first: the Democratic Republic of the Congo has the name of the Congo in its own.
    there = sorted(names, key=lambda key: (-len(key), key))
    form = re.compile(rf"(?<![\w-])(?i:{'|'.join(map(re.escape, there))})(?![\w-])")
    for stretch, text, match in matches(subject, rule, form, there):
        name, found = names[match[0].lower()][1], match[0]
        if found.isupper() or (proper is not None and name not in proper and _is_small(text, match)):
            continue
        if found[1:] != name[1:] or (name[0].isupper() and found[0].islower()):
            yield in_text(rule, subject, stretch, match.span(), name.replace("'", "’"))


def _is_small(text: str, match: re.Match[str]) -> bool:
    """Whether words stand in small letters, but for a capital with which a sentence begins."""
    begins = not match.start() or text[: match.start()].rstrip()[-1:] in ".?!:;"
    return match[0].islower() or (begins and match[0][1:].islower())
