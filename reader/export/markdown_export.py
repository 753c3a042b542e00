"""Export highlights as Markdown, by voice, merged into an earlier export that a person may have edited.

A file is YAML front matter, a heading, and for each voice a heading and its highlights. A block from
``<!-- pullquote:highlight ID SUM -->`` to ``<!-- /pullquote -->`` is Pullquote's and written again each time, as long
as nobody changed it (SUM, a checksum, shows that). A changed block and all other text is the person's and stays as it
is, byte for byte.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from reader.errors import ExportError
from reader.export import export_files, markdown_page
from reader.export.exported_article import article_title, no_highlights
from reader.export.markdown_style import PLAIN, MarkdownStyle
from reader.model import Article, Highlight
from reader.printable import printable, printable_lines

# The key of the front matter that makes a file an export; its value is an id of the article.
KEY = "pullquote"

_FORMAT_KEY = "pullquote-format"
"""The key of the front matter that names the preset by which a file looks; the plain look has none."""

_NOTICE = "<!-- Pullquote rewrites what is between its own comments until you change it. All else is yours. -->"

_LIST_ITEM = re.compile(r"([ \t]*)- ")


def write(  # noqa: PLR0913 - each is one fact about the file to be written
    article: Article,
    highlights: Sequence[Highlight],
    *,
    voices: Sequence[str] = (),
    deleted: Sequence[Highlight] = (),
    ids: frozenset[str] = frozenset(),
    output: Path | None = None,
    folder: Path = Path(),
    style: MarkdownStyle = PLAIN,
) -> Path:
    """Write the highlights of an article to a file.

    Args:
        article: The article.
        highlights: As for `render`.
        voices: As for `render`.
        deleted: As for `render`.
        ids: All ids of the article.
        output: A file or an existing folder; None for `folder`.
        folder: Where the file goes without `output`, under a name made from the title; made where it is missing.
        style: As for `render`.

    Returns:
        The path of the file.

    Raises:
        ExportError: There is nothing to export, `output` is not an export of this article, or it can't be written.
    """
    known = ids | {article.id}

    def is_ours(_path: Path, text: str) -> bool:
        return article_id_of(text) in known and _front_value(text, _FORMAT_KEY) == (style.name or None)

    path = export_files.choose_path(output, folder, export_files.slug(article_title(article)), is_ours)
    before = export_files.read_text(path)
    if before is not None and article_id_of(before) in known and not is_ours(path, before):
        look = _front_value(before, _FORMAT_KEY) or "markdown"
        raise ExportError(f"{path} is an export in the format {look} and was not changed: name another file.")
    if before is not None and before.strip() and not is_ours(path, before):
        raise ExportError(f"{path} is not an export of this article and was not changed: name another file.")
    if before is None and not highlights:
        raise no_highlights(article)
    after = render(article, highlights, voices=voices, deleted=deleted, before=before or "", style=style)
    if after != before:
        export_files.write_atomically(path, after)
    return path


def render_new(
    article: Article, highlights: Sequence[Highlight], *, voices: Sequence[str] = (), style: MarkdownStyle = PLAIN
) -> str:
    """Return the text of a new export.

    Raises:
        ExportError: There is nothing to export.
    """
    if not highlights:
        raise no_highlights(article)
    return render(article, highlights, voices=voices, style=style)


def article_id_of(text: str) -> str | None:
    """Return the article's id in an export's front matter; None for any other text."""
    return _front_value(text, KEY)


def _front_value(text: str, key: str) -> str | None:
    for line in _split(text)[1]:
        name, colon, value = line.partition(":")
        if name == key and colon:
            return value.strip().strip("\"'")
    return None


def render(  # noqa: PLR0913 - each is one fact about the text
    article: Article,
    highlights: Sequence[Highlight],
    *,
    voices: Sequence[str] = (),
    deleted: Sequence[Highlight] = (),
    before: str = "",
    style: MarkdownStyle = PLAIN,
) -> str:
    """Return the export of highlights, merged into an earlier export.

    Exporting again without changes gives `before` again.

    Args:
        article: The article.
        highlights: In text order.
        voices: Names in the order of their headings. Other speakers come after them, in the order of their highlights,
            and highlights without a speaker last.
        deleted: Highlights whose blocks are removed. Blocks of highlights that are in neither list, for example of
            another library, stay.
        before: The earlier export, or "".
        style: How it looks.
    """
    # Lines are split at "\n" only, so that a person's lines keep whatever else they end with.
    end = "\r" if "\r\n" in before else ""
    mark, front, body = _split(before)
    by_id = {highlight.id: highlight for highlight in highlights}
    headings = {highlight.id: _one_line(style.heading(article, highlight)) for highlight in (*highlights, *deleted)}
    page = markdown_page.parse(body) if before.strip() else _new_page(_one_line(style.title(article)))
    markdown_page.remove_blocks(page, {highlight.id for highlight in deleted} - by_id.keys())
    order = list(dict.fromkeys(headings[each.id] for each in _in_order_of_voices(highlights, voices)))
    for heading in {headings[highlight.id] for highlight in deleted}.difference(order):
        markdown_page.remove_empty_section(page, heading)
    for heading in order:
        ids = [highlight.id for highlight in highlights if headings[highlight.id] == heading]
        markdown_page.insert_blocks(page, heading, ids, order, end)
    lines = _front_matter(article, style, front, end)
    for entry in page:
        if isinstance(entry, str):
            lines.append(entry)
        elif entry.id in by_id and not entry.is_changed:
            lines += (line + end for line in _block(entry.id, style.highlight(article, by_id[entry.id])))
        else:
            lines += entry.lines
    return mark + "\n".join(lines)


def _new_page(title: str) -> markdown_page.Page:
    return [*([title, ""] if title else []), _NOTICE, ""]


def _one_line(text: str) -> str:
    return printable(" ".join(text.split("\n"))).rstrip()


def _in_order_of_voices(highlights: Sequence[Highlight], voices: Sequence[str]) -> list[Highlight]:
    """Return the highlights in the order of their speakers, which is that of `voices`; those without one come last."""
    ranks = {name: rank for rank, name in reversed([*enumerate(voices)])}

    def rank(highlight: Highlight) -> int:
        return len(voices) + 1 if highlight.speaker is None else ranks.get(highlight.speaker.name, len(voices))

    return sorted(highlights, key=rank)


def _split(text: str) -> tuple[str, list[str], list[str]]:
    """Return a file's byte order mark or "", the lines of its front matter with their fences, and the others."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    if lines[0].rstrip() == "---":
        for at in range(1, len(lines)):
            if lines[at].rstrip() in {"---", "..."}:
                return mark, lines[: at + 1], lines[at + 1 :]
    return mark, [], lines


