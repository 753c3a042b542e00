"""Export highlights as Markdown, by voice, merged into an earlier export that a person may have edited.

A file is YAML front matter, a heading, and for each voice a heading and its highlights. A block from
``<!-- pullquote:highlight ID SUM -->`` to ``<!-- /pullquote -->`` is Pullquote's and written again each time, as long
as nobody changed it (SUM, a checksum, shows that). A changed block and all other text is the person's and stays as it
is, byte for byte.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reader.errors import ExportError
from reader.export import export_files, markdown_escape, markdown_page
from reader.export.citation import speaker_facts, without_outer_marks
from reader.model import CORRECTED, Article, Highlight, Speaker
from reader.printable import printable, printable_lines

# The key of the front matter that makes a file an export; its value is an id of the article.
KEY = "pullquote"

UNATTRIBUTED = "Without a speaker"

_NOTICE = "<!-- Pullquote rewrites what is between its own comments until you change it. All else is yours. -->"

# Stands for the reporter's words between the parts of a quotation that its cue interrupts.
_LEFT_OUT = " […] "


def write(  # noqa: PLR0913 - each is one fact about the file to be written
    article: Article,
    highlights: Sequence[Highlight],
    *,
    voices: Sequence[str] = (),
    deleted: Sequence[Highlight] = (),
    ids: frozenset[str] = frozenset(),
    output: Path | None = None,
    folder: Path = Path(),
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

    Returns:
        The path of the file.

    Raises:
        ExportError: There is nothing to export, `output` is not an export of this article, or it can't be written.
    """
    known = ids | {article.id}

    def is_ours(text: str) -> bool:
        return article_id_of(text) in known

    path = export_files.choose_path(output, folder, export_files.slug(_title(article)), is_ours)
    before = export_files.read_text(path)
    if before is not None and before.strip() and not is_ours(before):
        raise ExportError(f"{path} is not an export of this article and was not changed: name another file.")
    if before is None and not highlights:
        raise _no_highlights(article)
    after = render(article, highlights, voices=voices, deleted=deleted, before=before or "")
    if after != before:
        export_files.write_atomically(path, after)
    return path


def render_new(article: Article, highlights: Sequence[Highlight], *, voices: Sequence[str] = ()) -> str:
    """Return the text of a new export.

    Raises:
        ExportError: There is nothing to export.
    """
    if not highlights:
        raise _no_highlights(article)
    return render(article, highlights, voices=voices)


def _no_highlights(article: Article) -> ExportError:
    title = without_outer_marks((_title(article),))
    return ExportError(f"There are no highlights in “{title}” yet: press h in the reader to highlight a quotation.")


def article_id_of(text: str) -> str | None:
    """Return the article's id in an export's front matter; None for any other text."""
    for line in _split(text)[1]:
        name, colon, value = line.partition(":")
        if name == KEY and colon:
            return value.strip().strip("\"'")
    return None


