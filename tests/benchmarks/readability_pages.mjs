// What Readability.js, the reader view of Firefox, takes from pages, as HTML: run by node in build/peers.
//     node readability_pages.mjs PAGES.jsonl OUT.jsonl    // {"id", "markup"} and {"id", "html"} a line
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cwd } from "node:process";

const require = createRequire(cwd() + "/");
const { Readability } = require("@mozilla/readability");
const { JSDOM, VirtualConsole } = require("jsdom");

const [pages, out] = process.argv.slice(2);
const lines = readFileSync(pages, "utf-8").trim().split("\n");
const found = lines.map((line) => {
  const { id, markup } = JSON.parse(line);
  try {
    const { window } = new JSDOM(markup, { virtualConsole: new VirtualConsole() });
    const article = new Readability(window.document).parse();
    return JSON.stringify({ id, html: article ? article.content : null });
  } catch {
    return JSON.stringify({ id, html: null });
  }
});
writeFileSync(out, found.join("\n") + "\n");
