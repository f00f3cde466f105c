#!/usr/bin/env bash
# html-to-docx, and the kept-up version of it by another publisher, know some inline elements and drop the others with
# their words: what stands in abbr, time, q, cite, bdi or small is not in the Word file. Carefully marked HTML loses
# most: the date, the quotation and the body's name of a sentence go, and the sentence still reads as one.
# Seen on 30 November 2026 with html-to-docx 1.8.0 and @turbodocx/html-to-docx 1.23.1.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
node_packages html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1

cat > write.js <<'END'
const fs = require('fs');
const page = '<p>On <time datetime="2025-04-04">4 April</time> the <abbr title="Committee">CMW</abbr> adopted ' +
  'the words <q>without delay</q>, not the draft, in <cite>General comment No. 5</cite>, as <em>amended</em>.</p>';
(async () => {
  for (const name of ['html-to-docx', '@turbodocx/html-to-docx']) {
    const made = await require(name)(page);
    const bytes = made.arrayBuffer ? await made.arrayBuffer() : made;
    fs.writeFileSync(name.replace(/[@/]/g, '') + '.docx', Buffer.from(bytes));
  }
})();
END
node write.js

python3 - <<'END'
import re
import zipfile
from finding import question, seen

question(
    "Which words of a paragraph with time, abbr, q, cite and em are in the Word file?",
    "all: an inline element that a converter does not know is shown as its text",
)
for name in ("html-to-docx", "turbodocxhtml-to-docx"):
    with zipfile.ZipFile(f"{name}.docx") as file:
        words = "".join(re.findall(r"<w:t[ >][^<]*", file.read("word/document.xml").decode()))
    seen(name, " ".join(re.sub(r"<w:t[^>]*>", "", words).split()),
         "On the adopted the words , not the draft, in , as amended.")
END
