"""The words of a zone that nothing has taken: what is left over when what was taken is cut out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from precis.model import Run
from precis.reading.line import TextLine
from precis.reading.search.zone import Zone

LINES = st.lists(st.text(alphabet="ab ", min_size=1, max_size=12), min_size=1, max_size=5)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=5)


def zone_of(lines: list[str], spans: list[tuple[int, int]]) -> Zone:
    zone = Zone([TextLine((Run(line),)) for line in lines])
    for start, length in spans:
        first = min(start, len(zone.text))
        zone.take(first, min(first + length, len(zone.text)))
    return zone


@given(LINES, SPANS)
def test_the_rest_are_the_letters_that_were_not_taken(lines: list[str], spans: list[tuple[int, int]]) -> None:
    zone = zone_of(lines, spans)
    left = [at for at, char in enumerate(zone.text) if not char.isspace() and zone.free(at, at + 1)]
    pieces = list(zone.rest())
    assert [at for piece in pieces for at in range(piece.start, piece.end) if not zone.text[at].isspace()] == left
    for piece in pieces:
        assert piece.text == zone.text[piece.start : piece.end] == piece.text.strip() == piece.line.text


@given(LINES, SPANS, st.integers(0, 60), st.integers(0, 60))
def test_the_rest_between_two_places_is_that_of_the_whole(
    lines: list[str], spans: list[tuple[int, int]], start: int, end: int
) -> None:
    zone = zone_of(lines, spans)

    def letters(first: int, last: int | None) -> list[int]:
        found = (at for piece in zone.rest(first, last) for at in range(piece.start, piece.end))
        return [at for at in found if not zone.text[at].isspace()]

    assert letters(start, end) == [at for at in letters(0, None) if start <= at < end]
