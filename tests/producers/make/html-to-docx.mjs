// A web page made into a Word file by the npm package html-to-docx: node html-to-docx.mjs PAGE.html FILE
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const toDocx = createRequire(`${process.cwd()}/`)("html-to-docx");
const [page, target] = process.argv.slice(2);
writeFileSync(target, await toDocx(readFileSync(page, "utf8")));
