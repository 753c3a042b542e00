"""Block quotations: which paragraphs are somebody's words, told by lead-ins, closers, marks of omission and style."""

import re
from dataclasses import dataclass

from reader.analysis.leadins import candidates
from reader.analysis.passages import CLOSER, FURNITURE, HANDLE, Passage, ends_open, heading_like, last_unit
from reader.analysis.turns import turns
from reader.analysis.weights import score
from reader.model import BlockKind, Span

_FIRST = re.compile(r"\b(?:I|I['’]\w+|we|We|my|My|our|Our|us|me|you|You|your|Your)\b")
_TAG = re.compile(r"\[(?:[a-z]{2,3}(?:, ?)?)+\]")
_MEDIA = re.compile(r"\b(?:blogg?er|bloggers|blog|Twitter|tweet(?:s|ed)?|netizens?|tweeps?|Facebook|commented|commenters?|users?|YouTube|hashtag|post(?:s|ed)?|newspaper|wrote)\b")
_NARRATOR = re.compile(r"(?:Meanwhile|On (?:Twitter|Facebook|his|her|the other)|Another|Other|Others|Blogger|In (?:an?|his|her|another) |Some |Many |Also|Similarly|The (?:blog|post|article|story)|For (?:his|her)|As |While |Despite |Although )")
_EDITED = re.compile(r"\[(?!(?:[a-z]{2,3}(?:, ?)?)+\])[^\]\n]{1,60}\]")
_REFERS = re.compile(r"\b(?:following|follows|below|this|words|excerpts?|comment|message|statement|update|status|question|summary|here)\b", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:photos?|pictures?|images?|videos?|maps?|cartoons?|screenshots?|infographic|footage|graphic)\b", re.IGNORECASE)
_INFORMAL = re.compile(r"!|\.\.\.|…|\?\?")
_ELLIPSIS = re.compile(r"\s*(?:\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|…|\.\.\.)")
_GOES_ON = re.compile(r"(?:But|And|So|Because|It|This|These|They|Yet|If|Of course|Then|Such|Thus|Therefore|[a-z0-9]{1,2}[.)])\b")
_DATED = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|20[0-3]\d)\b")
_CURLY = re.compile(r"\w’\w")
_STRAIGHT = re.compile(r"\w'\w")
_BRIEF = 120
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """The passages `first` to `last` are a block quotation; `leadin` is the passage that introduces it, or None.

    `handle` is the span of the "@name" that a post starts with; `spans` are the words, one span a paragraph, without
    handle and closer. `how` says why, for a person.
    """

    first: int
    last: int
    leadin: int | None
    spans: tuple[Span, ...]
    handle: Span | None
    how: str


def blocks(text: str, parts: list[Passage]) -> list[BlockQuote]:
    """The block quotations of an article in text order. Where its source keeps block quotes, those decide."""
    kept = any(p.kind is BlockKind.QUOTE for p in parts)
    spoken = turns(parts)
    found: list[BlockQuote] = []
    index = 0
    while index < len(parts):
        passage = parts[index]
        quote = None
        if index in spoken:
            turn = spoken[index]
            spans = [body(text, parts[i]) for i in range(index, turn.last + 1)]
            spans[0] = Span(turn.words, spans[0].end)
            quote = BlockQuote(index, turn.last, None, tuple(spans), turn.label, "a turn under its speaker’s name")
        elif passage.kind is BlockKind.QUOTE:
            quote = _kept(text, parts, index)
        elif passage.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            quote = _post(text, parts, index, found) or (None if kept else _led(text, parts, index))
        if quote is not None:
            found.append(quote)
            index = quote.last + 1
        else:
            index += 1
    return found


def body(text: str, passage: Passage) -> Span:
    """A paragraph's words without a closer such as "[Source]", an opening "[…]" and the blanks there."""
    start, end = passage.span.start, passage.span.end
    closer = CLOSER.search(passage.text)
    if closer is not None and closer.start() > 0:
        end = start + closer.start()
    return Span(start, end)


def _kept(text: str, parts: list[Passage], index: int) -> BlockQuote:
    """A block quote that the source format keeps, with the paragraphs that continue it."""
    last = index
    while last + 1 < len(parts) and parts[last + 1].kind is BlockKind.QUOTE and parts[last + 1].continues:
        last += 1
    spans = tuple(body(text, parts[i]) for i in range(index, last + 1))
    return BlockQuote(index, last, _before(parts, index), spans, None, "set as a block quote")


