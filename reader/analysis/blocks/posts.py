"""Create drafts of block quotations and posts, with the author named by the lead-in, the handle or a name."""

import re

from reader.analysis.blocks.block_quote import BlockQuote
from reader.analysis.blocks.document_authors import (
    JOINT,
    POINTERS,
    document_author,
    document_noun,
    last_document,
    works,
)
from reader.analysis.blocks.interviews import FULL_NAME
from reader.analysis.blocks.passages import HANDLE, Passage, is_label, last_unit
from reader.analysis.cues.drafts import AttributionDraft, with_name_as_source, with_source
from reader.analysis.leadins.introduced import is_continuation, with_leadin_source
from reader.analysis.leadins.leadins import candidates
from reader.analysis.sources.owners import PICTURES, WORKS, only_name
from reader.analysis.units.units import NAME, Unit
from reader.analysis.words.grammar import words
from reader.model import QuotationKind, Span

_PLATFORMS = words("platforms")
_SPEAKER = r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\s?: ([^\n]{1,600}?)(?=\s+-?\s?#\w+\s*(?:\Z|\n|#)|\s*\n|\s*\Z)"
_AT_THE_START = re.compile(_SPEAKER)
_IN_POST = re.compile(rf"(?:(?<=[-–—] )|(?<=: )|(?<=\n)){_SPEAKER}")
_AT_THE_END = re.compile(
    r"[^\n]*?\w(?P<stop>[.,!?…]?[”\"]?\s+[-–—]+\s?|[.,!?…][”\"]?\s+)(?!RT\b)([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
    r"(?:(?<=[^\W\d]), [^\n#@]{1,40})?(?:\s+(?:says|said|asks|asked)\b[^\n]{0,80}|\s*@?(?:\s*#\w+)+)\s*\Z"
)
_NAMING = ("#", "asked", "asks", "said", "says")  # one of these is with a speaker named at the end
_RETWEET = re.compile(r"(?:[^\n]*\s)?(?:RT|MT)\s?(@\w{1,40}):?\s+(?=\S)")
_QUOTED_POST = re.compile(r"[“\"](@\w{1,40}):?\s+([^”\"\n]+)[”\"]")
_AT = frozenset({"at", "on", "over"})  # with these a lead-in begins that names where the words appeared
_MARKS = frozenset('“”"')
_TAIL = 160  # characters at the end of a post searched for its speaker
_SUBJECT = 40  # characters of a lead-in in which a pronoun is its subject
_ALIKE = 4  # letters
_BACK = 3  # passages before a post that are searched for its author
_READ = 20_000  # characters before a post that are searched for its speakers
_LEAD_UNITS = 3  # sentences of a lead-in that are read, the last first
_OF_MANY = frozenset({"comments", "posts", "reactions", "readers", "replies", "responses", "tweets", "users", "voices"})


def block_draft(
    text: str,
    parts: list[Passage],
    quote: BlockQuote,
    handles: dict[str, AttributionDraft],
    earlier: dict[int, AttributionDraft],
) -> AttributionDraft:
    """Return the draft of a block quotation with the source that its lead-in or handle gives.

    If the lead-in names one person, this is a post's author; else the handle is. `handles` has the first draft of each
    handle before, and gets this one's; `earlier` are the drafts of the blocks before, by passage.
    """
    if quote.signature is not None:
        return with_name_as_source(_empty(quote), quote.signature)
    draft = _empty(quote) if quote.leadin is None else _with_leadin_source_of(text, parts, quote, quote.leadin, earlier)
    if quote.handle is None:
        sourced = draft.mention is not None or draft.goes_on is not None
        if not sourced and quote.leadin is not None and _labels_one(text, parts[quote.leadin]):
            return _after_label(text, parts, quote, earlier.get(quote.leadin - 1))
        return draft
    handle = quote.handle.of(text)
    draft = _with_handle_owner(parts, quote, draft, handle)
    one = _names_one_author(text, draft, parts, quote.leadin) and not _another_follows(text, parts, quote, handle)
    if not (handle.startswith("@") and one):
        draft = _empty(quote)
        draft.goes_on = before = handles.get(handle)
        named_before = before is not None and before.mention is not None and before.mention.of(text) != handle
        if not handle.startswith("@") or not named_before:
            draft.mention = draft.head = quote.handle
            draft.source_kind = "handle" if handle.startswith("@") else "name"
    handles.setdefault(handle, draft)
    return draft


def _with_handle_owner(
    parts: list[Passage], quote: BlockQuote, draft: AttributionDraft, handle: str
) -> AttributionDraft:
    """The draft with that person of several in the lead-in who has the handle next to the name.

    That is Ada Roe in "Ada Roe (@adaroe) asked Otto Reed:" before "@adaroe: …".
    """
    if draft.head is None or quote.leadin is None or not handle.startswith("@"):
        return draft
    passage = parts[quote.leadin]
    at = passage.text.find(handle)
    before = passage.text[:at].rstrip(" (,[") if at > 0 else ""
    name = next((Span(*m.span()) for m in FULL_NAME.finditer(before) if m.end() == len(before)), None)
    beside = None if name is None else name.shifted(passage.span.start)
    return draft if beside is None or beside.covers(draft.head.start) else with_name_as_source(_empty(quote), beside)


def _empty(quote: BlockQuote) -> AttributionDraft:
    return AttributionDraft(list(quote.spans), QuotationKind.BLOCK, quote.first, evidence=quote.how)


def _continuation(quote: BlockQuote, before: AttributionDraft) -> AttributionDraft:
    """The draft of a block that continues the words of the block before."""
    draft = _empty(quote)
    draft.goes_on = before
    return draft


def _with_leadin_source_of(
    text: str, parts: list[Passage], quote: BlockQuote, leadin: int, earlier: dict[int, AttributionDraft]
) -> AttributionDraft:
    """The draft with the source named in the last sentences of the passage `leadin`.

    If the last sentence names only a work ("The statement reads:"), its author is the outlet in which it appeared ("On
    the Mill Post, a comment argues:") or the person named before it, or else its maker in the passages before. Without
    any of these the work itself is the source. A lead-in that only continues has the speaker before.
    """
    written: AttributionDraft | None = None
    units = [unit for unit, _ in parts[leadin].units(text)]
    before = _block_right_before(units, leadin, earlier)
    if before is not None and is_continuation(units[-1], beside=leadin - 1 in earlier):
        return _continuation(quote, before)
    for back, (u, stated) in enumerate(reversed(parts[leadin].units(text)[-_LEAD_UNITS:])):
        ranked = candidates(u, stated) if back else parts[leadin].leading(text)
        draft = with_leadin_source(_empty(quote), u, ranked)
        if draft.head is None and not back:
            draft = _with_only_name(text, parts, quote, leadin) or draft
        if draft.head is None:
            continue
        low = draft.head.of(text).lower()
        named = draft.source_kind == "name" and draft.head.start > u.starts[0]  # "a blogger, Notes from Home,"
        work = not (named or WORKS.isdisjoint((low, low.removesuffix("s")))) or (low == "they" and u.low[0] in _AT)
        if not (work or low in {"it", "which"}) or draft.passed_on is not None:
            sentence = units[-2 - back] if len(units) > back + 1 else None
            return _quoted_from(draft, u, sentence)
        if written is None and draft.outlet is not None and draft.outlet.of(text).lower() not in _PLATFORMS:
            return with_name_as_source(draft, draft.outlet)
        written = written or draft
    return _with_maker(text, parts, quote, leadin, earlier) or written or _empty(quote)


def _block_right_before(
    units: list[Unit], leadin: int, earlier: dict[int, AttributionDraft]
) -> AttributionDraft | None:
    """The last block before a lead-in whose only name is in its last sentence; None where it is further back."""
    last = next(reversed(earlier), None)
    if last is None or not units or not 0 < leadin - last <= _BACK or any(NAME in u.kinds[1:] for u in units[:-1]):
        return None
    return earlier[last]


def _quoted_from(draft: AttributionDraft, u: Unit, before: Unit | None) -> AttributionDraft:
    """The draft in which "it" is replaced by the text mentioned before, from which a source quotes."""
    if draft.passed_on is not None and draft.head is not None and draft.head.of(u.text).lower() in {"it", "them"}:
        limit = next((at for at in range(len(u)) if u.starts[at] == draft.head.start), len(u))
        text = last_document(u, limit) or (last_document(before, len(before)) if before is not None else None)
        return draft if text is None else with_source(draft, *text)
    return draft


def _with_only_name(text: str, parts: list[Passage], quote: BlockQuote, leadin: int) -> AttributionDraft | None:
    """The draft with the only name in the last sentence of a lead-in, which is not the subject of a reporting verb."""
    ending = last_unit(parts[leadin], text)
    name = only_name(ending[0]) if ending is not None else None
    if ending is None or name is None:
        return None
    draft = _empty(quote)
    draft.evidence = f"the only one named, {quote.how}"
    return with_source(draft, ending[0], name)


def _with_maker(
    text: str, parts: list[Passage], quote: BlockQuote, leadin: int, earlier: dict[int, AttributionDraft]
) -> AttributionDraft | None:
    """The draft with the maker of the work mentioned in the last sentence of a lead-in; None without one."""
    ending = last_unit(parts[leadin], text)
    if ending is None:
        return None
    u = ending[0]
    at = works(u)
    pointed = u.low[0] in POINTERS
    if not pointed and all(u.low[index] in PICTURES for index in at):
        return None
    nouns = frozenset(document_noun(u, index) for index in at)
    nouns |= PICTURES if "caption" in nouns else frozenset()  # "Her picture shows the weir. The caption reads:"
    found = None if nouns & JOINT else document_author(text, parts, leadin, None if pointed else nouns, earlier)
    if found is None:
        return None
    draft = _empty(quote)
    draft.evidence = f"who made what the lead-in speaks of, {quote.how}"
    return with_source(draft, *found)


def _labels_one(text: str, passage: Passage) -> bool:
    """Whether a lead-in without a verb only labels what follows ("April 5:", "An excerpt:"), as one person's words."""
    return is_label(text, passage) and all(_OF_MANY.isdisjoint(u.low) for u, _ in passage.units(text))


def _after_label(
    text: str, parts: list[Passage], quote: BlockQuote, before: AttributionDraft | None
) -> AttributionDraft:
    """The draft of a block under a label: by the speaker of the block `before` it, else by a person named there."""
    if before is not None:
        return _continuation(quote, before)
    draft = _empty(quote)
    for u, stated in parts[quote.leadin - 1].units(text) if quote.leadin else []:
        draft = with_leadin_source(_empty(quote), u, candidates(u, stated))
        if draft.source_kind == "name":
            break
    return draft


def spoken_in_post(text: str, quote: BlockQuote, draft: AttributionDraft) -> list[AttributionDraft]:
    """Return drafts of what a post quotes: "Roe: we will stay", "we will stay - Roe #mill", "why not? - Roe asks".

    A speaker before the words must be known from the article, or have two names. The words after "RT @roe", and in
    marks after "@roe:", are relayed from that user.
    """
    if quote.handle is None or text[quote.handle.start] != "@":
        return []
    span = draft.spans[0]
    quoted = _QUOTED_POST.match(text, span.start, span.end)
    passed = quoted or _RETWEET.match(text, span.start, span.end)
    if passed is not None:
        head, words = Span(*passed.span(1)), Span(passed.end(), span.end) if quoted is None else Span(*quoted.span(2))
        inner = AttributionDraft([words], QuotationKind.BLOCK, quote.first, None, head, head, "handle")
        inner.evidence = "passed on by the author of a post"
        return [inner]
    post, match = span.of(text), None
    if ": " in post:
        match = _AT_THE_START.match(text, span.start, span.end) or _IN_POST.search(text, span.start, span.end)
    if match is not None and (" " in match[1] or _is_known_name(text, match[1], quote.handle.start)):
        head, words = Span(match.start(1), match.end(1)), Span(match.start(2), match.end(2))
    else:
        named = any(map(post.__contains__, _NAMING))
        match = _AT_THE_END.match(text, max(span.start, span.end - _TAIL), span.end) if named else None
        if match is None:
            return []
        closed = match["stop"].rstrip(" -–—")  # a mark is one of the words
        marked = text[span.start] in _MARKS and closed[-1:] in _MARKS
        end = match.start("stop") + (len(closed) if marked else 0)
        head, words = Span(match.start(2), match.end(2)), Span(span.start, end)
    direct = text[words.start] in _MARKS and text[words.end - 1] in _MARKS
    kind = QuotationKind.DIRECT if direct else QuotationKind.BLOCK
    inner = AttributionDraft([words], kind, quote.first, None, head, head, "name")
    inner.evidence = "with the speaker’s name in a post"
    return [inner]


def _is_known_name(text: str, name: str, before: int) -> bool:
    """Whether a name begins like a name in the text before; posts spell names freely."""
    return text.find(name[:_ALIKE], max(0, before - _READ), before) >= 0


def _another_follows(text: str, parts: list[Passage], quote: BlockQuote, handle: str) -> bool:
    """Whether another user's post follows directly, so that a lead-in without a last verb of saying is of both."""
    following = HANDLE.match(parts[quote.last + 1].text) if quote.last + 1 < len(parts) else None
    other = following is not None and following[1] != handle
    return other and quote.leadin is not None and "at the colon" not in parts[quote.leadin].best_features(text)


def _names_one_author(text: str, draft: AttributionDraft, parts: list[Passage], leadin: int | None) -> bool:
    """Whether the source of a lead-in names the author of a post: one person, or "he" or "she" as its subject."""
    if draft.head is None or leadin is None:
        return False
    head = draft.head.of(text)
    if draft.source_kind == "pronoun":
        begun = (u.span.start for u, _ in parts[leadin].units(text) if u.span.start <= draft.head.start)
        opens = max(begun, default=draft.head.start)
        return head.lower() in {"he", "she"} and draft.head.start - opens < _SUBJECT
    ending = last_unit(parts[leadin], text)
    several = ending is not None and any(ending[0].low[at].endswith("s") for at in works(ending[0]))
    return draft.source_kind == "name" and " and " not in head and not several
