"""What stands on the pages of digests and briefings: their order, each thing once, sentences that records have."""

from __future__ import annotations

import re

import pytest

from precis.documents.session.paper import Look, Place, Section
from precis.model import Call, Run, Table, plain, texts_of
from precis.writers.page import Page
from tests.support.papers import NAMES, gathered, page_of, paper, told
from tests.support.standing import plainly, stands

papers = pytest.mark.parametrize("name", NAMES)
BRIEFINGS = tuple(name for name in NAMES if name not in ("digest", "member"))


def shape(name: str, number: int) -> list[tuple[str, str]]:
    """The sections of a sheet: what each is and where it stands."""
    return [(str(section.look), str(section.place)) for section in paper(name).sheets[number].sections]


def section(name: str, number: int, look: Look) -> Section:
    return next(each for each in paper(name).sheets[number].sections if each.look is look)


def rows(part: Section) -> list[list[str]]:
    (table,) = (block for block in part.blocks[:1] if isinstance(block, Table))
    return [[plain(tuple(item for item in cell if not isinstance(item, Call))) for cell in row] for row in table.rows]


def test_the_first_page_of_a_digest() -> None:
    assert shape("digest", 0) == [
        ("lead", "full"),
        ("findings", "full"),
        ("dates", "main"),
        ("calendar", "side"),
        ("small", "side"),
    ]
    assert (paper("digest").title, paper("digest").about) == (
        "Ninety-seventh session",
        "Palais Wilson, Geneva, 24 November to 5 December 2053",
    )


def test_a_page_a_state_then_the_rest() -> None:
    assert [sheet.title for sheet in paper("digest").sheets] == [
        "",
        "Borduria",
        "Ruritania",
        "Other work of the session",
    ]
    for number in (1, 2):
        assert [look for look, _ in shape("digest", number)] == ["who", "prose", "figures", "undertakings", "table"]
    assert shape("digest", 3)[-1] == ("small", "full")


def test_the_lead_says_what_the_session_did() -> None:
    words = " ".join(told((section("digest", 0, Look.LEAD),)))
    assert words.startswith("The Committee held dialogues with the delegations of Borduria and Ruritania and adopted")
    assert "Views on three individual communications" in words
    assert 40 <= len(words.split()) <= 105


def test_at_most_five_findings_of_a_line_each() -> None:
    (bullets,) = section("digest", 0, Look.FINDINGS).blocks
    lines = [plain(tuple(item for item in each if isinstance(item, Run))) for each in texts_of(bullets)]
    assert 2 <= len(lines) <= 5
    assert all(len(line) < 125 and "…" not in line for line in lines)


def test_findings_tell_of_each_state_what_it_undertakes_itself_and_what_it_refuses() -> None:
    (bullets,) = section("digest", 0, Look.FINDINGS).blocks
    lines = [plain(tuple(item for item in each if isinstance(item, Run))) for each in texts_of(bullets)]
    assert lines[:2] == [
        "Borduria: the Government planned to end the detention of all children by 2056.",
        "Borduria: the Government had no plans to amend the Constitution.",
    ]
    assert "University" not in " ".join(lines), "what others will do is no finding on a State"
    assert "three languages would be added" not in " ".join(lines)
    assert all(len(line.partition(": ")[2].split()) >= 8 for line in lines)


def test_dates_for_which_there_is_no_room_are_said_to_stand_elsewhere() -> None:
    dates = section("digest", 0, Look.DATES)
    listed = [row[2] for row in rows(dates)]
    assert "Publish a predictable calendar of reviews" in listed, "what is the Committee's own stands nowhere else"
    assert "planned to end the detention of all children" not in " ".join(listed)
    (note,) = [words for words in told((dates,)) if words.startswith("Further dates")]
    assert note == "Further dates stand with Borduria and Ruritania."
    there = [row[1] for row in rows(section("digest", 1, Look.UNDERTAKINGS)) if row[0] == "By 2056"]
    assert there == ["The Government planned to end the detention of all children"]


def test_what_a_date_is_for_is_told_without_what_led_to_it() -> None:
    words = [row[2] for row in rows(section("digest", 0, Look.DATES))]
    (found,) = [each for each in words if "programme to regularize" in each]
    assert found == "A programme to regularize their situation [workers without papers] would be opened"


