"""A file of each kind in the user's own folder takes the place of ours."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from precis.assets import shipped
from precis.cli import Exit, main
from tests.conftest import ROOT

RECORDS = ROOT / "records" / "cmw" / "97"
OURS = shipped().folders[0]


def run(*words: str) -> str:
    result = CliRunner().invoke(main, [*words, "--templates", "mine"])
    assert result.exit_code == Exit.DONE, result.stderr
    return result.stdout


def changed(file: str, old: str, new: str) -> None:
    """A copy of our file in the user's folder, in which `old` is `new`."""
    text = (OURS / file).read_text(encoding="utf-8")
    assert old in text
    path = Path("mine", file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new), encoding="utf-8")


def html_of(*words: str) -> str:
    file, *_ = run(*words, "--to", "html").split()
    return Path(file).read_text(encoding="utf-8")


def test_a_body(in_tmp: Path) -> None:
    changed("bodies/cmw.toml", "CMW/C", "XYZ/C")
    Path("mine/bodies/cmw.toml").rename("mine/bodies/xyz.toml")
    Path("1.md").write_text(run("draft", "XYZ/C/SR.1"), encoding="utf-8")
    assert "Committee on the Protection of the Rights of All" in html_of("build", "1.md")


def test_one_file_of_a_language(in_tmp: Path) -> None:
    changed(
        "languages/en/wording.toml",
        'meeting_closing = "The meeting rose at {time}."',
        'meeting_closing = "It rose at {time}."',
    )
    assert "<i>It rose at 11.50 a.m.</i>" in html_of("build", str(RECORDS / "1950.md"))


def test_the_words_of_digests(in_tmp: Path) -> None:
    changed("languages/en/digest.toml", '"Findings"', '"At a glance"')
    assert "At a glance" in html_of("digest", str(RECORDS))


def test_the_names_of_states(in_tmp: Path) -> None:
    changed("states.toml", 'name = "Ruritania"', 'article = "the", name = "Ruritania"')
    assert "the Ruritania" in html_of("digest", str(RECORDS))


def test_the_themes_of_a_body(in_tmp: Path) -> None:
    before = CliRunner().invoke(main, ["digest", str(RECORDS), "--to", "html", "-o", "before"])
    assert before.exit_code == Exit.DONE
    name = "Nationals abroad"
    themes = [path for path in ((OURS / "themes").glob("*.toml")) if name in path.read_text(encoding="utf-8")]
    for path in themes:
        changed(f"themes/{path.name}", name, "Far from home")
    html = html_of("digest", str(RECORDS))
    assert name in next(Path("before").glob("*.html")).read_text(encoding="utf-8")
    assert "Far from home" in html
    assert name not in html
