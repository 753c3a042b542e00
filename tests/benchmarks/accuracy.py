"""Write the table of docs/accuracy.md from a gold folder, with whether rule authors have read its texts."""

from collections.abc import Iterable
from typing import NamedTuple


class Figure(NamedTuple):
    """A line of the table: what is measured, on which texts, who has read them, and where the benchmark prints it."""

    what: str
    texts: str
    read: str
    row: str
    column: int = 0


FIGURES = (
    *(
        Figure(what, f"8 {texts}", "no", f"dev2.press, gw040 to gw047: {row}, at first sight")
        for what, texts, row in (
            ("Press round-ups as text: quotation and speaker, F1", "articles", "e2e F1"),
            ("The same as web pages", "pages", "e2e F1 from the web pages"),
        )
    ),
    Figure("Press round-ups as text: quotation and speaker, F1", "these and 40 more", "yes", "dev2.press: e2e F1"),
    Figure("The same as web pages", "48 pages", "yes", "dev2.press: e2e F1 from the web pages"),
    Figure("Press round-ups as text: quotation and speaker, F1", "42 articles", "yes", "dev.press: e2e F1"),
    Figure("The same as web pages", "42 pages", "yes", "dev.press: e2e F1 from the web pages"),
    Figure(
        "News pages: quotation and speaker, F1",
        "8 pages",
        "no",
        "news, nw016 to nw023: e2e F1 from the web pages, at first sight",
    ),
    Figure("The same", "these and 29 more", "partly", "news: e2e F1 from the web pages"),
    Figure("Political news, full names: quotation and speaker, F1", "28 articles", "partly", "political: e2e F1"),
    Figure("Invented round-ups as text: quotation and speaker, F1", "17 articles", "no", "unread: e2e F1"),
    Figure(
        "Political news (PolNeAR): words in quotation marks and their source, F1",
        "601 articles",
        "yes",
        "PolNeAR: quoted segments, end to end",
    ),
    Figure(
        "The same: reported without quotation marks, overlap F1",
        "601 articles",
        "yes",
        "PolNeAR: indirect, overlap F1 and end to end",
    ),
    Figure("Long articles: words in quotation marks and the full name, F1", "6 articles", "yes", "full names", -1),
    Figure("Press round-ups as text: voices found", "48 articles", "yes", "dev2.press voices: found, precision"),
    *(
        Figure(what, texts, read, row, column)
        for texts, read, row in (
            ("16 articles", "no", "newest threads: claim F1, holder, adjusted Rand, kappa of the sign, at first sight"),
            ("these and 7 more", "yes", "threads: claim F1, holder, adjusted Rand"),
        )
        for what, column in (
            ("Argument: claims found, F1", 0),
            ("Argument: claims grouped into threads, adjusted Rand index", 2),
        )
    ),
    Figure("Web pages: text of the article, F1", "61 pages", "yes", "pages: body F1 micro, macro"),
    Figure("Web pages that test Readability.js: the same", "40 pages", "partly", "pages_moz: body F1 micro, macro"),
    Figure("Pasted pages: text of the article, F1", "6 pages", "yes", "paste: F1 macro of 6"),
)


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return the figures among the rows of a benchmark as a Markdown table; those that are missing are left out."""
    found = dict(rows)
    lines = ["| What is measured | Texts | Read by us | Result |", "| --- | --- | --- | --- |"]
    for figure in FIGURES:
        if figure.row in found:
            value = found[figure.row].split()[figure.column]
            lines.append(f"| {figure.what} | {figure.texts} | {figure.read} | {float(value):.2f} |")
    return "\n".join(lines) + "\n"
