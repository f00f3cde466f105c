// The record written with the npm package docx: node docx.mjs RECORD.json FILE
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const {
  Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, Table, TableCell,
  TableRow, TextRun,
} = createRequire(`${process.cwd()}/`)("docx");

const [record, target] = process.argv.slice(2);
const { lines, notes } = JSON.parse(readFileSync(record, "utf8"));
const runs = (words) =>
  words.map(({ call, text, bold, italic }) =>
    call ? new FootnoteReferenceRun(Number(call)) : new TextRun({ text, bold, italics: italic }),
  );
const styled = {
  heading: ({ level }) => ({ heading: HeadingLevel[`HEADING_${level}`] }),
  quotation: () => ({ style: "IntenseQuote", indent: { left: 720, right: 720 } }),
  bullet: () => ({ bullet: { level: 0 } }),
  paragraph: () => ({}),
};
const blocks = lines.map((line) =>
  line.kind === "table"
    ? new Table({
        rows: line.rows.map(
          (row) =>
            new TableRow({
              children: row.map((cell) => new TableCell({ children: [new Paragraph({ children: runs(cell) })] })),
            }),
        ),
      })
    : new Paragraph({ children: runs(line.words), ...styled[line.kind](line) }),
);
const footnotes = Object.fromEntries(
  notes.map(({ label, words }) => [label, { children: [new Paragraph({ children: runs(words) })] }]),
);
writeFileSync(target, await Packer.toBuffer(new Document({ sections: [{ children: blocks }], footnotes })));
