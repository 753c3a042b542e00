// Reads a file with a parser of npm and prints what it found as JSON: node read_with_node.cjs MODULES READER FILE
const fs = require("node:fs");
const { createRequire } = require("node:module");

const [modules, reader, file] = process.argv.slice(2);
const load = createRequire(modules + "/");
const text = fs.readFileSync(file, "utf8");

function argdown() {
  const { argdown } = load("@argdown/node");
  const found = argdown.run({ input: text, process: ["parse-input", "build-model"], logLevel: "error" });
  const statements = Object.values(found.statements || {}).map((each) => ({
    title: each.title,
    text: each.members.map((member) => member.text || "").join("").trim(),
    tags: each.tags || [],
    data: each.data || {},
    relations: (each.relations || [])
      .filter((relation) => relation.from.title === each.title)
      .map((relation) => [relation.relationType, relation.to.title]),
  }));
  const errors = [...(found.lexerErrors || []), ...(found.parserErrors || [])].map((each) => each.message);
  return { errors, statements, sections: (found.sections || []).map((each) => each.title) };
}

function logseq() {
  const { Mldoc } = load("mldoc");
  const settings = {
    toc: false, parse_outline_only: false, heading_number: false, keep_line_break: true, format: "Markdown",
    heading_to_list: false, exporting_keep_properties: false, inline_type_with_pos: false, inline_skip_macro: false,
    export_md_remove_options: [], hiccup_in_block: true, enable_drawers: true,
  };
  return JSON.parse(Mldoc.parseJson(text, JSON.stringify(settings))).map(([block]) => block);
}

function csv() {
  return load("papaparse").parse(text.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true });
}

process.stdout.write(JSON.stringify({ argdown, logseq, csv }[reader]()));
