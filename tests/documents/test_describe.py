"""Corrections in words: the place, and what is to be done there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import shipped
from precis.corrections.instruction import Correction
from precis.corrections.source import read_corrections
from precis.documents.describe import describe
from precis.language import load_wording
from precis.model import Block, Call, Footnote, Paragraph, Quotation, Record, Run
from precis.source.marks import marked
from tests.corrections.edits import edited
from tests.support.corrections import correct
from tests.support.records import records

ENGLISH, FRENCH = (load_wording(language, shipped()) for language in ("en", "fr"))
RECORD = Record(blocks=(Paragraph(1, (Run("It was said."), Call("a"))),), footnotes=(Footnote("a", (Run("A note."),)),))
LONG = " ".join(f"word{number}" for number in range(30))


def said(block: Block) -> str:
    match block:
        case Paragraph():
            return marked(block.inlines)
        case Quotation():
            return "> " + marked(block.paragraphs[0])
    return type(block).__name__


CASES = [
    ('Paragraph 3, sentence 6: for "a b" read "a c"', "Paragraph 3, sixth sentence", ["*For* a b *read* a c"],
     "Paragraphe 3, sixième phrase", ["*Au lieu de* a b *lire* a c"]),
    ('Paragraph 3: after "x" insert "y"', "Paragraph 3", ["*After* x *insert* y"],
     "Paragraphe 3", ["*Après* x *insérer* y"]),
    ('Paragraph 3: at the end insert "."', "Paragraph 3", ["*At the end insert* a full stop"],
     "Paragraphe 3", ["*À la fin, insérer* un point"]),
    ('Heading before paragraph 7: delete "the"', "Heading before paragraph 7", ["*Delete* the"],
     "Titre précédant le paragraphe 7", ["*Supprimer* the"]),
    ("Paragraph 4: delete", "Paragraph 4", ["*Delete*"], "Paragraphe 4", ["*Supprimer*"]),
    ("Paragraph 4: join to the paragraph before", "Paragraph 4", ["*Join to the preceding paragraph*"],
     "Paragraphe 4", ["*Joindre au paragraphe précédent*"]),
    ("Paragraph 4: move after paragraph 6", "Paragraph 4", ["*Move to after:* Paragraph 6"],
     "Paragraphe 4", ["*Déplacer après :* Paragraphe 6"]),
    ('Footnote a: for "A" read "The"', "Footnote 1", ["*For* A *read* The"],
     "Note de bas de page 1", ["*Au lieu de* A *lire* The"]),
    ('Paragraph 1: for "said.[^a]" read "told.[^a]"', "Paragraph 1", ["*For* said.^1^ *read* told.^1^"],
     "Paragraphe 1", ["*Au lieu de* said.^1^ *lire* told.^1^"]),
    ('Table after paragraph 3, row 2, column 1: for "5" read "6"', "Table after paragraph 3, second row, first column",
     ["*For* 5 *read* 6"], "Tableau suivant le paragraphe 3, deuxième ligne, colonne 1", ["*Au lieu de* 5 *lire* 6"]),
    ('Cover, chair: for "Ms. X" read "Mr. Y (Vice-Chair)"', "Cover page, Chair",
     ["*For* Ms. X *read* Mr. Y (Vice-Chair)"],
     "Page de couverture, présidence", ["*Au lieu de* Mme X *lire* M. Y (Vice-Président)"]),
    ('Cover, held: for "2024-12-13 15:00" read "2024-12-13 10:00"', "Cover page, date and time of the meeting",
     ["*For* Friday, 13 December 2024, at 3 p.m. *read* Friday, 13 December 2024, at 10 a.m."],
     "Page de couverture, date et heure de la séance",
     ["*Au lieu de* vendredi 13 décembre 2024, à 15 heures *lire* vendredi 13 décembre 2024, à 10 heures"]),
    ('Cover, rose: for "17:55" read "18:05"', "Cover page, time of closing", ["*For* 5.55 p.m. *read* 6.05 p.m."],
     "Page de couverture, heure de clôture", ["*Au lieu de* 17 h 55 *lire* 18 h 5"]),
    ("Renumber the paragraphs", "Text", ["*Renumber the paragraphs accordingly*"],
     "Texte", ["*Modifier en conséquence la numérotation des paragraphes*"]),
    (f'Paragraph 3: for "{LONG}" read "{LONG} more"', "Paragraph 3", ["*For*", f"> {LONG}", "*read*", f"> {LONG} more"],
     "Paragraphe 3", ["*Au lieu de*", f"> {LONG}", "*lire*", f"> {LONG} more"]),
]  # fmt: skip


def correction(text: str) -> Correction:
    return read_corrections(f"---\ndocument: corrections\n---\n\n- {text}\n", "c.md").corrections[0]


@pytest.mark.parametrize(("text", "place", "words", "lieu", "mots"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_correction_in_words(text: str, place: str, words: list[str], lieu: str, mots: list[str]) -> None:
    for wording, where, what in ((ENGLISH, place, words), (FRENCH, lieu, mots)):
        described = describe(correction(text), RECORD, wording)
        assert marked(described.place) == where
        assert [said(block) for block in described.blocks] == what


@given(st.data())
@settings(max_examples=100)
def test_any_correction_can_be_said(data: st.DataObject) -> None:
    old = data.draw(records())
    for each in correct(old, data.draw(edited(old))):
        for wording in (ENGLISH, FRENCH):
            described = describe(each, old, wording)
            assert described.place
            assert described.blocks
