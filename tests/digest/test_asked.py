"""What was asked beside what was replied: a row an exchange, each reply from where it answers."""

from __future__ import annotations

from pathlib import Path

from precis.documents.session.asked import AskedExtent, asked_section
from precis.documents.session.desk import Desk, desk_of
from precis.documents.session.dues import promises_of
from precis.documents.session.keys import key_of_topic, named_topics
from precis.documents.session.topics import topics_of
from precis.documents.session.used import Used
from precis.model import Run, Table
from precis.tasks.gather import gather
from tests.support.papers import ASSETS

_RECORD = """---
symbol: CMW/C/SR.1952
session: 97
held: 2053-11-25 15:00
issued: 2053-11-28
language: en
original: en
---

# Consideration of reports submitted by States parties under article 73 of the Convention (agenda item 5)

## Second periodic report of Borduria (CMW/C/BOR/2)

**Ms. Vukotic** (Borduria) said that the report had been drawn up with the trade unions.

**Mr. Castellane** asked whether the lighthouse keepers could visit their cousins without a permit, and what fee was
charged for it. He regretted that the winter ferries had been withdrawn.

**Ms. Oyelaran-Dufour** wished to know how many beekeepers from abroad had been registered in the northern valleys.

**Mr. Quist** asked whether the almanac would be translated.

**Ms. Vukotic** (Borduria) said that lighthouse keepers could visit their cousins without a permit and had done so 58
times in 2052. No fee was charged. The ferries had been too old.

**Mr. Drago** (Borduria) said that 312 beekeepers from abroad had been registered in the northern valleys. The
register of beekeepers would be open to everyone. The Government would send a list of hives to the Committee.

**The Chair** thanked the delegation.
"""


def _desk(folder: Path) -> Desk:
    (folder / "1.md").write_text(_RECORD, encoding="utf-8")
    return desk_of(gather(str(folder), ASSETS).facts, ASSETS)


def _text(cell: object) -> str:
    assert isinstance(cell, tuple)
    return "".join(item.text for item in cell if isinstance(item, Run))


def test_each_question_stands_beside_its_own_reply(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    (dialogue,) = desk.facts.dialogues
    topics = topics_of(dialogue, desk)
    section = asked_section(
        named_topics(topics, desk), promises_of(dialogue, desk), desk, Used(), AskedExtent(), "Asked", open_too=True
    )
    assert section is not None
    (table,) = section.blocks
    assert isinstance(table, Table)
    rows = [tuple(map(_text, row)) for row in table.rows]
    keepers = next(row for row in rows if "lighthouse" in row[1])
    assert keepers[2].startswith(
        "Lighthouse keepers could visit their cousins without a permit and had done so 58 times"
    )
    assert "No fee was charged." in keepers[2]
    bees = next(row for row in rows if "beekeepers" in row[1])
    assert bees[2].startswith("The delegation said that 312 beekeepers"), "the reply from where it answers"
    assert "lighthouse" not in bees[2]
    labels = [row[0] for row in rows if row[0]]
    assert len(labels) == len(set(labels)), "a label stands in the first row of its theme only"
    assert any("almanac" in row[1] and not row[2] for row in rows), "what has no sure reply is only asked"


def test_what_only_tells_of_a_thing_is_no_undertaking_without_a_date(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    (dialogue,) = desk.facts.dialogues
    promised = " ".join(due.text for due in promises_of(dialogue, desk))
    assert "would send" in promised
    assert "open to everyone" not in promised


def test_a_key_point_begins_its_reply_where_it_answers(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    (dialogue,) = desk.facts.dialogues
    topic = next(topic for topic in topics_of(dialogue, desk) if any("ferries" in line.text for _, line in topic.asked))
    key = key_of_topic(topic, dialogue, (), desk, Used())
    assert key is not None
    words = _text(key[1])
    assert words.index("could visit their cousins") < words.index("No fee was charged")
