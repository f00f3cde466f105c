"""Where sentences end, in English and in French."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precis.language.sentences import CALL, first_sentence, sentences
from tests.support.corrections import ENGLISH, FRENCH
from tests.support.records import words

# Each text is written with a stroke where a sentence ends.
CASES = [
    ("two sentences", "It met.|The Chair spoke."),
    ("names", "Mr. Sow and Ms. H. Lee met Dr. Okonjo.|Prof. Zúñiga left."),
    ("numbers", "See No. 6 and art. 4 (2).|Nos. 5 and 7 stay."),
    ("Roman numbers", "See vol. II and chap. IV.|It is art.|The rest is not."),
    ("figures never begin a sentence", "It rose at 6 p.m. 14 members had left."),
    ("a time that ends a sentence", "It rose at 6 p.m.|The Chair left."),
    ("a time and its zone", "It rose at 6 p.m. Central European Time.|All left."),
    ("small letters", "He said no. and left.|They stayed"),
    ("quotation marks", "“It met.”|“It left.”|She (the Chair) spoke.|(Nobody did.)|Yes"),
    ("a footnote after the stop", f"It met.{CALL}|It left.{CALL}"),
    ("a question", "Why?|Because!|And then…|Nothing"),
    ("symbols and decimals", "CMW/C/SR.590 was 1.5 pages.|It was short."),
    ("others", "He saw it, i.e. The Hague, cf. Borduria, and others, etc.|That was all."),
    ("French names", "M. Dupont, MM. Durand et Me Martin parlent.|Mme Diallo lève la séance."),
    ("French quotation marks", "Il dit\u00a0: «\u00a0Oui.\u00a0»|Il part.|L’État partie répond."),
    ("French capitals", "Il parle.|À la fin, il part.|Être là suffit."),
    ("French numbers", "Voir l’art. 5, al. 2, p. 3.|Fin."),
    ("Chinese", "委员会开会。|主席发言。"),
    ("one", "It was so decided."),
    ("none", ""),
]


@pytest.mark.parametrize(("title", "text"), CASES, ids=[case[0] for case in CASES])
def test_sentences(title: str, text: str) -> None:
    expected = [part for part in text.split("|") if part]
    joined = text.replace("。|", "。").replace("|", " ")
    small = FRENCH if title.startswith("French") else ENGLISH
    assert [joined[start:end] for start, end in sentences(joined, small)] == expected
    assert joined[: first_sentence(joined, small)] == "".join(expected[:1])


def test_blanks_are_of_no_sentence() -> None:
    assert sentences("  It met.  It left. ", ENGLISH) == ((2, 9), (11, 19))


@given(st.lists(words).map(" ".join))
def test_sentences_hold_every_character_but_the_blanks_between_them(text: str) -> None:
    inside = [index for start, end in sentences(text, ENGLISH) for index in range(start, end)]
    assert inside == sorted(set(inside))
    assert all(text[index].isspace() for index in set(range(len(text))) - set(inside))
