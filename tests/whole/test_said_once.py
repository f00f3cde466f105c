"""What happened is said once: the seven faults that came of understanding a record twice by different words.

Each is shown by the command line alone, from a source or a text to what a reader sees. The folders of the parts hold
the other tests of the same kinds: `proceedings` the speakers, `digest` the folders and the numbers that were counted,
`templates` the houses and the faults of files, `source` the times and the wrong values.
"""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.cli import main
from tests.conftest import ROOT
from tests.support.sessions import SAMPLE_SESSION

TOY = ROOT / "tests" / "templates" / "toy"
FRONT = """---
symbol: CMW/C/SR.{number}
session: 98
held: 2054-03-{day:02} 10:00
place: Palais Wilson, Geneva
chair: Ms. Halvorsen
issued: 2054-04-01
original: en
began: 10:00
rose: 12:50
sample: true
---

"""
DIALOGUE = """# Second periodic report of {state} (CMW/C/XYZ/2)

**Ms. Ramos** asked how many inspectors there were on farms.

**Mr. Diaz** ({state}) said that there were 40 inspectors on farms. A bill would be adopted by 2056.
"""
LIST = """# List of issues in relation to the third periodic report of {state}

The list of issues in relation to the third periodic report of {state} was adopted.

# Closure of the session

**The Chair** said that at its next session the Committee would consider the third periodic report of {state}.
"""


def run(*words: str, code: int = 0) -> str:
    """What a command prints, where it ends as it should: no traceback, and the exit code that it tells."""
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == code, (result.output, result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


def write_records(*texts: str) -> None:
    """A session's folder of one record for each text."""
    Path("98").mkdir(exist_ok=True)
    for day, text in enumerate(texts, 1):
        Path(f"98/{2000 + day}.md").write_text(FRONT.format(number=2000 + day, day=day) + text, encoding="utf-8")


def page(*words: str) -> str:
    """What a page says that a command makes: each block on a line."""
    shutil.rmtree("out", ignore_errors=True)
    run(*words, "--to", "html", "-o", "out")
    (file,) = Path("out").glob("[!.]*")
    text = re.sub(r"(?s)<style.*?</style>|<title.*?</title>", "", file.read_text(encoding="utf-8"))
    text = re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|td|th|h\d|li|dt|dd|div)>", "\n", text))
    return html.unescape(text).replace("\u2060", "").replace("\u2011", "-").replace("\xa0", " ")


# 1. A bold name that nothing knows counted as the speaker before it.


def test_1_a_bold_name_is_a_speaker_of_its_own(in_tmp: Path) -> None:
    write_records(
        "# Third periodic report of Mexico (CMW/C/MEX/3)\n\n"
        "**Ms. Ramos** asked how many inspectors there were.\n\n"
        "**Archbishop Tavares** (Mexico) said that the number of inspectors had grown to 40.\n\n"
        "**Ambassador Senn** asked whether they were trained.\n\n"
        "**Baroness Holt** welcomed the new law.\n"
    )
    told = page("brief", "98", "--state", "Mexico")
    assert "Baroness Holt welcomed the new law." in told
    assert "Ms. Ramos: Baroness Holt" not in told
    assert "Delegation: Archbishop Tavares." in told
    for speaker in ("Ms. Ramos", "Ambassador Senn", "Baroness Holt"):
        assert re.search(rf"Members: .*{speaker}", told)


def test_1_words_are_put_into_no_mouth_but_their_own(in_tmp: Path) -> None:
    """What others say after a delegate is none of the State's undertakings."""
    labels = (
        "The High Commissioner",
        "The President",
        "The Co-Chair",
        "The Rapporteur",
        "The Country Rapporteur",
        "The Secretary of the Committee",
        "H.E. Mr. Okonjo",
        "Another member of the Committee",
        "The CHAIRPERSON",
        "The CHAIRMAN",
    )
    texts = []
    for year, label in enumerate(labels, 2060):
        paper = f"**{label}** said that a working paper would be submitted by May {year}."
        texts.append(f"{DIALOGUE.format(state='Mexico')}\n{paper}\n")
    write_records(*texts)
    told = page("brief", "98", "--state", "Mexico")
    assert "A bill would be adopted" in told
    undertakings = told.partition("Undertakings")[2].partition("themes")[0]
    assert [label for year, label in enumerate(labels, 2060) if str(year) in undertakings] == []


# 2. A record that says what the schema asks, document: summary record, was left out.