def render(
    article: Article,
    highlights: Sequence[Highlight],
    *,
    voices: Sequence[str] = (),
    deleted: Sequence[Highlight] = (),
    before: str = "",
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
    """
    # Lines are split at "\n" only, so that a person's lines keep whatever else they end with.
    end = "\r" if "\r\n" in before else ""
    mark, front, body = _split(before)
    title = markdown_escape.line(printable(_title(article)))
    page: markdown_page.Page = markdown_page.parse(body) if before.strip() else [f"# {title}", "", _NOTICE, ""]
    by_id = {highlight.id: highlight for highlight in highlights}
    markdown_page.remove_blocks(page, {highlight.id for highlight in deleted} - by_id.keys())
    for heading in {_heading(highlight) for highlight in deleted} - {_heading(highlight) for highlight in highlights}:
        markdown_page.remove_empty_section(page, heading)
    order = _headings(highlights, voices)
    for heading in order:
        ids = [highlight.id for highlight in highlights if _heading(highlight) == heading]
        markdown_page.insert_blocks(page, heading, ids, order, end)
    lines = _front_matter(article, front, end)
    for entry in page:
        if isinstance(entry, str):
            lines.append(entry)
        elif entry.id in by_id and not entry.is_changed:
            lines += (line + end for line in _block(article, by_id[entry.id]))
        else:
            lines += entry.lines
    return mark + "\n".join(lines)


def _split(text: str) -> tuple[str, list[str], list[str]]:
    """Return a file's byte order mark or "", the lines of its front matter with their fences, and the others."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    if lines[0].rstrip() == "---":
        for at in range(1, len(lines)):
            if lines[at].rstrip() in {"---", "..."}:
                return mark, lines[: at + 1], lines[at + 1 :]
    return mark, [], lines


def _front_matter(article: Article, front: list[str], end: str) -> list[str]:
    """Return the front matter with the article's facts; a key that is there already keeps its value."""
    import yaml  # noqa: PLC0415 - most sessions export nothing

    facts = {
        "title": article.title,
        "author": article.byline,
        "outlet": article.outlet,
        "url": article.url,
        "date": _date(article.published),
        KEY: article.id,
    }
    present = {line.partition(":")[0].rstrip() for line in front}
    # Each on one line, so that each line is one key.
    missing = [
        yaml.safe_dump(
            {key: printable(" ".join(fact.split())) if isinstance(fact, str) else fact},
            allow_unicode=True,
            width=float("inf"),
        ).rstrip("\n")
        + end
        for key, fact in facts.items()
        if fact and key not in present
    ]
    if front:
        return [*front[:-1], *missing, front[-1]]
    return ["---", *missing, "---", ""]


def _date(published: str | None) -> date | str | None:
    """Return a date as YAML's own date, which note programs sort by; anything else as it is."""
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return published


def _title(article: Article) -> str:
    """Return the article's title, else its first words."""
    return article.name or "Untitled"


def _heading(highlight: Highlight) -> str:
    """Return the line of the heading that a highlight belongs under."""
    name = UNATTRIBUTED if highlight.speaker is None else highlight.speaker.name
    return _heading_line(name)


def _heading_line(name: str) -> str:
    return f"## {markdown_escape.line(printable(name))}"


def _headings(highlights: Sequence[Highlight], voices: Sequence[str]) -> list[str]:
    """Return the lines of the headings that the highlights need, in their order."""
    needed = dict.fromkeys(_heading(highlight) for highlight in highlights)
    last = _heading_line(UNATTRIBUTED)
    named = [heading for heading in (*map(_heading_line, voices), *needed) if heading in needed and heading != last]
    return [*dict.fromkeys(named), *(heading for heading in needed if heading == last)]


def _block(article: Article, highlight: Highlight) -> list[str]:
    """Return the lines of a block: the quote, with its denial if any, speaker, note and tags, between comments."""
    words = _words(article, highlight)
    denial = "" if highlight.speaker is None else highlight.speaker.denial_prefix(words)
    lines = markdown_escape.block_quote(denial + words)
    if highlight.speaker is not None:
        lines += ["", _attribution(highlight.speaker)]
    if "spans" in highlight.corrected:
        lines += ["", f"*{CORRECTED} by the reader: where these words begin and end.*"]
    if not highlight.spans:
        lines += ["", "*These words are no longer in the article.*"]
    if highlight.note.strip():
        for number, paragraph in enumerate(markdown_escape.paragraphs(highlight.note)):
            lines += ["", ("" if number else "Note: ") + paragraph[0], *paragraph[1:]]
    if highlight.tags:
        lines += ["", "Tags: " + ", ".join(markdown_escape.line(tag) for tag in highlight.tags)]
    # A library of an older version may contain characters that are removed today.
    lines = [printable_lines(line) for line in lines]
    return [
        f"<!-- pullquote:highlight {highlight.id} {markdown_page.checksum(lines)} -->",
        *lines,
        "<!-- /pullquote -->",
    ]


def _words(article: Article, highlight: Highlight) -> str:
    """Return the highlighted words without the reporter's between them; all of them for an orphan."""
    if len(highlight.spans) < 2:  # noqa: PLR2004 - the reporter has no words between
        return highlight.exact
    words = ""
    for span, before in zip(highlight.spans, (None, *highlight.spans), strict=False):
        if before is not None:
            between = article.text[before.end : span.start]
            words += "\n\n" if not between.strip() and "\n\n" in between else _LEFT_OUT
        words += span.of(article.text)
    return words


def _attribution(speaker: Speaker) -> str:
    """Return the line with the speaker, role and outlet, and who passed the words on, the nearest first."""
    name = f"**{markdown_escape.line(speaker.name)}**"
    line = ", ".join((name, *map(markdown_escape.line, speaker_facts(speaker))))
    via = ", via ".join(map(markdown_escape.line, reversed(speaker.via)))
    mark = f" ({CORRECTED} by the reader)" if speaker.corrected else ""
    return f"— {line}; via {via}{mark}" if via else f"— {line}{mark}"