def _front_matter(article: Article, style: MarkdownStyle, front: list[str], end: str) -> list[str]:
    """Return the front matter with the article's facts; a key that is there already keeps its value."""
    facts = {**style.properties(article), KEY: article.id, _FORMAT_KEY: style.name}
    present = {line.partition(":")[0].rstrip() for line in front}
    missing = [_yaml_line(key, fact) + end for key, fact in facts.items() if fact and key not in present]
    if front:
        return [*front[:-1], *missing, front[-1]]
    return ["---", *missing, "---", ""]


def _yaml_line(key: str, fact: object) -> str:
    """Return a key with its value on one line, so that each line of the front matter is one key."""
    import yaml  # noqa: PLC0415 - most sessions export nothing

    if isinstance(fact, str):
        fact = printable(" ".join(fact.split()))
    is_flat = not isinstance(fact, list | dict)
    dumped = yaml.safe_dump({key: None if not is_flat else fact}, allow_unicode=True, width=float("inf")).rstrip("\n")
    if is_flat:
        return dumped
    value = yaml.safe_dump(fact, allow_unicode=True, default_flow_style=True, width=float("inf"))
    return f"{dumped.removesuffix('null')}{printable(value.rstrip())}"


def _block(id_: str, lines: list[str]) -> list[str]:
    """Return the lines of a highlight between comments, which are inside the list item where the lines are one."""
    # A library of an older version may contain characters that are removed today.
    lines = [printable_lines(line) for line in lines]
    item = _LIST_ITEM.match(lines[0]) if lines else None
    first, rest = (item[0], f"{item[1]}  ") if item else ("", "")
    if item:
        lines = [rest + lines[0][item.end() :], *lines[1:]]
    return [
        f"{first}<!-- pullquote:highlight {id_} {markdown_page.checksum(lines)} -->",
        *lines,
        f"{rest}<!-- /pullquote -->",
    ]
