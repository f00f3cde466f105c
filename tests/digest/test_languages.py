"""Digests in the words of one language on records in another: each statement stays in the language of its record."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import page as validator
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from precis.assets import Assets, chosen, shipped
from precis.documents.session.paper import Paper
from precis.documents.session.source import print_paper
from precis.documents.session.words import load_words
from precis.facts.themes import GENERAL, load_themes
from precis.model import PrecisError
from precis.proceedings import Report
from precis.tasks.digest import brief_papers, digest_paper
from precis.tasks.gather import gather
from precis.tasks.subject import Subject
from precis.writers.docx import write_docx
from precis.writers.html import write_html
from precis.writers.pdf import write_pdf
from precis.writers.style import load_style
from tests.facts.gold.cases import files
from tests.support import canonical, canonical_docx
from tests.support.canonical_docx import Docx
from tests.support.papers import ASSETS, STYLE, gathered, made
from tests.support.sessions import SAMPLE_SESSION

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FRENCH, ENGLISH = "dialogue-cat-fr-2021", "dialogue-cat-2019"


@cache
def sample_in(language: str) -> Paper:
    """The digest of the sample session, in a language."""
    return digest_paper(gathered(), STYLE, ASSETS, "97", language)


def digest_of(folder: Path, language: str, *names: str) -> str:
    """The source of the digest of gold records."""
    for name in names:
        file = next(file for file in files("dev") if file.stem == name)
        text = file.read_text(encoding="utf-8")
        record = next(part for part in text.split("===\n") if part.startswith("---\nsymbol"))
        (folder / f"{name}.md").write_text(record, encoding="utf-8")
    gathered = gather(str(folder), shipped())
    return print_paper(digest_paper(gathered, load_style("geneva", shipped()), shipped(), str(folder), language))


def test_a_french_digest_of_a_french_record_is_french_throughout(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "fr", FRENCH)
    assert "Le Comité a dialogué avec le Sénégal." in told
    assert "Cinquième rapport périodique (CAT/C/SEN/5) · 1850e séance, 10 novembre 2021" in told
    assert "Présentation du rapport par M. Ndoye : depuis l’examen du rapport précédent, en 2018, le Sénégal" in told
    assert "La loi adoptée par l’Assemblée nationale en janvier 2020 a considérablement alourdi" in told
    assert "| Détention |" in told
    for english in ("The Committee", "delegation", "Theme", "Chair", "Senegal", "Not read"):
        assert english not in told.partition("\n[^")[0], english


@pytest.mark.parametrize(
    ("language", "told"), [("ru", True), ("zh", True), ("es", False), ("fr", False), ("en", False)]
)
def test_a_name_of_a_state_that_nothing_confirms_is_told(language: str, told: bool, tmp_path: Path) -> None:
    assert told == ("states.SEN" in _paper(tmp_path, language, shipped()).unconfirmed)


def test_a_file_of_ones_own_confirms_the_name_of_a_state(tmp_path: Path) -> None:
    own = tmp_path / "mine" / "languages" / "ru" / "states.toml"
    own.parent.mkdir(parents=True)
    table = (shipped().folders[0] / "languages" / "ru" / "states.toml").read_text("utf-8")
    own.write_text(table.replace("confirmed = [", 'confirmed = ["SEN", ', 1), encoding="utf-8")
    (tmp_path / "records").mkdir()
    assert "states.SEN" not in _paper(tmp_path / "records", "ru", chosen(tmp_path / "mine")).unconfirmed


def _paper(folder: Path, language: str, assets: Assets) -> Paper:
    """The digest of a French record on Senegal."""
    file = next(file for file in files("dev") if file.stem == FRENCH)
    record = next(part for part in file.read_text("utf-8").split("===\n") if part.startswith("---\nsymbol"))
    (folder / "1.md").write_text(record, encoding="utf-8")
    return digest_paper(gather(str(folder), assets), STYLE, assets, str(folder), language)


def test_an_english_digest_of_a_french_record_keeps_its_words(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "en", FRENCH)
    assert "The Committee held a dialogue with the delegation of Senegal." in told
    assert "Présentation du rapport par M. Ndoye : depuis l’examen du rapport précédent, en 2018, le Sénégal" in told
    assert "La loi adoptée par l’Assemblée nationale en janvier 2020 a considérablement alourdi" in told
    assert "Not read" not in told


def test_a_french_digest_of_an_english_record_keeps_its_words(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "fr", ENGLISH)
    assert "Le Comité a dialogué avec " in told
    assert "The delegation replied that " in told
    assert "## Thèmes" in told
    assert "The Government intended to" in told


def test_a_spanish_digest_of_an_english_record_keeps_its_words(tmp_path: Path) -> None:
    told = digest_of(tmp_path, "es", ENGLISH)
    assert "El Comité mantuvo un diálogo con Zambia." in told
    assert "## Compromisos y fechas *con las palabras del acta" in told
    assert "| **Marzo de 2020** |" in told
    assert "| **Julio de 2019** |" in told
    assert "Respuesta de la delegación" not in told
    assert "The Government intended to" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "es",
            (
                "about: Palais Wilson, Ginebra, 24 de noviembre a 5 de diciembre de 2053",
                "**98º período de sesiones**: Grand Fenwick (informe inicial) y Syldavia (tercer informe periódico)",
                "publicadas del 27 de noviembre al 10 de diciembre de 2053",
                "Segundo informe periódico (CMW/C/BOR/2) · sesiones 1952ª y 1953ª, 25 y 26 de noviembre de 2053",
                "Presidencia: Sra. Halvorsen; para Ruritania, Sr. Ferreira Lobo (Vicepresidente).",
                "Presidenta: Sra. Halvorsen.[^1950.12] Vicepresidente: Sr. Ferreira Lobo. "
                "Vicepresidenta: Sra. Adeyemi-Lindqvist.[^1950.15] Relator: Sr. Szalai-Brandt.",
                "| Detención | Sra. Nakagawa-Reyes, Sr. Baptiste-Moreau |",
                "## Estados partes e informes",
                "Estados partes e informes, half-day",
            ),
        ),
        (
            "ru",
            (
                "title: Девяносто седьмая сессия",
                "about: Дворец Вильсона, Женева, 24 ноября – 5 декабря 2053 года",
                "Гранд-Фенвик (первоначальный доклад) и Силдавия (третий периодический доклад)",
                "| **С января** |",
                "| **С января 2054 года** |",
                "| **Январь** |",
                "| **Конец 2054 года** |",
                "| **Декабрь 2053 года** |",
                "язык: английский",
                "1952-е и 1953-е заседания, 25 и 26 ноября 2053 года",
                "Председатель: г-жа Halvorsen; г-н Ferreira Lobo (заместитель Председателя) (Руритания).",
                "| Содержание под стражей |",
            ),
        ),
        (
            "zh",
            (
                "title: 第九十七届会议",
                "about: 日内瓦威尔逊宫，2053年11月24日至12月5日",
                "**第九十八届会议**：大芬威克（初次报告）和西尔达维亚（第三次定期报告）",
                "| **1月起** |",
                "| **2054年1月起** |",
                "| **4月6日至17日** |",
                "语文为英文，于2053年11月27日至12月10日印发",
                "第1952和第1953次会议，2053年11月25日和26日",
                "主席：Halvorsen女士；Ferreira Lobo先生（副主席）（卢里塔尼亚）。",
                "主席：Halvorsen女士。[^1950.12] 副主席：Ferreira Lobo先生和Adeyemi-Lindqvist女士。",
                "| 拘留 | Nakagawa-Reyes女士、Baptiste-Moreau先生 |",
            ),
        ),
        (
            "ar",
            (
                "title: الدورة السابعة والتسعون",
                "about: قصر ويلسون، جنيف، 24 تشرين الثاني/نوفمبر إلى 5 كانون الأول/ديسمبر 2053",
                "غراند فنويك (التقرير الأولي) وسيلدافيا (التقرير الدوري الثالث)",
                "| **ابتداءً من كانون الثاني/يناير 2054** |",
                "اللغة: الإنكليزية",
                "الجلسات 1952 و1953، 25 و26 تشرين الثاني/نوفمبر 2053",
                "الرئاسة: السيدة Halvorsen؛ السيد Ferreira Lobo (نائب الرئيس) (روريتانيا).",
                "| الاحتجاز | السيدة Nakagawa-Reyes، السيد Baptiste-Moreau |",
            ),
        ),
    ],
)
def test_the_words_of_the_paper_are_those_of_its_language(language: str, said: tuple[str, ...]) -> None:
    told = print_paper(sample_in(language))
    assert [words for words in said if words not in told] == []


@pytest.mark.parametrize("language", ["es", "ru", "zh", "ar"])
def test_every_theme_and_report_has_a_name_in_its_language(language: str) -> None:
    words = load_words(language, shipped())
    themes = [name for name in load_themes(shipped()).names if name != GENERAL]
    assert [name for name in themes if words.of("themes", name) == name] == []
    assert {"themes"} == words.said_unconfirmed
    told = [words.report(Report(numbers=(number,))) for number in range(1, 31)]
    assert len(set(told)) == len(told)
    assert not [each for each in told if any(map(str.isdigit, each))]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("es", "informes periódicos segundo y tercero combinados"),
        ("ru", "объединенные второй и третий периодические доклады"),
        ("zh", "第二次和第三次合并定期报告"),
        ("ar", "التقرير الجامع للتقريرين الثاني والثالث"),
        ("en", "combined second and third periodic reports"),
    ],
)
def test_reports_that_are_combined(language: str, told: str) -> None:
    assert load_words(language, shipped()).report(Report(numbers=(2, 3))) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", "принято 6 голосами против 2 при 1 воздержавшемся"),
        ("zh", "以6票对2票、1票弃权获得通过"),
        ("ar", "اعتُمد: الأصوات المؤيدة 6، والمعارضة 2، وامتنع عضو واحد عن التصويت"),
        ("es", "aprobación por 6 votos contra 2 y 1 abstención"),
    ],
)
def test_the_figures_of_a_vote(language: str, told: str) -> None:
    words = load_words(language, shipped())
    assert words.text("voted_one", **{"for": 6, "against": 2, "abstaining": 1}) == told


def test_an_arabic_digest_runs_from_the_right() -> None:
    page = made(sample_in("ar"))
    assert '<html lang="ar" dir="rtl"' in write_html(page, STYLE, ASSETS)
    tables = list(Docx(write_docx(page, STYLE, ASSETS)).part("word/document.xml").iter("{*}tblPr"))
    assert tables
    assert all(table.find("{*}bidiVisual") is not None for table in tables)
    reader = pypdfium2.PdfDocument(write_pdf(page, STYLE, ASSETS))[0].get_textpage()
    # What comes first, the dates to the end of the session, stands on the right of the calendar.
    dates, calendar = (reader.search(title).get_next() for title in ("التواريخ والمواعيد", "جدول الجلسات"))
    assert reader.get_charbox(dates[0])[0] > reader.get_charbox(calendar[0])[0]


def test_columns_of_an_arabic_word_file_are_of_one_width() -> None:
    # Programs differ in which of two columns of a section from right to left is the first.
    document = Docx(write_docx(made(sample_in("ar")), STYLE, ASSETS)).part("word/document.xml")
    widths = [[column.get(f"{W}w") for column in section.iter("{*}col")] for section in document.iter("{*}cols")]
    sides = [{int(width) for width in section} for section in widths if section]
    assert sides
    assert all(len(side) == 1 for side in sides)
    narrow = max(max(side) for side in sides) + 200  # a box stands out a little
    tables = [int(table.get(f"{W}w")) for table in document.iter("{*}tblW")]
    assert any(width <= narrow for width in tables)
    assert all(width <= narrow or width > 1.2 * narrow for width in tables)


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_all_forms_of_a_digest_say_the_same_and_are_valid(language: str, tmp_path: Path) -> None:
    page = made(sample_in(language))
    said = canonical.of_page(page)
    assert canonical.differences(said, canonical.of_html(write_html(page, STYLE, ASSETS))) == []
    word = write_docx(page, STYLE, ASSETS)
    assert canonical.differences(said, canonical_docx.of_docx(word)) == []
    (tmp_path / "digest.docx").write_bytes(word)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "digest.docx").errors] == []
    pdf = write_pdf(page, STYLE, ASSETS)
    for profile in ("2a", "ua1"):
        assert [failure.rule_id for failure in validator.validate_pdf_bytes(pdf, profile=profile).failures] == []
    if language != "ar":
        # Arabic glyphs stand as they are seen; the structure tells their words.
        assert canonical.differences(said, canonical.of_pdf(pdf)) == []


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_a_digest_stands_on_its_pages(language: str) -> None:
    page = made(sample_in(language))
    sheets = len(page.body.findall("section"))
    assert len(pypdfium2.PdfDocument(write_pdf(page, STYLE, ASSETS))) == sheets == 4


def test_no_digest_is_written_in_a_language_without_words_for_it(tmp_path: Path) -> None:
    known = ", ".join(shipped().names("languages", "/digest.toml"))
    with pytest.raises(PrecisError, match=f"digests are not written in 'xx'; they are in: {known}"):
        digest_of(tmp_path, "xx", FRENCH)


@pytest.mark.parametrize(
    ("language", "about"),
    [
        ("es", "Viernes 5 de diciembre de 2053, 15.00 horas, Palais Wilson, Ginebra. Presidencia: Sra. Halvorsen"),
        ("zh", "2053年12月5日星期五，下午3时，日内瓦威尔逊宫。主席：Halvorsen女士"),
        ("ar", "يوم الجمعة، 5 كانون الأول/ديسمبر 2053، 00/15، قصر ويلسون، جنيف. الرئاسة: السيدة Halvorsen"),
    ],
)
def test_when_and_where_a_meeting_was_held(language: str, about: str) -> None:
    record = gathered(SAMPLE_SESSION / "1960.md")
    assert next(brief_papers(record, Subject(), STYLE, ASSETS, language)).about == about


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        (["España", "Irán"], "España e Irán"),
        (["España", "Chile", "Islandia"], "España, Chile e Islandia"),
        (["Guinea", "la India"], "Guinea y la India"),
        (["datos", "Hidráulica"], "datos e Hidráulica"),
        (["agua", "hielo"], "agua y hielo"),
        (["Irán"], "Irán"),
    ],
)
def test_spanish_y_is_e_before_its_own_sound(names: list[str], listed: str) -> None:
    assert load_words("es", ASSETS).listed(names) == listed


def test_the_head_of_a_committee_with_a_long_name_stands_in_one_line() -> None:
    session = Path(__file__).parent / "sessions" / "cedaw-99"
    page = made(digest_paper(gather(str(session), ASSETS), STYLE, ASSETS, "99", "fr"))
    file = pypdfium2.PdfDocument(write_pdf(page, STYLE, ASSETS))
    lines = file[1].get_textpage().get_text_range().splitlines()
    (head,) = (line for line in lines if "Comité" in line)
    assert head.endswith("de la discrimination à l’égard des femmes Document non officiel")