def test_other_questions_come_last_among_themes() -> None:
    themes = [row[0] for row in rows(section("session", 1, Look.TABLE))]
    assert "Other questions" not in [name for name in themes if name != "All"][:-1], "they stand last, before the sum"


MONTHS = "January February March April May June July August September October November December".split()


def test_dates_come_in_order() -> None:
    labels = [row[0] for row in rows(section("digest", 0, Look.DATES)) if any(row[1:])]
    found = [MONTHS.index(month[0]) for label in labels if (month := re.findall("|".join(MONTHS), label))]
    assert found == sorted(found)
    assert [label for label in labels if "2055" in label or "2056" in label] == labels[-2:] or "In 2054" in labels


def test_equal_dates_of_the_same_words_stand_together() -> None:
    labels = [row[0] for row in rows(section("Ruritania", 0, Look.DATES))]
    assert len(set(filter(None, labels))) == len(list(filter(None, labels)))
    assert labels[labels.index("In 2054") + 1] == ""


def test_a_table_that_goes_on_says_its_label_again() -> None:
    for sheet in paper("Ruritania").sheets:
        tables = [each for part in sheet.sections for each in part.blocks if isinstance(each, Table)]
        assert all(plain(table.rows[0][0]).strip() for table in tables)


def test_what_the_committee_decided_by_a_list_stands_on_the_last_page_however_little_is_told() -> None:
    tables = [block for part in paper("digest").sheets[3].sections for block in part.blocks if isinstance(block, Table)]
    found = [[plain(cell) for cell in row] for table in tables for row in table.rows if "bond" in plain(row[0])]
    assert ["Abolition of the bond", "largely satisfactory"] in found
    decided = [plain(row[0]) for table in tables for row in table.rows]
    assert not any(words.startswith("Assess the measures") for words in decided), "a list says it"


def test_no_line_parts_the_names_of_a_person() -> None:
    text = "".join(page_of("digest").body.itertext())
    assert "Mr.\u00a0Ferreira\u00a0Lobo" in text
    assert "Ferreira Lobo" not in text


def test_the_calendar_says_every_day_and_meeting() -> None:
    cells = [cell for row in rows(section("digest", 0, Look.CALENDAR)) for cell in row]
    assert [cell for cell in cells if cell[:3] in ("Mon", "Tue", "Wed", "Thu", "Fri")] == [
        *("Mon 24", "Tue 25", "Wed 26", "Thu 27", "Fri 28", "Mon 1", "Tue 2", "Wed 3", "Thu 4", "Fri 5")
    ]
    assert [cell for cell in cells if cell[:2] == "19"] == [
        *("1950 Opening", "1951 closed", "1952 Borduria", "1953 Borduria", "1954 Ruritania", "1955 Ruritania"),
        *("1956 Discussion", "1957 closed", "1958 closed", "1959 closed", "1960 in part"),
    ]


def test_a_meeting_looks_as_its_record_is_not_by_colour_alone() -> None:
    looks = {}
    for cell in page_of("digest").body.iter("td"):
        if cell.get("class") in ("recorded", "partial", "closed"):
            looks["".join(cell.itertext())] = cell.get("class")
    assert looks["1950 Opening"] == "recorded"
    assert looks["1951 closed"] == "closed"
    assert looks["1960 in part"] == "partial"


@pytest.mark.parametrize("number", [1, 2])
def test_a_state_is_told_in_120_to_200_words_of_three_paragraphs(number: int) -> None:
    prose = section("digest", number, Look.PROSE)
    assert len(prose.blocks) == 3
    assert 120 <= len(" ".join(told((prose,))).split()) <= 200


@pytest.mark.parametrize("number", [1, 2])
def test_the_sentences_of_a_state_stand_in_its_records(number: int) -> None:
    found = list(told((section("digest", number, Look.PROSE),)))
    assert len(found) > 8
    assert [sentence for sentence in found if not stands(sentence, gathered())] == []


@pytest.mark.parametrize("name", ["Ruritania", "Borduria", "1952", "1953", "1956", "theme", "member"])
def test_key_points_and_replies_stand_in_their_records(name: str) -> None:
    looks = (Look.KEYS, Look.ASKED, Look.PROSE)
    parts = (each for sheet in paper(name).sheets for each in sheet.sections if each.look in looks)
    found = [sentence for sentence in told(parts) if len(sentence.split()) > 4]
    assert len(found) > 3
    assert [sentence for sentence in found if not stands(sentence, gathered())] == []


