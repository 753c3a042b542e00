"""The formats of an export by name: what each is called, the ending of its files, and what makes its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from reader.export.exported_article import ExportedArticle

MARKDOWN = "markdown"
"""The format whose files are merged with what a person wrote into them; a template may decide how it looks."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format.

    Attributes:
        name: Its name, as `--format` takes it.
        title: What it is, for a person.
        extension: The ending of its files.
        module: The module of this package with its function `render`; None for Markdown.
        template: The name of the template that is a preset, for Markdown.
        needs_highlights: Whether there is nothing to export of an article without highlights.
    """

    name: str
    title: str
    extension: str
    module: str | None = None
    template: str | None = None
    needs_highlights: bool = True

    def render(self, articles: Sequence[ExportedArticle]) -> str:
        """Return the text of a file with these articles, the same for the same articles; not for Markdown."""
        return str(import_module(f"reader.export.{self.module}").render(articles))


FORMATS = {
    each.name: each
    for each in (
        ExportFormat(MARKDOWN, "Markdown", ".md"),
        ExportFormat("obsidian", "Markdown for Obsidian, with a note for each person", ".md", template="obsidian"),
        ExportFormat("logseq", "Markdown for Logseq", ".md", template="logseq"),
        ExportFormat("org", "Org mode", ".org", "org_mode"),
        ExportFormat("csv", "CSV for spreadsheets", ".csv", "spreadsheet_csv"),
        ExportFormat("readwise", "CSV for Readwise", ".readwise.csv", "readwise_csv"),
        ExportFormat("hypothesis", "JSON for Hypothesis", ".hypothesis.json", "hypothesis_json"),
        ExportFormat("web-annotation", "W3C Web Annotation (JSON-LD)", ".jsonld", "web_annotation"),
        ExportFormat("argdown", "Argdown: the threads", ".argdown", "argdown", needs_highlights=False),
        ExportFormat("bibtex", "BibTeX: the article, quotes as notes", ".bib", "bibtex", needs_highlights=False),
        ExportFormat("csl", "CSL JSON: the same for citations", ".csl.json", "csl_json", needs_highlights=False),
    )
}
"""All formats by name, in the order in which they are offered."""
