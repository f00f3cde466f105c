"""A record written at the desk: from nothing, by keyboard alone, with its findings and documents, and what helps."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.desk.browser.visit import Visit, looked_at, saved, write
from tests.desk.server import environment, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

WRONG = "**The Chair** said that the Committee had met on Monday, 25 November 2053, with 10 % of its members."


def command(*words: str, folder: Path) -> None:
    """A command of precis, run as a user runs it."""
    subprocess.run([sys.executable, "-m", "precis", *words], cwd=folder, env=environment(), check=True)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")


def test_a_record_is_drafted_written_and_built_by_keyboard_alone(desk: Visit) -> None:
    page = desk.page
    tab_to(page, '[data-open="draft"]')
    page.keyboard.press("Enter")
    page.keyboard.type("CMW/C/SR.1961")
    page.keyboard.press("Tab")
    page.keyboard.type("2053-12-08 10:00")
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/1961.md")
    looked_at(page)
    tab_to(page, "#cover-session")
    page.keyboard.type("97")
    for field, value in (("place", "Palais Wilson, Geneva"), ("chair", "Ms. Halvorsen"), ("issued", "2053-12-11")):
        tab_to(page, f"#cover-{field}")
        page.keyboard.type(value)
    tab_to(page, "#cover-began")
    page.keyboard.type("10:05")
    tab_to(page, "#cover-rose")
    page.keyboard.type("11:10")
    page.keyboard.press("F6")
    wait_until(lambda: page.evaluate("document.activeElement.id") == "frame")
    page.keyboard.press("Shift+F6")
    page.locator(".cm-editor.cm-focused").wait_for()
    page.keyboard.press("Control+End")
    page.keyboard.press("Shift+ArrowUp")
    page.keyboard.type("**The Chair** declared the meeting open.\n\n**Mr. Okonjo** thanked the members.\n")
    page.frame_locator("#frame").get_by_text("thanked the members").wait_for()
    page.keyboard.press("Control+Enter")
    page.locator("#result a").first.wait_for(timeout=30_000)

    source = desk.file("1961.md").read_text(encoding="utf-8")
    for line in ("session: 97", "place: Palais Wilson, Geneva", "issued: 2053-12-11", "began: 10:05", "rose: 11:10"):
        assert line in source
    assert source.endswith("**The Chair** declared the meeting open.\n\n**Mr. Okonjo** thanked the members.\n")
    outer = desk.server.folder.parent
    built = {path.name: path.read_bytes() for path in (outer / "output").glob("*1961*")}
    command("build", "97/1961.md", "-o", "alone", folder=outer)
    assert built == {path.name: path.read_bytes() for path in (outer / "alone").iterdir()}
    assert {path.rpartition(".")[2] for path in built} == {"pdf", "docx"}


def test_a_wrong_date_is_told_at_its_line_within_a_second_and_fixed_by_keys(desk: Visit) -> None:
    page = desk.record("1952.md")
    write(page, WRONG.replace("November", "Novembe"))
    page.locator("#findings-list", has_text="10 per cent").wait_for()
    assert "Tuesday" not in page.locator("#findings-list").inner_text()
    for _ in range(len(" 2053, with 10 % of its members.")):
        page.keyboard.press("ArrowLeft")
    begun = time.monotonic()
    page.keyboard.type("r")
    page.locator("#findings-list", has_text="that day was a Tuesday").wait_for()
    assert time.monotonic() - begun < 1
    assert page.locator("#findings-list .place").first.inner_text() == "Line 67 · paragraph 24"
    assert "".join(page.locator("#editor .cm-lintRange-error").all_inner_texts()).startswith("Monday, 25 November 2053")

    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    assert page.locator("#findings-list [aria-current]").inner_text().endswith("that day was a Tuesday")
    assert page.locator("#said").inner_text().startswith("Error, Line 67 · paragraph 24: ")
    page.keyboard.press("F8")
    page.keyboard.press("Control+.")
    page.locator("#findings-list", has_text="10 per cent").wait_for(state="detached")
    saved(page)
    assert desk.file("1952.md").read_text(encoding="utf-8").endswith(WRONG.replace("10 %", "10 per cent"))


def test_a_wrong_date_of_the_cover_is_told_at_its_field(desk: Visit) -> None:
    page = desk.record("1952.md")
    page.locator("#cover summary").first.click()
    page.locator("#cover-issued").fill("28/11/2053")
    page.locator("#cover-issued[aria-invalid]").wait_for()
    assert "28/11/2053" in page.locator("#cover-issued-fault").inner_text()
    page.locator("#cover > summary").click()
    page.locator("#editor .cm-content").click()
    page.keyboard.press("F8")
    page.locator("#cover-issued:focus").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("2053-11-29")
    page.locator("#cover-issued:not([aria-invalid])").wait_for()
    before = desk.file("1952.md").read_text(encoding="utf-8")
    saved(page)
    assert desk.file("1952.md").read_text(encoding="utf-8") == before.replace("2053-11-28", "2053-11-29")


def test_what_is_missing_on_the_cover_leads_to_its_field(desk: Visit) -> None:
    path = desk.file("1953.md")
    path.write_text(re.sub(r"(?m)^(rose|began): .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    page = desk.record("1953.md")
    page.locator("#findings-list", has_text="rose: is missing").wait_for()
    page.keyboard.press("F8")
    assert page.evaluate("document.activeElement.id") in ("cover-rose", "cover-began")
    page.keyboard.type("12:55")
    page.keyboard.press("F8")
    page.keyboard.type("10:05")
    page.locator("#findings-list .none").wait_for()


def test_names_of_the_session_are_offered(desk: Visit) -> None:
    page = desk.record("1953.md")
    write(page, "**Ms. Vuk")
    page.keyboard.press("Control+Space")
    page.locator(".cm-tooltip-autocomplete [aria-selected]", has_text="Ms. Vukotic (Borduria)").wait_for()
    page.wait_for_timeout(100)  # an offer is not taken in the moment in which it appears
    page.keyboard.press("Enter")
    page.keyboard.type("said yes.")
    saved(page)
    assert desk.file("1953.md").read_text(encoding="utf-8").endswith("**Ms. Vukotic** (Borduria) said yes.")


def test_source_and_preview_lead_to_each_other(desk: Visit) -> None:
    page = desk.record("1954.md")
    frame = page.frame_locator("#frame")
    frame.get_by_text("12.", exact=False).locator("xpath=ancestor-or-self::p[starts-with(., '12.')]").click()
    assert page.locator(".cm-activeLine").inner_text().split()[:3] == words_after(
        frame.locator(".desk-here").inner_text()
    )
    page.locator("#outline-list button", has_text=re.compile(r"^5\b")).click()
    assert frame.locator(".desk-here").inner_text().startswith("5.")
    page.keyboard.press("Control+j")
    wait_until(lambda: page.evaluate("document.activeElement.id") == "frame")
    page.keyboard.press("Control+j")
    page.locator(".cm-editor.cm-focused").wait_for()
    assert page.locator("#outline-list [aria-current]").inner_text().startswith("5")
    page.goto(f"{desk.server.origin}/record/1954.md#p7")
    page.locator("#outline-list [aria-current]", has_text="7").wait_for()


def words_after(text: str) -> list[str]:
    """The first words of a paragraph behind its number."""
    return text.split()[1:4]


def test_pages_are_shown_as_they_are_printed(desk: Visit) -> None:
    page = desk.record("1955.md")
    page.locator("#tab-text").focus()
    begun = time.monotonic()
    page.keyboard.press("ArrowRight")
    page.locator("#as-pages img").first.wait_for()
    wait_until(lambda: page.locator("#as-pages img").first.evaluate("image => image.naturalWidth") > 500)
    assert time.monotonic() - begun < 5
    assert (
        page.locator("#as-pages img").first.get_attribute("alt") == f"Page 1 of {page.locator('#as-pages img').count()}"
    )
    write(page, "**The Chair** said no more.")
    page.locator(".outdated").wait_for()


def test_precedents_are_found_and_inserted(desk: Visit) -> None:
    command("index", "97", folder=desk.server.folder.parent)
    page = desk.record("1956.md")
    write(page, "**The Chair** said that it was ")
    page.keyboard.press("Control+k")
    page.keyboard.type("the register of agencies")
    page.keyboard.press("Enter")
    page.locator("#precedents-list li").first.wait_for(timeout=20_000)
    assert "CMW/C/SR." in page.locator("#precedents-list .about").first.inner_text()
    page.locator("#precedents-list button").first.click()
    saved(page)
    assert desk.file("1956.md").read_text(encoding="utf-8").rstrip().endswith("it was the register of agencies")


def test_a_session_is_summed_up_from_the_board(desk: Visit) -> None:
    page = desk.page
    page.locator('[data-do="digest"]').click()
    page.locator("#result a", has_text="CMW_97_digest").first.wait_for(timeout=60_000)
    page.locator("[data-findings] .level").first.wait_for(timeout=30_000)
    assert page.locator("table.board > tbody > tr").count() == 11


TAKE = "---\ndocument: take\ntake: {}\nwriter: {}\ndone: true\nsymbol: CMW/C/SR.1961\n---\n\n**Mr. {}** spoke.\n"


def test_takes_are_joined_from_the_board_and_a_record_that_is_there_is_not_written_over_unasked(desk: Visit) -> None:
    for number, writer in enumerate(("Lindqvist", "Ortega"), 1):
        desk.file(f"1961-take{number}.md").write_text(TAKE.format(number, f"M. {writer}", writer), encoding="utf-8")
    page = desk.page
    page.reload()
    assert page.locator(".takes a").all_inner_texts() == ["M. Lindqvist", "M. Ortega"]
    page.locator('[data-do="join"]').click()
    page.locator("#result a", has_text="1961.md").click()
    looked_at(page)
    assert page.locator("#outline-list .speaker").all_inner_texts() == ["1\nMr. Lindqvist", "2\nMr. Ortega"]
    write(page, "**The Chair** thanked both.")
    saved(page)
    revised = desk.file("1961.md").read_bytes()
    page.goto(f"{desk.server.origin}/")
    page.locator('[data-do="join"]').click()
    page.locator("#result", has_text="is there already").wait_for()
    assert desk.file("1961.md").read_bytes() == revised
    page.locator("#result .actions button").click()
    wait_until(lambda: b"The Chair" not in desk.file("1961.md").read_bytes())
    page.goto(f"{desk.server.origin}/record/1961-take2.md")
    looked_at(page)
    assert page.locator("#cover-writer").input_value() == "M. Ortega"
