"""What the desk shows, tells and makes is what the commands show, tell and make; and texts that are half typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html

from precis.assets import Assets
from precis.checks import Level
from precis.model import Paragraph
from precis.source.record import read_placed
from precis.tasks.check import Wanted, check
from precis.tasks.rendering import Settings
from tests.desk.server import SAMPLES, Server, environment, post

TEXT = (SAMPLES / "1955.md").read_text(encoding="utf-8")


def precis(*words: str, folder: Path) -> str:
    """What a command says on standard output."""
    command = [sys.executable, "-m", "precis", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment(), cwd=folder)
    return done.stdout


def test_the_preview_is_the_page_that_build_makes(client: httpx.Client, tmp_path: Path) -> None:
    shown = post(client, "preview", path="1955.md", text=TEXT)
    precis("build", str(SAMPLES / "1955.md"), "--to", "html", "-o", str(tmp_path), folder=tmp_path)
    built = html.fromstring((tmp_path / "CMW_C_SR.1955-en.html").read_text(encoding="utf-8"))
    own = html.fromstring(f"<body>{shown['html']}</body>")
    assert own.text_content().strip() == built.find("body").text_content().strip()
    assert shown["style"] == built.findtext("head/style")
    assert shown["faults"] == []


def test_each_block_of_the_source_leads_to_its_element(client: httpx.Client, assets: Assets) -> None:
    shown = post(client, "preview", path="1955.md", text=TEXT)
    body = read_placed(TEXT, "1955.md", assets).body
    elements = {each.get("id"): each for each in html.fromstring(f"<body>{shown['html']}</body>").iter()}
    assert [line for line, _ in shown["places"]] == list(body.lines)
    lines = TEXT.split("\n")
    for line, name in shown["places"]:
        words = elements[name].text_content().split(". ", 1)[-1][:20]
        assert words in lines[line - 1].replace("*", "")
    numbered = [block.number for block in body.blocks if isinstance(block, Paragraph)]
    assert [number for _, number in shown["numbers"]] == numbered


def test_every_kind_of_block_has_a_place(client: httpx.Client) -> None:
    text = "---\nsymbol: CMW/C/SR.620\nbegan: 15:00\n---\n\n# Item\n\nOne.\n\n> Quoted.\n\n- a\n- b\n\nA line. {-}\n\n"
    text += "|+ Caption\n| a | b |\n|---|---|\n| 1 | 2 |\n|+ Source: x\n\n## Part\n\nTwo.\n"
    shown = post(client, "preview", path="620.md", text=text)
    elements = {each.get("id"): each.tag for each in html.fromstring(f"<body>{shown['html']}</body>").iter()}
    found = [(line, elements[name]) for line, name in shown["places"]]
    assert found == [
        (6, "h2"), (8, "p"), (10, "blockquote"), (12, "ul"), (15, "p"), (17, "table"), (23, "h3"), (25, "p")
    ]  # fmt: skip


def test_the_outline_has_items_speakers_and_paragraphs(client: httpx.Client) -> None:
    rows = post(client, "preview", path="1955.md", text=TEXT)["outline"]
    assert [row["kind"] for row in rows[:5]] == ["item", "subitem", "paragraph", "speaker", "paragraph"]
    assert rows[3] == {"line": _line("**Ms. Strofzin**"), "kind": "speaker", "text": "Ms. Strofzin"}
    assert rows[4]["number"] == 2


def _line(words: str) -> int:
    """The first line of the sample that has these words."""
    return next(number for number, line in enumerate(TEXT.split("\n"), 1) if words in line)


BROKEN = (
    ("no front matter", "text", 1),
    ("front matter without an end", "---\nsymbol: CMW/C/SR.620\n\nText.\n", 1),
    ("no YAML", "---\nsymbol: CMW/C/SR.620\nplace: 'Geneva\n---\n\nText.\n", 3),
    ("a wrong date", TEXT.replace("2053-12-03", "3/12/53"), _line("issued:")),
    ("a mark without an end", f"{TEXT}\n**Ms. Ramos said\n", TEXT.count("\n") + 2),
    ("a field that is not known", TEXT.replace("issued:", "isued:"), _line("issued:")),
    ("no symbol", "---\nsession: 97\n---\n\nText.\n", 1),
    ("nothing", "", 1),
    ("another kind", "---\ndocument: session\n---\n", 2),
    ("letters that no document can hold", TEXT.replace("consulates", "consul\x07ates"), _line("consulates")),
)


@pytest.mark.parametrize(("text", "line"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_a_text_that_is_half_typed_is_told_at_its_line(client: httpx.Client, text: str, line: int) -> None:
    shown = post(client, "preview", path="1955.md", text=text)
    assert [fault["line"] for fault in shown["faults"]] == [line]
    assert all(fault["level"] == "error" and fault["message"] for fault in shown["faults"])
    found = post(client, "check", path="1955.md", text=text)["findings"]
    if "no symbol" not in shown["faults"][0]["message"]:
        assert {fault["code"] for fault in shown["faults"]} <= {each["code"] for each in found}


def test_the_page_of_a_text_with_faults_is_shown_as_far_as_it_goes(client: httpx.Client) -> None:
    shown = post(client, "preview", path="1955.md", text=TEXT.replace("2053-12-03", "3/12/53"))
    assert "Ms. Strofzin" in shown["html"]


def test_the_findings_are_those_of_check(client: httpx.Client, server: Server, assets: Assets) -> None:
    text = TEXT.replace("consulates had been", "consulates  had recieved").replace("Three consulates", "3 consulates")
    (server.folder / "1955.md").write_text(text, encoding="utf-8")
    told = check(str(server.folder / "1955.md"), assets, Wanted()).told
    found = post(client, "check", path="1955.md", text=text)["findings"]
    assert [(each["code"], each["line"], each["message"]) for each in found] == [
        (each.code, each.line, each.message) for each in told
    ]
    assert {each["level"] for each in found} <= set(map(str, Level))
    assert len(found) >= 3
    (server.folder / "1955.md").write_text(TEXT, encoding="utf-8")


@pytest.mark.parametrize("before", ["", "𝔘𝔫 and 😀 "])
def test_a_fix_is_of_the_words_that_were_found(client: httpx.Client, before: str) -> None:
    text = TEXT.replace("consulates had been", f"{before}consulates had recieved")
    (fix,) = [
        each for each in post(client, "check", path="1955.md", text=text)["findings"] if each["code"] == "misspelling"
    ]
    units = text.encode("utf-16-le")
    start, end = fix["fix"]["from"] * 2, fix["fix"]["to"] * 2
    assert units[start:end].decode("utf-16-le") == "recieved"
    mended = (units[:start] + fix["fix"]["insert"].encode("utf-16-le") + units[end:]).decode("utf-16-le")
    assert mended == text.replace("recieved", "received")
    line = text.split("\n")[fix["line"] - 1].encode("utf-16-le")
    assert line[(fix["column"] - 1) * 2 : (fix["end_column"] - 1) * 2].decode("utf-16-le") == "recieved"


COVERS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("a field is set where it stands", "---\na: 1\n---\n", {}, "---\na: 1\n---\n"),
    (
        "what stands behind and between stays",
        "---\nsymbol: CMW/C/SR.620   # given by DMS\n# to be asked\nsession: 41\n---\n\nText  here.\n",
        {"symbol": "CMW/C/SR.621"},
        "---\nsymbol: CMW/C/SR.621   # given by DMS\n# to be asked\nsession: 41\n---\n\nText  here.\n",
    ),
    (
        "a new field comes in its place",
        "---\nsymbol: CMW/C/SR.620\nissued: 2025-12-16\n---\n",
        {"held": "2025-12-12 15:00", "rose": "18:00"},
        "---\nsymbol: CMW/C/SR.620\nheld: 2025-12-12 15:00\nissued: 2025-12-16\nrose: 18:00\n---\n",
    ),
    (
        "a value that means something in YAML is quoted",
        "---\nsymbol: CMW/C/SR.620\n---\n",
        {"place": "Geneva: Palais # Wilson"},
        "---\nsymbol: CMW/C/SR.620\nplace: 'Geneva: Palais # Wilson'\n---\n",
    ),
    (
        "a list, and one that becomes one",
        "---\nchair: Ms. A\nrose: 18:00\n---\n",
        {"chair": ["Ms. A", " Mr. B ", ""]},
        "---\nchair:\n- Ms. A\n- Mr. B\nrose: 18:00\n---\n",
    ),
    (
        "a list of one who presides is that one",
        "---\nchair:\n- Ms. A\n- Mr. B\n# below\nrose: 18:00\n---\n",
        {"chair": ["Mr. B"]},
        "---\nchair: Mr. B\n# below\nrose: 18:00\n---\n",
    ),
    (
        "a list of one note is a list",
        "---\nrose: 18:00\n---\n",
        {"notes": ["N."]},
        "---\nrose: 18:00\nnotes:\n- N.\n---\n",
    ),
    ("what is emptied is taken out", "---\nsession: 41\nrose: 18:00\n---\n", {"rose": ""}, "---\nsession: 41\n---\n"),
    (
        "what is the same stays as it is typed",
        '---\nrose: "18:00"\n---\n',
        {"rose": "18:00"},
        '---\nrose: "18:00"\n---\n',
    ),
    ("a text without front matter gets one", "Text.\n", {"session": "41"}, "---\nsession: 41\n---\n\nText.\n"),
    (
        "a take has fields of its own",
        "---\ndocument: take\n---\n",
        {"writer": "Ms. L", "done": "true"},
        "---\ndocument: take\nwriter: Ms. L\ndone: true\n---\n",
    ),
)


@pytest.mark.parametrize(("text", "fields", "expected"), [each[1:] for each in COVERS], ids=[c[0] for c in COVERS])
def test_fields_of_the_cover_are_set(client: httpx.Client, text: str, fields: dict[str, Any], expected: str) -> None:
    assert post(client, "cover", path="620.md", text=text, fields=fields)["text"] == expected


def test_a_field_that_is_not_known_or_a_cover_that_cannot_be_read_is_told(client: httpx.Client) -> None:
    told = post(client, "cover", 422, path="620.md", text=TEXT, fields={"sesion": "41"})["told"]
    assert told[0]["code"] == "unknown-field"
    told = post(client, "cover", 422, path="620.md", text="---\nplace: 'x\n---\n", fields={"session": "41"})["told"]
    assert told[0]["line"] == 2


def test_names_are_those_of_the_session(client: httpx.Client) -> None:
    names = post(client, "names")
    assert "Ms. Strofzin (Ruritania)" in names["speakers"]
    assert "The Chair" in names["speakers"]
    assert "Ruritania" in names["states"]


def test_a_build_writes_the_bytes_of_the_command(client: httpx.Client, server: Server, tmp_path: Path) -> None:
    done = post(client, "build", path="1956.md")
    names = ["CMW_C_SR.1956-en.pdf", "CMW_C_SR.1956-en.docx"]
    assert done["written"] == [f"/built/{name}" for name in names]
    precis("build", str(server.folder / "1956.md"), "-o", str(tmp_path), folder=tmp_path)
    for name in names:
        assert client.get(f"/built/{name}").content == (tmp_path / name).read_bytes()


def test_a_build_of_faults_tells_them_and_writes_nothing(client: httpx.Client, server: Server) -> None:
    (server.folder / "bad.md").write_text(TEXT.replace("2053-12-03", "3/12/53"), encoding="utf-8")
    answer = post(client, "build", 422, path="bad.md")
    assert [(each["path"], each["line"]) for each in answer["told"]] == [("bad.md", _line("issued:"))]
    (server.folder / "bad.md").unlink()


def test_pages_are_pictures(client: httpx.Client) -> None:
    made = post(client, "pages", path="1955.md", text=TEXT)
    assert made["count"] == 3
    picture = client.get(f"/page/{made['job']}/1.png")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert client.get(f"/page/{made['job']}/4.png").status_code == 404
    assert client.get(f"/page/{made['job']}/0.png").status_code == 404
    post(client, "pages", path="1955.md", text=TEXT)
    assert client.get(f"/page/{made['job']}/1.png").status_code == 404, "the pages of an older text are dropped"
    assert post(client, "pages", 422, path="1955.md", text="no record")["told"]


def test_a_record_is_drafted_after_another(client: httpx.Client, server: Server) -> None:
    fields = {"symbol": "CMW/C/SR.1961", "after": "1960.md", "held": "2053-12-05 18:00"}
    assert post(client, "draft", fields=fields)["written"] == ["1961.md"]
    text = (server.folder / "1961.md").read_text(encoding="utf-8")
    assert text.startswith("---\nsymbol: CMW/C/SR.1961\nsession: 97\nheld: 2053-12-05 18:00\n")
    again = post(client, "draft", 422, fields=fields)
    assert [each["code"] for each in again["told"]] == ["file-there"]
    assert (server.folder / "1961.md").read_text(encoding="utf-8") == text
    assert post(client, "draft", 422, fields={"symbol": "x/y"})["told"]
    assert post(client, "draft", 422, fields={})["told"]
    (server.folder / "1961.md").unlink()


TAKES = {
    "620-take1.md": "---\ndocument: take\ntake: 1\nwriter: Ms. L\ndone: true\nsymbol: CMW/C/SR.620\n---\n\nSo.\n",
    "620-take2.md": "---\ndocument: take\ntake: 2\nwriter: Mr. O\nsymbol: CMW/C/SR.620\n---\n\nMore.\n",
}


def test_takes_are_on_the_board_and_joined(client: httpx.Client, server: Server) -> None:
    for name, text in TAKES.items():
        (server.folder / name).write_text(text, encoding="utf-8")
    (row,) = [row for row in post(client, "board")["rows"] if row["number"] == 620]
    assert row["path"] is None
    assert row["takes"] == [
        {"path": "620-take1.md", "who": "Ms. L", "done": True},
        {"path": "620-take2.md", "who": "Mr. O", "done": False},
    ]
    done = post(client, "join", paths=list(TAKES), target="620.md")
    assert done["written"] == ["620.md"]
    assert [each["code"] for each in done["told"]] == ["take-open"]
    assert done["told"][0]["path"] == "620-take2.md"
    (server.folder / "620.md").write_text("revised\n", encoding="utf-8")
    there = post(client, "join", 409, paths=list(TAKES), target="620.md")
    assert there["text"] == "revised\n"
    post(client, "join", paths=list(TAKES), target="620.md", version=there["version"])
    assert "<!-- take: 2, Mr. O -->" in (server.folder / "620.md").read_text(encoding="utf-8")
    assert post(client, "preview", path="620-take2.md", text=TAKES["620-take2.md"])["faults"] == []
    assert post(client, "check", path="620-take2.md", text=TAKES["620-take2.md"])["findings"] == []
    for name in (*TAKES, "620.md"):
        (server.folder / name).unlink()


def test_the_board_has_a_row_a_meeting(client: httpx.Client, server: Server) -> None:
    rows = {row["number"]: row for row in post(client, "board")["rows"]}
    assert list(rows) == list(range(1950, 1961))
    assert rows[1951] | {"about": "", "held": ""} == rows[1957] | {"about": "", "held": ""} | {"number": 1951}
    row = rows[1955]
    assert (row["symbol"], row["about"], row["path"]) == ("CMW/C/SR.1955", "Ruritania", "1955.md")
    assert (row["issued"], row["last_day"], row["late"]) == ("2053-12-03", "2053-12-10", False)
    assert (row["gaps"], row["errors"], row["warnings"], row["corrections"]) == (0, 0, 0, 0)


def test_the_board_counts_what_is_still_to_come(client: httpx.Client, server: Server) -> None:
    path = server.folder / "1955.md"
    path.write_text(
        TEXT.replace("issued: 2053-12-03\n", "").replace("rule", "rule recieved [[text]]"), encoding="utf-8"
    )
    corrections = (
        "---\ndocument: corrections\nrecord: 1952.md\nrequested_by: Mission\n---\n\n- Renumber the paragraphs\n"
    )
    (server.folder / "corrections.md").write_text(corrections, encoding="utf-8")
    reissued = (SAMPLES / "1954.md").read_text(encoding="utf-8").replace("SR.1954", "SR.1954*")
    reissued = reissued.replace("issued: 2053-12-02", "issued: 2053-12-02\nreissued: 2053-12-20")
    (server.folder / "CMW_C_SR.1954-reissued-en.md").write_text(reissued, encoding="utf-8")
    rows = {row["number"]: row for row in post(client, "board")["rows"]}
    assert rows[1955]["gaps"] == 1 + TEXT.count("rule")
    assert rows[1955]["errors"] >= 1
    assert rows[1955]["last_day"] == ""
    assert rows[1952]["corrections"] == 1
    assert (rows[1954]["reissued"], rows[1954]["path"]) == ("2053-12-20", "1954.md")
    path.write_text(TEXT, encoding="utf-8")


def test_a_file_that_cannot_be_read_is_told_on_the_board(client: httpx.Client, server: Server) -> None:
    (server.folder / "odd.md").write_bytes(b"\x00\x01 no text")
    told = post(client, "board")["told"]
    assert [each["path"] for each in told] == ["odd.md"]
    (server.folder / "odd.md").unlink()


def test_a_briefing_and_a_digest_are_built(client: httpx.Client) -> None:
    assert post(client, "brief", state="Ruritania")["written"][0] == "/built/CMW_97_RUR_brief-en.pdf"
    assert post(client, "brief", 422, state="Atlantis")["told"]


def test_settings_are_kept_by_the_browser(client: httpx.Client) -> None:
    assert '<html lang="en" dir="ltr"' in client.get("/").text
    assert '<html lang="ar" dir="rtl"' in client.get("/", headers={"Accept-Language": "ar-EG,en;q=0.5"}).text
    post(client, "settings", lang="fr", plain=True)
    page = client.get("/record/1955.md", headers={"Accept-Language": "ar"}).text
    assert '<html lang="fr"' in page
    assert '"plain": true' in page
    post(client, "settings", lang="en", plain=False)
    post(client, "settings", lang="xx")
    assert '<html lang="en"' in client.get("/").text


def test_the_settings_of_the_desk_are_those_of_build() -> None:
    assert Settings().formats == ("pdf", "docx")
