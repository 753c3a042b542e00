"""Markdown to blocks: CommonMark with tables and footnotes, and front matter as facts about the article."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reader.model import BlockKind, MarkKind
from reader.sources.draft import Draft, Facts, Part, assemble, footnote_list
from reader.sources.inline_text import InlineText, safe_url
from reader.sources.text.boilerplate import hide_boilerplate
from reader.sources.text.clean import alphanumerics, one_line
from reader.sources.text.plain_text import is_headline
from reader.sources.text.stated_facts import find_date as written_date
from reader.sources.text.stated_facts import find_facts

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 6
_LONGEST_FRONT_MATTER = 65536  # characters
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_MARKS = {"em": MarkKind.EMPHASIS, "strong": MarkKind.STRONG, "link": MarkKind.LINK}


def read(text: str) -> Draft:
    """The article of a Markdown text."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - plain text opens without it
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415
    from mdit_py_plugins.front_matter import front_matter_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(front_matter_plugin).use(footnote_plugin)
    # The rule that gathers the notes drops those that nothing points to, and takes one in another for its end.
    found: dict[str, Any] = {}
    tokens, written = _apart(parser.disable("footnote_tail").parse(text, found))
    matter = next((token.content for token in tokens if token.type == "front_matter"), "")
    facts = parse_front_matter(matter)
    body = _titled(_MarkdownReader().parts(tokens), facts.title)
    notes = _notes(found.get("footnotes", {}).get("list", {}), written)
    parts = hide_boilerplate([*body, *footnote_list(_MarkdownReader().parts(note) for note in notes)])
    return assemble(parts, facts.or_else(find_facts(parts[: len(body)])))


def _apart(tokens: Sequence["Token"]) -> tuple[list["Token"], list[tuple[str, list["Token"]]]]:
    """The tokens of the text, and those of each note with its label; a note in a note stands behind it."""
    body: list[Token] = []
    notes: list[tuple[str, list[Token]]] = []
    around = [body]
    for token in tokens:
        if token.type == "footnote_reference_open":
            notes.append((token.meta["label"], []))
            around.append(notes[-1][1])
        elif token.type == "footnote_reference_close":
            around.pop()
        else:
            around[-1].append(token)
    return body, notes


def _notes(
    pointed: Mapping[int, Mapping[str, Any]], written: list[tuple[str, list["Token"]]]
) -> Iterator[list["Token"]]:
    """The notes in the order of their numbers, and then those that nothing points to, or whose label another has."""
    from markdown_it.token import Token  # noqa: PLC0415 - as above

    first = dict(reversed(written))
    for note in pointed.values():
        yield [Token("inline", "", 0, children=note["tokens"])] if "tokens" in note else first[note["label"]]
    given = {note.get("label") for note in pointed.values()}
    for label, tokens in written:
        if label in given:
            given.remove(label)
        else:
            yield tokens


def parse_front_matter(text: str) -> Facts:
    """The facts in YAML front matter; none where it is not safe YAML."""
    from yaml import YAMLError, safe_load  # noqa: PLC0415 - as above

    try:
        data = safe_load(text) if len(text) <= _LONGEST_FRONT_MATTER else None
    except (YAMLError, RecursionError, ValueError):
        return Facts()
    if not isinstance(data, dict):
        return Facts()
    fields = {name.lower(): value for name, value in data.items() if isinstance(name, str)}
    return Facts(
        title=_fact(fields, "title", "headline"),
        byline=_fact(fields, "author", "authors", "byline", "by"),
        outlet=_fact(fields, "outlet", "publication", "publisher", "site", "site_name", "source"),
        published=_day(fields),
        language=_fact(fields, "language", "lang"),
        url=safe_url(_fact(fields, "url", "canonical", "canonical_url", "link", "source_url", "source")),
    )


def _fact(fields: dict[str, object], *names: str) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, list):
            value = ", ".join(item for item in value if isinstance(item, str))
        text = one_line(value) if isinstance(value, str) else ""
        if text and not (name == "source" and "outlet" in names and safe_url(text)):
            return text
    return None


def _day(fields: dict[str, object]) -> str | None:
    for name in ("date", "published", "pubdate", "publish_date"):
        value = fields.get(name)
        if isinstance(value, datetime):
            return value.date().isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str) and (day := written_date(value)):
            return day
    return None


def _titled(parts: list[Part], title: str | None) -> list[Part]:
    """The parts with a headline first: the front matter's, or the first block where it is one."""
    first = parts[0] if parts else None
    if title is not None and (first is None or alphanumerics(first.text) != alphanumerics(title)):
        return [Part(BlockKind.HEADING, title, 1), *parts]
    if first is not None and len(parts) > 1:
        headline = first.kind is BlockKind.PARAGRAPH and is_headline(first.text)
        if first.kind is BlockKind.HEADING or headline:
            return [first._replace(kind=BlockKind.HEADING, level=1), *parts[1:]]
    return parts


