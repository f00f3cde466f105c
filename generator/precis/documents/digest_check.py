"""The references of a digest, each followed to the paragraph it names: the cited words must stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from precis.assets import Assets
from precis.documents.digest_source import DigestSource
from precis.facts.cover import cover_lines
from precis.facts.fact import Reference
from precis.facts.record import RecordFacts
from precis.facts.session import SessionFacts
from precis.facts.source import SOURCE, words_of
from precis.language import load_wording
from precis.language.sentences import NO_WORDS, SmallWords, sentences
from precis.model import Faults, plain
from precis.proceedings import normal

__all__ = ["check_references"]


def check_references(source: DigestSource, facts: SessionFacts, assets: Assets) -> None:
    """PrecisError with every reference that leads nowhere, or whose words have changed, with the old and the new."""
    faults = Faults(source.file)
    places = {record.label: _Places(record, assets) for record in facts.records}
    for label, reference in source.digest.references.items():
        problem = _problem(reference, places, facts)
        if problem:
            faults.add(problem[0], problem[1], source.lines.get(label))
    faults.check()


class _Places:
    """The words of a record that can be cited: by paragraph, its headings and its cover."""

    def __init__(self, record: RecordFacts, assets: Assets) -> None:
        self.paragraphs: dict[int | None, list[str]] = {}
        for said in record.proceedings.said:
            self.paragraphs.setdefault(said.passage.number, []).append(said.passage.exact)
        self.headings = [plain(heading.inlines) for heading in record.record.headings]
        self.cover = cover_lines(record.record, assets)
        self.words = load_wording(record.record.language, assets).small_words

    def texts(self, reference: Reference) -> list[str] | None:
        """The texts in which the cited words should stand; None if there is no such paragraph."""
        if reference.part == "cover":
            return self.cover
        if reference.part == "heading":
            return self.headings
        return self.paragraphs.get(reference.paragraph)


def _problem(reference: Reference, places: Mapping[str, _Places], facts: SessionFacts) -> tuple[str, str] | None:
    if reference.part == "source":
        return _source_problem(reference, facts)
    if reference.record not in places:
        known = ", ".join(places) or "none"
        message = f"there is no record {reference.record} among those given, which are: {known}"
        return "reference-record", f"{message}; give the record, or take the statement out"
    texts = places[reference.record].texts(reference)
    where = f"{reference.record}, {_part(reference)}"
    if texts is None:
        numbers = [number for number in places[reference.record].paragraphs if number is not None]
        span = f"{min(numbers)} to {max(numbers)}" if numbers else "none"
        message = f"{reference.record} has no paragraph {reference.paragraph}; it has paragraphs {span}"
        return "reference-paragraph", f"{message}; name the paragraph that says it"
    if any(normal(reference.words) in normal(text) for text in texts):
        return None
    new = _nearest(reference.words, texts, places[reference.record].words)
    now = f"there now stands: “{new}”" if new else "nothing like them stands there now"
    return (
        "reference-words",
        f"{where}: the cited words have changed: “{reference.words}”; {now}; put the statement right",
    )


def _part(reference: Reference) -> str:
    if reference.part == "text":
        return f"para. {reference.number}"
    return "cover" if reference.part == "cover" else f"heading before para. {reference.number}"


def _source_problem(reference: Reference, facts: SessionFacts) -> tuple[str, str] | None:
    if reference.record != SOURCE:
        return "reference-form", f"'{reference.record}' is neither a record with a paragraph nor the {SOURCE}"
    if facts.source is None:
        return "reference-record", f"the {SOURCE} is cited, and the records have none; add session.md to their folder"
    known = list(_source_words(facts))
    if reference.words in known:
        return None
    new = _nearest(reference.words, known, NO_WORDS)
    now = f"it now says: “{new}”" if new else "it says nothing like it now"
    return "reference-words", f"{SOURCE}: the cited words have changed: “{reference.words}”; {now}"


def _source_words(facts: SessionFacts) -> Iterator[str]:
    assert facts.source is not None
    for key in ("held", "place", "next", "officers"):
        yield words_of(facts.source, key)
    for listed in facts.source.session.meetings:
        yield words_of(facts.source, "meetings", listed)


def _nearest(words: str, texts: list[str], small: SmallWords) -> str:
    """The sentence most like the cited words, or an empty string if none is like them."""
    from rapidfuzz import fuzz, process

    candidates = [text[start:end] for text in texts for start, end in sentences(text, small)] + texts
    found = process.extractOne(words, candidates, scorer=fuzz.ratio, score_cutoff=40)
    return str(found[0]) if found else ""
