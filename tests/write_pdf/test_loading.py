"""WeasyPrint loaded for pages of ours is whole for others; the sheet of a browser holds what concerns such a page."""

import re
from xml.etree import ElementTree

import cssselect2
import weasyprint

from precis.writers import vocabulary
from precis.writers.pdf.engine import source
from tests.support.processes import run_python

OTHERS = """
import sys
if sys.argv[1] == "after us":
    from precis.writers.pdf.engine.loading import loaded
    loaded()
import weasyprint
html = '''<body bgcolor=yellow><ol type=A><li>One<li>Two</ol><ul><li>Three</ul><table border=1><tr><td>x</table>
<q lang=fr>quoted</q> <input value=text> <kbd>key</kbd><h1>Head</h1>'''
options = {"presentational_hints": True, "pdf_forms": True}
sys.stdout.buffer.write(weasyprint.HTML(string=html).write_pdf(**options))
"""


def test_it_is_whole_for_others():
    assert run_python(OTHERS, "after us") == run_python(OTHERS, "alone")


def rules(sheet, element):
    """What holds for an element, in its order: specificity, part of the element, declarations."""
    return [(match[0], match[2], repr(match[3][0])) for match in sheet.matcher.match(element)]


def test_the_sheet_holds_all_that_concerns_an_element_of_ours():
    root = ElementTree.Element("html", lang="en")
    for tag in sorted(source.TAGS - {"html"}):
        for attributes in (
            {},
            {"class": "x"},
            {"href": "#n", "title": "T"},
            {"lang": "fr", "id": "i"},
            {"colspan": "2"},
            {"dir": "ltr"},
            {"dir": "rtl", "class": "x"},
        ):
            ElementTree.SubElement(ElementTree.SubElement(root, "body"), tag, attributes)
    whole, narrow = weasyprint.CSS(string=weasyprint.html.UA), source.browser()[0]
    parts = {None, "before", "after"}
    for element in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        found = rules(narrow, element)
        expected = [rule for rule in rules(whole, element) if rule[1] in parts]
        assert [rule for rule in found if rule[1] in parts] == expected
    assert [rule[1:] for rule in narrow.page_rules] == [rule[1:] for rule in whole.page_rules]


def test_every_element_of_a_page_is_known():
    assert set(vocabulary._CHILDREN) <= source.TAGS
    assert set().union(*vocabulary._CHILDREN.values()) <= source.TAGS


def test_every_attribute_that_the_sheet_asks_for_is_known():
    asked = set(re.findall(r"\[([a-z-]+)", weasyprint.html.UA))
    assert asked & set().union(*vocabulary._ATTRIBUTES.values()) <= source.ATTRIBUTES <= asked