@pytest.mark.parametrize("name", BRIEFINGS)
def test_nothing_is_told_twice_in_a_briefing(name: str) -> None:
    found = [
        plainly(each)
        for sheet in paper(name).sheets
        for each in told(sheet.sections)
        if len(each.split()) > 6 and "→" not in each
    ]
    assert sorted(each for each in found if found.count(each) > 1) == []


def letters(items: str) -> int:
    return len(re.sub(r"\s", "", items))


@papers
def test_references_take_a_tenth_of_the_ink_at_most(name: str) -> None:
    body = page_of(name).body
    cited = sum(letters("".join(link.itertext())) for link in body.iter("a"))
    assert 0 < cited <= 0.1 * letters("".join(body.itertext()))


def raised(page: Page) -> list[str]:
    return ["".join(each.itertext()) for each in page.body.iter("span") if each.get("class") == "reference"]


@papers
def test_references_are_meeting_and_paragraph(name: str) -> None:
    number = r"\d+(?:–⁠?\d+)?"
    form = re.compile(rf"\d\d:{number}(?:,.{number})*(?:,.\d\d:{number}(?:,.{number})*)*")
    found = raised(page_of(name))
    assert found
    assert [each for each in found if not form.fullmatch(each)] == []


@papers
def test_the_key_to_references_is_in_the_foot(name: str) -> None:
    match = re.search(r"(\d\d):(\d+) = CMW/C/SR\.19\1, paragraph \2\.", page_of(name).meta("foot"))
    assert match is not None


@papers
def test_a_reference_is_not_parted_from_what_it_is_for(name: str) -> None:
    for link in page_of(name).body.iter("span"):
        if link.get("class") == "reference":
            before = link.getprevious()
            text = (before.tail if before is not None else link.getparent().text) or ""
            assert text.endswith("⁠") or (before is not None and not text)


FORBIDDEN = ("…", "(session source)", "no answer", "not answered", "para. ", "Left out to fit")


@papers
def test_what_is_never_printed(name: str) -> None:
    text = "".join(page_of(name).body.itertext())
    assert [each for each in FORBIDDEN if each in text] == []


def pronoun(sentence: str) -> bool:
    return re.match(r"(?:He|She|They|It|This|These|Those)\b", sentence) is not None


@pytest.mark.parametrize("number", [1, 2])
def test_a_paragraph_never_begins_with_a_pronoun(number: int) -> None:
    for block in section("digest", number, Look.PROSE).blocks:
        assert not pronoun(next(iter(told((Section(Look.PROSE, (block,)),)))))


def test_symbols_stand_once_in_the_digest() -> None:
    text = "".join(page_of("digest").body.itertext()).replace("⁠", "")
    assert text.count("CMW/C/BOR/2)") == 1
    assert text.count("CMW/C/SR.1952") <= 2


def test_a_meeting_briefing_puts_what_was_decided_first() -> None:
    first = rows(section("1960", 0, Look.KEYS))[0]
    assert "adopted" in first[1] or "largely satisfactory" in first[1]


def test_an_arrow_leads_to_the_list_of_dates() -> None:
    for name in ("Ruritania", "Borduria"):
        dates = {row[0] for row in rows(section(name, 0, Look.DATES))}
        arrows = [part for row in rows(section(name, 0, Look.KEYS)) for part in re.findall(r"→\s(.+)", row[1])]
        assert arrows
        for arrow in arrows:
            found = arrow.replace("\u00a0", " ").split(", ")
            assert all(any(label.lower() == date.lower() for date in dates) for label in found), arrow


def test_the_words_of_a_reference_tell_the_paragraph() -> None:
    for link in page_of("digest").body.iter("a"):
        assert re.fullmatch(r"CMW/C/SR\.19\d\d, paragraphs? \d+(?:–\d+)?", link.get("title", ""))


def test_places_are_halves_or_main_and_side() -> None:
    beside = {Place.MAIN: Place.SIDE, Place.LEFT: Place.RIGHT}
    for name in NAMES:
        for sheet in paper(name).sheets:
            places = {each.place for each in sheet.sections}
            assert all(other in places for place, other in beside.items() if place in places)


def test_references_carry_their_own_words() -> None:
    for cited in paper("digest").cited.values():
        assert cited.words
        assert all(words.strip() for words in cited.words)