def _before(parts: list[Passage], index: int) -> int | None:
    """The passage right before, when it is prose."""
    return index - 1 if index and parts[index - 1].kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} else None


def _post(text: str, parts: list[Passage], index: int, found: list[BlockQuote]) -> BlockQuote | None:
    """A post that begins with its author's handle (“@name: …”)."""
    passage = parts[index]
    match = HANDLE.match(passage.text)
    if match is None:
        return None
    start = passage.span.start
    handle = Span(start + match.start(1), start + match.end(1))
    span = Span(start + match.end(), body(text, passage).end)
    leadin = None
    if index and not (found and found[-1].last == index - 1) and parts[index - 1].kind is BlockKind.PARAGRAPH:
        ending = last_unit(parts[index - 1], text)
        if ending is not None and ends_open(ending[0]) == ":":
            leadin = index - 1
    return BlockQuote(index, index, leadin, (span,), handle, "a post under its author’s name")


def _led(text: str, parts: list[Passage], index: int) -> BlockQuote | None:
    """A block quotation that the paragraph before `index` leads into, with as many paragraphs as go on with it."""
    if not may_begin(text, parts, index):
        return None
    holding = opening_features(text, parts, index)
    if score("block opens", holding) <= 0:
        return None
    last = index
    while last + 1 < len(parts) and last - index < _LONGEST and _continues(text, parts, index, last + 1):
        last += 1
    spans = tuple(body(text, parts[i]) for i in range(index, last + 1))
    how = "block after a colon" if "colon" in holding else "block after a sentence without a stop" if "no stop" in holding else "block by its style"
    return BlockQuote(index, last, index - 1, spans, None, how)


def may_begin(text: str, parts: list[Passage], index: int) -> bool:
    """Whether a block quotation can begin at a passage at all: prose after prose, no heading, no furniture, no marks around it."""
    if index == 0 or parts[index - 1].kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
        return False
    passage = parts[index]
    if passage.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM} or FURNITURE.match(passage.text) or HANDLE.match(passage.text):
        return False
    lead = last_unit(parts[index - 1], text)
    if lead is None or HANDLE.match(parts[index - 1].text) or _whole_in_marks(passage):
        return False
    return ends_open(lead[0]) == ":" or not (heading_like(passage) or heading_like(parts[index - 1]))


def opening_features(text: str, parts: list[Passage], index: int) -> list[str]:
    """The named features that tell whether passage `index` begins a block quotation."""
    passage, body_text = parts[index], parts[index].text
    u, stated = last_unit(parts[index - 1], text) or ((), ())  # type: ignore[assignment]
    ending = ends_open(u)
    found = ["colon" if ending == ":" else "no stop" if ending == "" else "stop"]
    prefix = found[0]
    ranked = candidates(u, stated)
    best = ranked[0] if ranked else None
    if best is None or best.score <= 0:
        found.append(prefix + ", no source")
    else:
        found.append(prefix + (", cue" if best.cue is not None else ", no cue"))
        found.append(prefix + ", " + best.features[0])
        if best.cue is not None and best.cue.verb.kind == "writing":
            found.append("writing")
    if _REFERS.search(u.text, u.span.start, u.span.end):
        found.append(prefix + ", refers")
    if _SHOWS.search(u.text, u.span.start, u.span.end):
        found.append("lead-in shows")
    found += [prefix + ", " + f for f in _style(text, parts, passage, body_text)]
    if _names_source(text, parts, index, body_text):
        found.append("names source")
    if _closer_ahead(text, parts, index):
        found.append("closer ahead")
    return found


