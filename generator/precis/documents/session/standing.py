"""What stands at the places that a paper can cite, and whether the words that it cites stand there still."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from precis.assets import Assets
from precis.documents.session.paper import Cited
from precis.facts.cover import cover_lines
from precis.facts.record import RecordFacts
from precis.facts.session import SessionFacts
from precis.facts.source import SOURCE, words_of
from precis.language import load_wording
from precis.language.sentences import NO_WORDS, SmallWords, sentences
from precis.model import plain
from precis.proceedings import normal

__all__ = ["Places", "Standing", "places_of", "sentences_in", "standing"]


class Places:
    """The words of a record that can be cited: by paragraph, its headings and its cover."""

    def __init__(self, record: RecordFacts, assets: Assets) -> None:
        self.label = record.label
        self.computed = record.computed
        self.paragraphs: dict[int | None, list[str]] = {}
        for said in record.proceedings.said:
            self.paragraphs.setdefault(said.passage.number, []).append(said.passage.exact)
        self.headings = [plain(heading.inlines) for heading in record.record.headings]
        self.cover = cover_lines(record.record, assets)
        self.words = load_wording(record.record.language, assets).small_words

    @property
    def span(self) -> str:
        """From which paragraph to which."""
        numbers = [number for number in self.paragraphs if number is not None]
        return f"{min(numbers)} to {max(numbers)}" if numbers else "none"

    def texts(self, cited: Cited) -> list[str] | None:
        """The texts in which the cited words should stand; None if there is no such paragraph."""
        if cited.part == "cover":
            return self.cover
        if cited.part == "heading":
            return self.headings
        return self.paragraphs.get(cited.paragraph)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a place that is cited.

    `record` is the one it is in, None for the session's source or a record that is not given; `texts` are None where
    there is no such place. `changed` are the cited words that do not stand there, each with the sentence that is most
    like them, "" if none is.
    """

    record: Places | None = None
    texts: tuple[str, ...] | None = None
    changed: tuple[tuple[str, str], ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the place is there, and all the words that are cited."""
        return self.texts is not None and not self.changed


def places_of(facts: SessionFacts, assets: Assets) -> Mapping[str, Places]:
    """The places of the records of a session, by their labels."""
    return {record.label: Places(record, assets) for record in facts.records}


def standing(cited: Cited, places: Mapping[str, Places], facts: SessionFacts) -> Standing:
    """What stands now at the place that is cited."""
    if cited.part == "source":
        if cited.record != SOURCE or facts.source is None:
            return Standing()
        known = tuple(_source_words(facts))
        gone = [words for words in cited.words if words not in known]
        return Standing(None, known, tuple((words, _nearest(words, known, NO_WORDS)) for words in gone))
    own = places.get(cited.record)
    texts = None if own is None else own.texts(cited)
    if own is None or texts is None:
        return Standing(own)
    gone = [words for words in cited.words if not any(normal(words) in normal(text) for text in texts)]
    return Standing(own, tuple(texts), tuple((words, _nearest(words, texts, own.words)) for words in gone))


def _source_words(facts: SessionFacts) -> Iterator[str]:
    assert facts.source is not None
    for key in ("held", "place", "next", "officers"):
        yield words_of(facts.source, key)
    for listed in facts.source.session.meetings:
        yield words_of(facts.source, "meetings", listed)


def _nearest(words: str, texts: Sequence[str], small: SmallWords) -> str:
    """The sentence most like the cited words, or an empty string if none is like them."""
    from rapidfuzz import fuzz, process

    candidates = [*sentences_in(texts, small), *texts]
    found = process.extractOne(words, candidates, scorer=fuzz.ratio, score_cutoff=40)
    return str(found[0]) if found else ""


def sentences_in(texts: Iterable[str], small: SmallWords) -> list[str]:
    """The sentences of texts, in order; `small` are the small words of their language."""
    return [text[start:end] for text in texts for start, end in sentences(text, small)]
