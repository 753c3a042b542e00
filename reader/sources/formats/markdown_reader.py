"""Read Markdown: CommonMark with tables and footnotes, and front matter as facts about the article."""

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
from reader.sources.text.stated_facts import find_date as find_written_date
from reader.sources.text.stated_facts import find_facts

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 6
_LONGEST_FRONT_MATTER = 65536  # characters
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SCRIPT_START = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_MARK_KINDS = {"em": MarkKind.EMPHASIS, "strong": MarkKind.STRONG, "link": MarkKind.LINK}


def read(text: str) -> Draft:
    """Read the article in a Markdown text."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - plain text opens without it
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415
    from mdit_py_plugins.front_matter import front_matter_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(front_matter_plugin).use(footnote_plugin)
    # The rule that collects the footnotes drops those without a reference, and mistakes a nested one for the end.
    state: dict[str, Any] = {}
    tokens, definitions = _split_footnotes(parser.disable("footnote_tail").parse(text, state))
    front_matter = next((token.content for token in tokens if token.type == "front_matter"), "")
    facts = parse_front_matter(front_matter)
    body = _with_title(_MarkdownReader().read(tokens), facts.title)
    footnotes = _order_footnotes(state.get("footnotes", {}).get("list", {}), definitions)
    parts = hide_boilerplate([*body, *footnote_list(_MarkdownReader().read(note) for note in footnotes)])
    return assemble(parts, facts.or_else(find_facts(parts[: len(body)])))


def _split_footnotes(tokens: Sequence["Token"]) -> tuple[list["Token"], list[tuple[str, list["Token"]]]]:
    """Separate the tokens of the text from those of each footnote, which come with its label.

    A footnote inside another one comes after it.
    """
    body: list[Token] = []
    footnotes: list[tuple[str, list[Token]]] = []
    targets = [body]
    for token in tokens:
        if token.type == "footnote_reference_open":
            footnotes.append((token.meta["label"], []))
            targets.append(footnotes[-1][1])
        elif token.type == "footnote_reference_close":
            targets.pop()
        else:
            targets[-1].append(token)
    return body, footnotes


def _order_footnotes(
    referenced: Mapping[int, Mapping[str, Any]], definitions: list[tuple[str, list["Token"]]]
) -> Iterator[list["Token"]]:
    """Yield the footnotes in the order of their numbers, then those without a reference or with a label used before."""
    from markdown_it.token import Token  # noqa: PLC0415 - as above

    first = dict(reversed(definitions))
    for note in referenced.values():
        yield [Token("inline", "", 0, children=note["tokens"])] if "tokens" in note else first[note["label"]]
    referenced_labels = {note.get("label") for note in referenced.values()}
    for label, tokens in definitions:
        if label in referenced_labels:
            referenced_labels.remove(label)
        else:
            yield tokens


def parse_front_matter(text: str) -> Facts:
    """Return the facts in YAML front matter; none where it is not safe YAML."""
    from yaml import YAMLError, safe_load  # noqa: PLC0415 - as above

    try:
        data = safe_load(text) if len(text) <= _LONGEST_FRONT_MATTER else None
    except (YAMLError, RecursionError, ValueError, LookupError, AttributeError, TypeError):  # odd values raise these
        return Facts()
    if not isinstance(data, dict):
        return Facts()
    fields = {name.lower(): value for name, value in data.items() if isinstance(name, str)}
    return Facts(
        title=_find_fact(fields, "title", "headline"),
        byline=_find_fact(fields, "author", "authors", "byline", "by"),
        outlet=_find_fact(fields, "outlet", "publication", "publisher", "site", "site_name", "source"),
        published=_find_day(fields),
        language=_find_fact(fields, "language", "lang"),
        url=safe_url(_find_fact(fields, "url", "canonical", "canonical_url", "link", "source_url", "source")),
    )


def _find_fact(fields: dict[str, object], *names: str) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, list):
            value = ", ".join(item for item in value if isinstance(item, str))
        text = one_line(value) if isinstance(value, str) else ""
        if text and not (name == "source" and "outlet" in names and safe_url(text)):
            return text
    return None


def _find_day(fields: dict[str, object]) -> str | None:
    for name in ("date", "published", "pubdate", "publish_date"):
        value = fields.get(name)
        if isinstance(value, datetime):
            return value.date().isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str) and (day := find_written_date(value)):
            return day
    return None


def _with_title(parts: list[Part], title: str | None) -> list[Part]:
    """Return the parts with a headline first: that of the front matter, or the first block where it is a headline."""
    first = parts[0] if parts else None
    if title is not None and (first is None or alphanumerics(first.text) != alphanumerics(title)):
        return [Part(BlockKind.HEADING, title, 1), *parts]
    if first is not None and len(parts) > 1:
        headline = first.kind is BlockKind.PARAGRAPH and is_headline(first.text)
        if first.kind is BlockKind.HEADING or headline:
            return [first._replace(kind=BlockKind.HEADING, level=1), *parts[1:]]
    return parts


class _MarkdownReader:
    """Collect the parts of a Markdown text from its tokens."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.quote_depth = 0
        self.open_lists: list[int | None] = []  # the number of the next item, None in bullet lists
        self.heading_level = 0
        self.at_quote_start = False
        self.at_item_start = False
        self.table_rows: list[list[str]] | None = None

    def read(self, tokens: Sequence["Token"]) -> list[Part]:
        """Return the blocks that the tokens represent."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                self._read_text(token)
            elif kind.endswith(("_open", "_close")):
                self._read_block(kind, token)
            elif kind in {"fence", "code_block"}:
                self._read_code(token.content)
            elif kind == "hr":
                self.parts.append(Part(BlockKind.RULE, "* * *"))
        return self.parts

    def _read_block(self, kind: str, token: "Token") -> None:
        """Begin or end a block."""
        if kind in {"blockquote_open", "blockquote_close"}:
            self.quote_depth += token.nesting
            self.at_quote_start = True
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            start = token.attrGet("start")
            self.open_lists.append((int(start) if start is not None else 1) if kind.startswith("ordered") else None)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.open_lists.pop()
        elif kind == "list_item_open":
            self.at_item_start = True
        elif kind == "list_item_close" and (number := self.open_lists[-1]) is not None:
            self.open_lists[-1] = number + 1
        elif kind in {"heading_open", "heading_close"}:
            self.heading_level = int(token.tag[1]) if token.nesting > 0 else 0
        else:
            self._read_table(kind)

    def _read_table(self, kind: str) -> None:
        if kind == "table_open":
            self.table_rows = []
        elif kind == "tr_open" and self.table_rows is not None:
            self.table_rows.append([])
        elif kind == "table_close" and self.table_rows:
            lines = [" | ".join(row) for row in self.table_rows if any(row)]
            self.table_rows = None
            if lines:
                self._add(Part(BlockKind.TABLE, "\n".join(lines)))

    def _read_code(self, content: str) -> None:
        text = content.strip("\n").rstrip()
        if text:
            self._add(Part(BlockKind.CODE, text))

    def _read_text(self, token: "Token") -> None:
        inline = InlineText()
        in_script = False
        for child in token.children or []:
            if child.type == "html_inline":
                in_script = bool(_SCRIPT_START.match(child.content)) or (
                    in_script and not _SCRIPT_END.match(child.content)
                )
            if not in_script:
                _add_inline(inline, child)
        text, marks = inline.take()
        if self.table_rows:
            self.table_rows[-1].append(text)
        elif text:
            part = Part(BlockKind.PARAGRAPH, text, marks=marks)
            images = [mark for mark in marks if mark.kind is MarkKind.IMAGE]
            if images and sum(len(mark.span) for mark in images) == len(text):
                part = part._replace(kind=BlockKind.CAPTION)
            self._add(part)

    def _add(self, part: Part) -> None:
        """Add a block with the kind and level that the blocks around it give it."""
        if self.quote_depth:
            part = part._replace(
                kind=BlockKind.QUOTE, level=min(self.quote_depth, _DEEPEST), continues=not self.at_quote_start
            )
            self.at_quote_start = False
        elif self.heading_level:
            part = part._replace(kind=BlockKind.HEADING, level=self.heading_level)
        elif self.open_lists and part.kind is BlockKind.PARAGRAPH:
            number = self.open_lists[-1] if self.at_item_start else None
            level = min(len(self.open_lists), _DEEPEST)
            part = part._replace(kind=BlockKind.ITEM, level=level, ordered=number, continues=not self.at_item_start)
            self.at_item_start = False
        self.parts.append(part)


def _add_inline(inline: InlineText, token: "Token") -> None:
    """Add one piece of a block's text; raw HTML is left out, except line breaks."""
    kind, _, boundary = token.type.partition("_")
    if token.type == "text":
        inline.add(token.content)
    elif token.type == "softbreak":
        inline.add(" ")
    elif token.type == "hardbreak" or (token.type == "html_inline" and _LINE_BREAK.match(token.content)):
        inline.line_break()
    elif token.type == "code_inline":
        inline.open_mark(MarkKind.CODE)
        inline.add(token.content)
        inline.close_mark()
    elif token.type == "footnote_ref":
        inline.add(f"[{token.meta['id'] + 1}]")
    elif token.type == "image":
        inline.open_mark(MarkKind.IMAGE, safe_url(str(token.attrGet("src") or "")))
        inline.add(token.content)
        inline.close_mark()
    elif kind in _MARK_KINDS and boundary == "open":
        inline.open_mark(_MARK_KINDS[kind], safe_url(str(token.attrGet("href") or "")) if kind == "link" else None)
    elif kind in _MARK_KINDS and boundary == "close":
        inline.close_mark()
