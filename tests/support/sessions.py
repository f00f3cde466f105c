"""Sessions made for tests: folders of records with dialogues, questions and answers, as large as a test wants."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

__all__ = ["SAMPLE_SESSION", "write_session"]

SAMPLE_SESSION = Path(__file__).parent.parent.parent / "records" / "cmw" / "97"

STATES = (("Borduria", "BOR"), ("Ruritania", "RUR"), ("Syldavia", "SYL"), ("Graustark", "GRK"), ("Zembla", "ZEM"))
_TOPICS = (
    "the inspection of farms and the wages of seasonal workers",
    "the detention of children and the alternatives to detention",
    "the fees that recruitment agencies had charged to workers",
    "the schools that the children of migrant workers attended",
    "the shelters for victims of trafficking near the border",
    "the pensions of workers who had returned to their countries",
    "the training of judges and the complaints that courts had received",
    "the consulates that helped nationals who worked abroad",
)


_TURNS = (
    "**Ms. Quillfeather** said that she was concerned about {topic}. She asked how many persons were affected and what "
    "the State party intended to do by {year}.",
    "**Mr. Ferreira Lobo** (Country Rapporteur) asked what had been decided on {topic}. He wished to know when a "
    "report on it would be published.",
    "**Mr. Okonjo** welcomed the information on {topic}. He would like to know whether civil society had been "
    "consulted.",
    "**Ms. Vukotic** ({state}) said that, with regard to {topic}, {count:,} cases had been recorded. The Government "
    "would adopt a further measure by {year}.",
    "**Mr. Drago** ({state}) said that {topic} had been examined by a commission. It had found that 42 per cent of the "
    "cases were well founded.",
)


def _paragraph(number: int, state: str, rng: random.Random) -> str:
    topic, count, year = rng.choice(_TOPICS), rng.randint(11, 9800), rng.randint(2055, 2060)
    return _TURNS[number % len(_TURNS)].format(topic=topic, count=count, year=year, state=state)


def write_session(folder: Path, records: int, paragraphs: int, *, states: int = 5, seed: int = 1) -> Path:
    """Write `records` records of `paragraphs` paragraphs into `folder`: dialogues, and a closing meeting at the end."""
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(records):
        number, day = 2001 + place, dt.date(2055, 3, 1) + dt.timedelta(days=place // 2)
        state, code = STATES[place % states]
        time = "10:00" if place % 2 == 0 else "15:00"
        front = (
            f"---\nsymbol: CMW/C/SR.{number}\nsession: 100\nheld: {day} {time}\nplace: Palais Wilson, Geneva\n"
            f"chair: Ms. Halvorsen\nissued: {day + dt.timedelta(days=4)}\noriginal: en\nbegan: {time}\n"
            f"rose: {'12:55' if place % 2 == 0 else '17:55'}\nsample: true\n---\n\n"
        )
        last = place == records - 1
        heading = (
            "# Organizational matters\n\n" if last else f"# Second periodic report of {state} (CMW/C/{code}/2)\n\n"
        )
        lines = [_paragraph(each, state, rng) for each in range(paragraphs)]
        if last:
            named = ", ".join(name for name, _ in STATES[: states - 1]) + f" and {STATES[states - 1][0]}"
            lines = [
                f"**The Chair** said that dialogues had been held with {named}. The Committee had adopted concluding "
                "observations on the reports of all of them. The 101st session would be held from 6 to 17 September "
                "2055.",
                *["**Mr. Okonjo** said that the liquidity crisis had led to a lack of interpreters."]
                * (paragraphs - 1),
            ]
        (folder / f"{number}.md").write_text(front + heading + "\n\n".join(lines) + "\n", encoding="utf-8")
    return folder