@pytest.mark.parametrize("words", [("digest", "97"), ("brief", "97"), ("brief", "97/1956.md")], ids=" ".join)
def test_2_a_record_that_says_its_kind_counts(words: tuple[str, str], in_tmp: Path) -> None:
    shutil.copytree(SAMPLE_SESSION, "97")
    before = page(*words)
    for file in Path("97").glob("19*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("---\n", "---\ndocument: summary record\n", 1), encoding="utf-8")
    assert page(*words) == before


# 3. Numbers that a reader counted were cited as printed.


def test_3_a_number_that_was_counted_is_cited_as_counted(in_tmp: Path) -> None:
    cover = (
        "CMW/C/SR.2001\n\nSummary record of the 2001st meeting\n\n"
        "Held at the Palais Wilson, Geneva, on Sunday, 1 March 2054, at 10 a.m.\n\nChair: Ms. Halvorsen\n\n"
        "The meeting was called to order at 10 a.m.\n\n"
    )
    text = re.sub(r"^# ", "", DIALOGUE.format(state="Mexico"), flags=re.MULTILINE)
    Path("98").mkdir()
    Path("98/2001.txt").write_text(f"{cover}{text}\nThe meeting rose at 1 p.m.\n", encoding="utf-8")
    told = page("brief", "98", "--state", "Mexico")
    assert re.search(r"A bill would be adopted", told)
    assert re.search(r"01:\[2\]|para\. \[2\]", told)
    assert not re.search(r"01:\d|para\. \d", told.partition("Records:")[0])


# 4. A briefing told of another State in whose name that of its own stands.


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Guinea", "Guinea-Bissau"),
        ("Guinea", "Equatorial Guinea"),
        ("Guinea", "Papua New Guinea"),
        ("Niger", "Nigeria"),
        ("Sudan", "South Sudan"),
        ("Congo", "Democratic Republic of the Congo"),
        ("Dominica", "Dominican Republic"),
    ],
)
def test_4_a_briefing_tells_of_its_own_state(short: str, long: str, in_tmp: Path) -> None:
    with_the = {"Congo", "Democratic Republic of the Congo", "Dominican Republic"}
    in_text = {name: f"the {name}" if name in with_the else name for name in (short, long)}

    def told(state: str, *, listed: str) -> str:
        """The briefing on a State, of a session that held dialogues with both, and adopted a list for one."""
        write_records(*(DIALOGUE.format(state=in_text[each]) for each in (short, long)), LIST.format(state=listed))
        return page("brief", "98", "--state", state)

    of_short = told(short, listed=in_text[long])
    assert "A bill would be adopted" in of_short and re.search(rf"\b{short}\b", of_short)
    assert long not in of_short
    assert "third periodic report" not in of_short
    of_long = told(long, listed=in_text[short])
    assert "A bill would be adopted" in of_long and long in of_long
    assert not re.search(rf"\b{short}\b", of_long.replace(long, ""))
    assert "third periodic report" not in of_long


# 5. What parse wrote of a meeting that rose after midnight, build refused.


def test_5_a_meeting_may_rise_after_midnight(in_tmp: Path) -> None:
    Path("night.txt").write_text(
        "A/C.5/78/SR.50\n\nSeventy-eighth session\n\nOriginal: English\n\nDistr.: General\n26 April 2024\n\n"
        "Summary record of the 50th meeting\n\n"
        "Held at Headquarters, New York, on Saturday, 20 April 2024, at 10 p.m.\n\nChair: Mr. Marschik\n\n"
        "Contents\n\nCompletion of the work\n\nThe meeting was called to order at 10.20 p.m.\n\n"
        "Completion of the work\n\n1. The Chair declared the session closed.\n\nThe meeting rose at 12.45 a.m.\n",
        encoding="utf-8",
    )
    run("parse", "night.txt", "-o", "night.md")
    assert "\nbegan: 22:20\nrose: 0:45\n" in Path("night.md").read_text(encoding="utf-8")
    told = page("build", "night.md")
    assert "called to order at 10.20 p.m." in told and "rose at 12.45 a.m." in told


# 6. What was printed in a second house style did not read back.


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_6_a_second_house_reads_back(form: str, in_tmp: Path) -> None:
    source = SAMPLE_SESSION / "1960.md"
    run("build", str(source), "--to", form, "--style", "toy", "--templates", str(TOY), "-o", "out")
    (file,) = Path("out").glob("[!.]*")
    run("parse", str(source), "-o", "before.md")
    run("parse", str(file), "--templates", str(TOY), "-o", "after.md")
    before, after = (Path(name).read_text(encoding="utf-8") for name in ("before.md", "after.md"))
    assert re.sub("(?m)^# repaired: .*\n", "", after) == before


# 7. A key missing from a wording, and a language by its name, were tracebacks.


def test_7_a_key_that_is_missing_is_a_fault(in_tmp: Path) -> None:
    shutil.copytree(ROOT / "templates", "mine")
    file = Path("mine/languages/en/wording.toml")
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^meeting_closing = .*\n", "", text, count=1), encoding="utf-8")
    told = run("build", str(SAMPLE_SESSION / "1960.md"), "--templates", "mine", code=1)
    assert re.search(
        rf"{file}:\d+(?::\d+)?: error: formulae\.meeting_closing: is missing; write meeting_closing = ", told
    )


def test_7_a_language_by_its_name_is_a_fault(in_tmp: Path) -> None:
    text = FRONT.format(number=2001, day=1).replace("original: en", "original: English")
    Path("2001.md").write_text(text + DIALOGUE.format(state="Mexico"), encoding="utf-8")
    told = run("build", "2001.md", code=1)
    assert re.search(r"2001\.md:8(?::\d+)?: error: original: 'English' .*write en\b", told)