def _style(text: str, parts: list[Passage], passage: Passage, body_text: str) -> list[str]:
    """What the words of a passage alone say about whose they are."""
    found: list[str] = []
    if _FIRST.search(body_text):
        found.append("first person")
    if _TAG.search(body_text):
        found.append("tag")
    if _EDITED.search(body_text):
        found.append("edited")
    if _NARRATOR.match(body_text):
        found.append("narrator opens")
    if _MEDIA.search(body_text):
        found.append("media words")
    if body_text[:1].islower():
        found.append("lower case")
    if _INFORMAL.search(body_text):
        found.append("informal")
    if _ELLIPSIS.match(body_text):
        found.append("ellipsis")
    ending = last_unit(passage, text)
    if ending is not None and ends_open(ending[0]) == ":":
        found.append("leads in")
    if any(d.source_kind == "name" for _, f in passage.units(text) for d in f.drafts):
        found.append("said here")
    if passage.index == len(parts) - 1 or FURNITURE.match(parts[passage.index + 1].text):
        found.append("last")
    return found


def _whole_in_marks(passage: Passage) -> bool:
    """Whether the paragraph is one marked stretch: that is a direct quotation, not a block."""
    outer = [m for m in passage.marks if m.level == 0 and not m.single]
    return bool(outer) and outer[0].span.start == passage.span.start and outer[0].span.end >= passage.span.end - 1


def _continues(text: str, parts: list[Passage], first: int, index: int) -> bool:
    """Whether passage `index` goes on with the block that begins at `first`."""
    passage = parts[index]
    if passage.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM} or CLOSER.search(parts[index - 1].text) or HANDLE.match(passage.text):
        return False
    if FURNITURE.match(passage.text):
        return False
    return score("block", features(text, parts, first, index)) > 0


def features(text: str, parts: list[Passage], first: int, index: int) -> list[str]:
    """The named features that tell whether passage `index` goes on with the block that begins at `first`."""
    passage, body_text = parts[index], parts[index].text
    found = _style(text, parts, passage, body_text)
    if "first person" in found and _FIRST.search(parts[first].text):
        found.append("first person kept")
    if "informal" in found and _INFORMAL.search(parts[first].text):
        found.append("informal kept")
    if _closer_ahead(text, parts, index):
        found.append("closer ahead")
    if _names_source(text, parts, first, body_text):
        found.append("names source")
    if body_text[:1] in "“\"" and parts[index - 1].text[:1] in "“\"":
        found.append("marks reopened")
    if heading_like(passage):
        found.append("heading")
    if index + 1 < len(parts) and HANDLE.match(parts[index + 1].text):
        found.append("before a post")
    before = last_unit(parts[index - 1], text)
    if before is not None and ends_open(before[0]) in {":", "…", "..."}:
        found.append("after an open end")
    if "?" in body_text:
        found.append("question")
    found.append("second" if index == first + 1 else "later")
    if _GOES_ON.match(body_text):
        found.append("goes on")
    if _DATED.search(body_text[:80]):
        found.append("dated")
    found += _apostrophes(parts, first, index)
    if len(body_text) < _BRIEF:
        found.append("brief")
    return found


def _apostrophes(parts: list[Passage], first: int, index: int) -> list[str]:
    """Whether the passage writes its apostrophes as the block does and the author does not, or the other way round."""
    here, block, author = (_hand(parts[i].text) for i in (index, first, first - 1 if first else first))
    if not here or not block or not author or block == author:
        return []
    return ["block’s hand"] if here == block else ["author’s hand"]


def _hand(passage: str) -> str:
    """"curly", "straight" or "": how a text writes its apostrophes."""
    curly, straight = len(_CURLY.findall(passage)), len(_STRAIGHT.findall(passage))
    return "" if curly == straight else "curly" if curly > straight else "straight"


def _closer_ahead(text: str, parts: list[Passage], index: int) -> bool:
    """Whether a closer ends this passage or a later one of the same block."""
    for at in range(index, min(len(parts), index + _LONGEST)):
        if parts[at].kind is not BlockKind.PARAGRAPH:
            return False
        if CLOSER.search(parts[at].text):
            return True
        ending = last_unit(parts[at], text)
        if ending is None or ends_open(ending[0]) == ":":
            return False
    return False


def _names_source(text: str, parts: list[Passage], first: int, body_text: str) -> bool:
    """Whether a name of the lead-in's last sentence comes back: the author speaks of the source again."""
    if first == 0:
        return False
    lead = last_unit(parts[first - 1], text)
    if lead is None:
        return False
    u, found = lead
    for source in found.sources.values():
        if source.kind == "name" and u.word(source.head_last) in body_text:
            return True
    return False
