#!/usr/bin/env bash
# bluebell makes Akoma Ntoso from plain text, where //words// is italic. Two web addresses in one paragraph or note are
# two such marks: from the first to the second all is italic, and both addresses lose their slashes. Turned back into
# text they are whole again, so that a round trip does not show it; one address alone is kept. \/\/ is kept always.
# Seen on 30 November 2026 with bluebell-akn 3.1.1 and cobalt 9.0.1.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages bluebell-akn==3.1.1 cobalt==9.0.1

python - <<'END'
from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri
from finding import question, seen

question(
    "A paragraph cites two web addresses; what are they in Akoma Ntoso?",
    "the two addresses",
)
parser = AkomaNtosoParser(FrbrUri.parse("/akn/un/statement/2024/1"))


def made(text):
    return parser.parse_to_xml(f"PARA 1.\n\n  {text}\n", "statement")


def paragraphs(tree):
    return ["".join(part.itertext()) for part in tree.iter("{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}p")]


seen("one", paragraphs(made("See https://one.example/a.")), ["See https://one.example/a."])
text = "See https://one.example/a and https://two.example/b."
seen("two", paragraphs(made(text)), ["See https:one.example/a and https:two.example/b."])
seen("two, turned back into text, are whole", text in parser.unparse(made(text)), True)
END
