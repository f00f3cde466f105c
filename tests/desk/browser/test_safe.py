"""Nothing that was typed is lost, and nothing is written over that was not seen: the browser's side of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.desk.browser.visit import WAIT, Visit, looked_at, saved, write
from tests.desk.server import served, session_in, wait_until

ADDED = "**The Chair** said that nothing would be lost."


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_file_changed_outside_is_shown_where_nothing_was_typed(desk: Visit) -> None:
    page = desk.record("1950.md")
    desk.file("1950.md").write_text(f"{text_of(desk.file('1950.md'))}\n{ADDED}\n", encoding="utf-8")
    page.locator('.notice[data-kind="changed"]').wait_for()
    page.frame_locator("#frame").get_by_text("nothing would be lost").wait_for()
    assert page.locator("#state").get_attribute("data-state") == "saved"


def test_a_file_changed_outside_is_not_written_over_and_both_versions_are_shown(desk: Visit) -> None:
    page, path = desk.record("1952.md"), desk.file("1952.md")
    write(page, ADDED)
    other = text_of(path).replace("9,000 foreigners", "9,001 foreigners")
    path.write_text(other, encoding="utf-8")
    page.locator('.notice[data-kind="changed"]').wait_for()
    page.keyboard.press("Control+s")
    page.locator("#versions[open]").wait_for()
    assert text_of(path) == other
    assert page.locator("#versions-rows del").all_inner_texts()[0] == "1"
    assert page.locator("#versions-rows ins").all_inner_texts()[0] == "0"
    assert ADDED in page.locator("#versions-rows").inner_text()

    page.keyboard.press("Escape")
    assert text_of(path) == other
    page.keyboard.press("Control+s")
    page.locator("#take-mine").click()
    page.locator('#state[data-state="saved"]').wait_for()
    wait_until(lambda: text_of(path).endswith(ADDED))
    assert "9,000 foreigners" in text_of(path)


def test_the_version_of_the_file_can_be_taken(desk: Visit) -> None:
    page, path = desk.record("1953.md"), desk.file("1953.md")
    write(page, ADDED)
    path.write_text(text_of(path).replace("Palais Wilson", "Palais des Nations"), encoding="utf-8")
    page.locator('.notice[data-kind="changed"] button').click()
    page.locator("#take-theirs").click()
    page.locator('#state[data-state="saved"]').wait_for()
    page.frame_locator("#frame").get_by_text("Palais des Nations").first.wait_for()
    page.frame_locator("#frame").get_by_text("nothing would be lost").wait_for(state="detached")
    assert ADDED not in text_of(path)


def test_what_was_typed_survives_the_browser(desk: Visit) -> None:
    page = desk.record("1954.md")
    write(page, ADDED)
    page.locator('#state[data-state="unsaved"]').wait_for()
    page.close()
    page = desk.opened("/record/1954.md")
    looked_at(page)
    page.locator('.notice[data-kind="kept"] button').nth(1).click()
    assert ADDED in page.locator("#versions-rows ins").first.inner_text()
    page.locator("#take-mine").click()
    page.frame_locator("#frame").get_by_text("nothing would be lost").wait_for()
    saved(page)
    assert text_of(desk.file("1954.md")).endswith(ADDED)
    page.reload()
    looked_at(page)
    assert page.locator(".notice").count() == 0


def test_what_was_typed_can_be_thrown_away(desk: Visit) -> None:
    page = desk.record("1955.md")
    write(page, ADDED)
    page.wait_for_timeout(1500)  # the desk keeps it too, a second after the last key
    page.close()
    page = desk.opened("/record/1955.md")
    page.locator('.notice[data-kind="kept"] button').last.click()
    wait_until(lambda: not any((desk.server.folder / ".precis-desk").glob("*1955*")))
    page.reload()
    looked_at(page)
    assert page.locator(".notice").count() == 0


def test_two_windows_on_one_record_are_told_and_follow_each_other(desk: Visit) -> None:
    page = desk.record("1956.md")
    other = desk.record("1956.md", desk.opened("/"))
    for each in (page, other):
        each.locator('.notice[data-kind="window"] button').click()
    write(page, ADDED)
    saved(page)
    other.frame_locator("#frame").get_by_text("nothing would be lost").wait_for()
    assert desk.record("1960.md", other).locator('.notice[data-kind="window"]').count() == 0


def test_a_server_that_is_killed_while_saving_loses_nothing(browser: Any, tmp_path: Path) -> None:
    folder = session_in(tmp_path)
    with served(folder) as server:
        visit = Visit(browser, server)
        page, path = visit.record("1960.md"), visit.file("1960.md")
        before = text_of(path)
        write(page, ADDED)
        page.wait_for_timeout(1500)  # the desk keeps it too, a second after the last key
        page.evaluate("document.getElementById('save').click()")
        server.kill()
        page.locator("#state:not([data-state=saving])").wait_for()
        whole = text_of(path)
        assert whole == before or (whole.startswith(before) and whole.endswith(ADDED))
        if whole == before:
            page.locator("#editor .cm-content").click()
            page.keyboard.press("Control+s")
            page.locator('#state[data-state="no_answer"]').wait_for()
            assert "kept in this browser" in page.locator("#alarmed").inner_text()
        # What was under way when the server died ends in one of these ways.
        refused = re.compile(
            "ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|"
            "ERR_CONTENT_LENGTH_MISMATCH|EventSource"
        )
        assert all(refused.search(error) for error in visit.errors), visit.errors
        visit.context.close()
    with served(folder) as server:
        visit = Visit(browser, server)
        page = visit.record("1960.md")
        if whole == before:
            page.locator('.notice[data-kind="kept"] button').first.click(timeout=WAIT)
            saved(page)
        assert text_of(path).endswith(ADDED)
        visit.close()