class _MarkdownReader:
    """One walk over the tokens of a Markdown text."""

    def __init__(self) -> None:
        self.found: list[Part] = []
        self.quotes = 0
        self.lists: list[int | None] = []  # the open ones: the number of the next item where they are ordered
        self.heading = 0
        self.fresh_quote = False
        self.fresh_item = False
        self.rows: list[list[str]] | None = None

    def parts(self, tokens: Sequence["Token"]) -> list[Part]:
        """The blocks that the tokens stand for."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                self._text(token)
            elif kind.endswith(("_open", "_close")):
                self._turn(kind, token)
            elif kind in {"fence", "code_block"}:
                self._code(token.content)
            elif kind == "hr":
                self.found.append(Part(BlockKind.RULE, "* * *"))
        return self.found

    def _turn(self, kind: str, token: "Token") -> None:
        """A block begins or ends."""
        if kind in {"blockquote_open", "blockquote_close"}:
            self.quotes += token.nesting
            self.fresh_quote = True
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            start = token.attrGet("start")
            self.lists.append((int(start) if start is not None else 1) if kind.startswith("ordered") else None)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif kind == "list_item_open":
            self.fresh_item = True
        elif kind == "list_item_close" and (number := self.lists[-1]) is not None:
            self.lists[-1] = number + 1
        elif kind in {"heading_open", "heading_close"}:
            self.heading = int(token.tag[1]) if token.nesting > 0 else 0
        else:
            self._table(kind)

    def _table(self, kind: str) -> None:
        if kind == "table_open":
            self.rows = []
        elif kind == "tr_open" and self.rows is not None:
            self.rows.append([])
        elif kind == "table_close" and self.rows:
            lines = [" | ".join(row) for row in self.rows if any(row)]
            self.rows = None
            if lines:
                self._add(Part(BlockKind.TABLE, "\n".join(lines)))

    def _code(self, content: str) -> None:
        text = content.strip("\n").rstrip()
        if text:
            self._add(Part(BlockKind.CODE, text))

    def _text(self, token: "Token") -> None:
        inline = InlineText()
        unseen = False
        for child in token.children or []:
            if child.type == "html_inline":
                unseen = bool(_SCRIPT.match(child.content)) or (unseen and not _SCRIPT_END.match(child.content))
            if not unseen:
                _inline(inline, child)
        text, marks = inline.take()
        if self.rows:
            self.rows[-1].append(text)
        elif text:
            part = Part(BlockKind.PARAGRAPH, text, marks=marks)
            pictured = [mark for mark in marks if mark.kind is MarkKind.IMAGE]
            if pictured and sum(len(mark.span) for mark in pictured) == len(text):
                part = part._replace(kind=BlockKind.CAPTION)
            self._add(part)

    def _add(self, part: Part) -> None:
        """A block, as what encloses it makes it."""
        if self.quotes:
            part = part._replace(kind=BlockKind.QUOTE, level=min(self.quotes, _DEEPEST), continues=not self.fresh_quote)
            self.fresh_quote = False
        elif self.heading:
            part = part._replace(kind=BlockKind.HEADING, level=self.heading)
        elif self.lists and part.kind is BlockKind.PARAGRAPH:
            number = self.lists[-1] if self.fresh_item else None
            level = min(len(self.lists), _DEEPEST)
            part = part._replace(kind=BlockKind.ITEM, level=level, ordered=number, continues=not self.fresh_item)
            self.fresh_item = False
        self.found.append(part)


def _inline(inline: InlineText, token: "Token") -> None:
    """One piece of a block's text; raw HTML is left out but for line breaks."""
    kind, _, turn = token.type.partition("_")
    if token.type == "text":
        inline.add(token.content)
    elif token.type == "softbreak":
        inline.add(" ")
    elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.match(token.content)):
        inline.line_break()
    elif token.type == "code_inline":
        inline.begin(MarkKind.CODE)
        inline.add(token.content)
        inline.end()
    elif token.type == "footnote_ref":
        inline.add(f"[{token.meta['id'] + 1}]")
    elif token.type == "image":
        inline.begin(MarkKind.IMAGE, safe_url(str(token.attrGet("src") or "")))
        inline.add(token.content)
        inline.end()
    elif kind in _MARKS and turn == "open":
        inline.begin(_MARKS[kind], safe_url(str(token.attrGet("href") or "")) if kind == "link" else None)
    elif kind in _MARKS and turn == "close":
        inline.end()
