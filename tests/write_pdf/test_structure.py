"""What a reader who does not see the page is told: ISO 32000-1 clause 14.8, ISO 14289-1 clause 7."""

import pytest

from tests.support.canonical import read_structure, structure
from tests.support.pages import COVER, FOOT, MASTHEAD, document, paragraph, sentences
from tests.support.pdf_file import PdfFile


def test_the_structure_of_a_record(record_pdf, snapshot):
    assert structure(record_pdf) == snapshot


def found(element, role):
    """The elements of a role, in reading order."""
    own = [element] if element.role == role else []
    return own + [inner for kid in element.elements() for inner in found(kid, role)]


def test_a_paragraph_that_goes_on_to_the_next_page_is_one_element(pdf):
    tree = read_structure(pdf(document("".join(paragraph(number, sentences(9)) for number in range(1, 12)))))
    paragraphs = found(tree, "P")
    assert len(paragraphs) == 11
    assert any(len(element.pages()) == 2 for element in paragraphs)


def test_a_long_note_is_one_element_on_as_many_pages_as_it_needs(pdf):
    text = f'Called<span class="note" data-mark="1">{sentences(150)}</span> here.'
    tree = read_structure(pdf(document(paragraph(1, text) + paragraph(2, sentences(20)))))
    (note,) = found(tree, "Note")
    assert [kid.role for kid in note.elements()] == ["Lbl", "P"]
    assert note.words() == f"1{sentences(150)}"
    assert len(note.pages()) > 1


def test_notes_stand_after_their_block_in_the_order_of_their_calls(pdf):
    text = 'One<span class="note" data-mark="*">first</span> two<span class="note" data-mark="**">second</span>.'
    tree = read_structure(pdf(document(f'<p class="line">{text}</p><p class="line">Next.</p>')))
    (section,) = found(tree, "Sect")
    assert [kid.role for kid in section.elements()] == ["P", "Note", "Note", "P"]
    assert [note.words() for note in found(tree, "Note")] == ["*first", "**second"]


def test_notes_are_on_the_page_of_their_call(pdf):
    texts = (
        f'{sentences(3)} Called<span class="note" data-mark="{n}">{sentences(2)}</span> here.' for n in range(1, 21)
    )
    tree = read_structure(pdf(document("".join(paragraph(n, text) for n, text in enumerate(texts, start=1)))))
    assert len(found(tree, "Note")) == 20
    assert len(tree.pages()) > 1
    for reference, note in zip(found(tree, "Reference"), found(tree, "Note"), strict=True):
        assert reference.pages() == note.pages()


def test_the_head_of_a_table_is_told_once(pdf):
    rows = "".join(f'<tr><th scope="row">Row {number}</th><td>{sentences(1)}</td></tr>' for number in range(60))
    head = '<thead><tr><th scope="col">First</th><th scope="col">Second</th></tr></thead>'
    data = pdf(document(f"<table>{head}<tbody>{rows}</tbody></table>"))
    tree = read_structure(data)
    assert len(found(tree, "Table")) == len(found(tree, "THead")) == 1
    assert len(found(tree, "TR")) == 61
    assert [cell.attributes["Scope"] for cell in found(tree, "TH")] == ["Column"] * 2 + ["Row"] * 60
    assert found(tree, "THead")[0].pages() == {1}
    assert max(tree.pages()) > 2


def test_heads_feet_and_repeated_table_heads_are_artifacts(pdf):
    data = pdf(document("".join(paragraph(number, sentences(9)) for number in range(1, 12))))
    assert "CXX/C/SR.7" not in read_structure(data).words()
    file = PdfFile(data)
    content = file.get(file.get(file.pages()[1])["Contents"]).data
    assert content.count(b"/Pagination/Subtype /Header") == 1
    assert content.count(b"/Pagination/Subtype /Footer") == 1


def test_the_foot_of_page_1_follows_the_cover(pdf):
    before = MASTHEAD + COVER.format(contents='<p class="contents-1">Keepers</p>') + FOOT
    tree = read_structure(pdf(document(paragraph(1, "Text."), before=before)))
    assert [section.words()[:14] for section in found(tree, "Sect")] == [
        "United Nations",
        "Committee on t",
        "This record is",
        "1. Text.",
    ]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [("h1 h2 h3", "H1 H2 H3"), ("h2 h3 h2", "H1 H2 H1"), ("h1 h3 h3", "H1 H2 H2"), ("h1 h4 h2", "H1 H2 H2")],
)
def test_no_level_of_headings_is_skipped(pdf, tags, expected):
    text = "".join(f'<{tag} class="heading-1">Heading</{tag}>' for tag in tags.split())
    tree = read_structure(pdf(document(text)))
    assert [kid.role for kid in found(tree, "Sect")[0].elements()] == expected.split()


def test_a_link_says_where_it_leads(record_pdf):
    file = PdfFile(record_pdf)
    links = [file.get(link) for page in file.pages() for link in file.get(file.get(page).get("Annots", []))]
    assert [link["Contents"].decode() for link in links] == [
        "Reissued for technical reasons on 1 April 2031.",
        "No summary record was prepared for the rest of the meeting.",
        "See the Handbook of Lamps, sect. 3.",
        "In summer, an hour later.",
        "As reported by the stores.",
        "1",
        "list of lamps",
        "One on leave.",
    ]


def test_without_an_emblem_no_picture_is_announced(pdf, record, record_pdf, emblem):
    figures = [figure.alt for figure in found(read_structure(record_pdf), "Figure")]
    assert figures == ["QR code with the address of this document"]
    with_emblem = found(read_structure(pdf(record, emblem)), "Figure")
    assert [figure.alt for figure in with_emblem] == ["Emblem of the United Nations", *figures]


LETTERS = (
    '<ul><li class="item"><span class="number">(a)</span> one<span class="note" data-mark="1">note</span></li>'
    '<li class="item-2"><span class="number">(i)</span> inner</li><li class="bullet-2">with a bullet</li>'
    '<li class="item"><span class="number">(b)</span> two</li></ul>'
)


def test_items_in_others_are_in_their_lists_with_their_letters(pdf):
    """Each list says how it is counted (ISO 32000-1, 14.8.5.5); notes stand before the items in their item."""
    (whole,) = (each for each in found(read_structure(pdf(document(LETTERS))), "Sect") if each.title == "text")
    (outer,) = (each for each in whole.elements() if each.role == "L")
    assert outer.attributes["ListNumbering"] == "LowerAlpha"
    first, second = outer.elements()
    assert [kid.role for kid in first.elements()] == [kid.role for kid in second.elements()] == ["Lbl", "LBody"]
    body = first.elements()[1]
    assert [kid.role for kid in body.elements()] == ["Reference", "Note", "L"]
    inner = body.elements()[-1]
    assert inner.attributes["ListNumbering"] == "LowerRoman"
    assert [item.words() for item in inner.elements()] == ["(i) inner", "•with a bullet"]


def test_a_caption_is_that_of_its_table(pdf):
    table = '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>'
    below = '<p class="table-source">Source: the report.</p><p class="line">x</p>'
    lines = f'<p class="table-caption">Table 1</p>{table}{below}'
    tree = read_structure(pdf(document(lines)))
    (found_table,) = found(tree, "Table")
    assert [kid.role for kid in found_table.elements()] == ["Caption", "THead", "TBody"]
    assert found_table.elements()[0].words() == "Table 1"
    assert [each.words() for each in found(tree, "P")][-2:] == ["Source: the report.", "x"]
