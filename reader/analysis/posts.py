"""Posts and blocks as drafts: whose words they are, by the lead-in, the handle, or a name that this is made of."""

import re

from reader.analysis.blocks import BlockQuote
from reader.analysis.drafts import Draft
from reader.analysis.leadins import introduced
from reader.analysis.passages import Passage
from reader.model import QuotationKind, Span

_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]+){1,3}")
_IN_POST = re.compile(
    r"(?:(?<=[-–—] )|(?<=: )|(?<=\A)|(?<=\n))([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\s?: ([^\n]{1,600}?)"
    r"(?=\s+-?\s?#\w+\s*(?:\Z|\n|#)|\s*\n|\s*\Z)"
)
_BACK = 3  # passages before a post in which its author may be named
_READ = 20_000  # characters before a post in which its speakers may be named
_LEAD_UNITS = 3  # sentences of a lead-in, the last first


def block_draft(text: str, parts: list[Passage], quote: BlockQuote, handles: dict[str, Draft]) -> Draft:
    """The draft of a block quotation with the source of its lead-in or of its handle.

    A lead-in that names one person stands for a post's author; else the handle does, or the name just before that it
    is made of. `handles` keeps the first draft of each handle, which a later post of the same one goes on with.
    """
    draft = Draft(list(quote.spans), QuotationKind.BLOCK, quote.first, evidence=quote.how, confidence=0.2)
    for u, stated in reversed(parts[quote.leadin].units(text)[-_LEAD_UNITS:] if quote.leadin is not None else []):
        draft = introduced(u, stated, list(quote.spans), QuotationKind.BLOCK, quote.how)
        draft.paragraph = quote.first
        if draft.mention is not None:
            break
    if quote.handle is None:
        return draft
    handle = quote.handle.of(text)
    if not _one_person(text, draft):
        draft = Draft(list(quote.spans), QuotationKind.BLOCK, quote.first, evidence=quote.how, confidence=0.95)
        draft.mention = draft.head = _behind_handle(parts, quote.first, handle) or quote.handle
        draft.source_kind = "handle"
        draft.goes_on = handles.get(handle)
    handles.setdefault(handle, draft)
    return draft


def spoken_in_post(text: str, quote: BlockQuote, draft: Draft) -> list[Draft]:
    """What a post reports under a speaker's name ("Roe: we will stay"), when the article names that speaker before."""
    if quote.handle is None or text[quote.handle.start] != "@":
        return []
    span = draft.spans[0]
    match = _IN_POST.search(text, span.start, span.end)
    before = quote.handle.start
    if match is None or text.find(match[1].rsplit(" ", 1)[-1], max(0, before - _READ), before) < 0:
        return []
    head = Span(match.start(1), match.end(1))
    inner = Draft([Span(match.start(2), match.end(2))], QuotationKind.BLOCK, quote.first, None, head, head, "name")
    inner.confidence, inner.evidence = 0.8, "under the speaker’s name in a post"
    return [inner]


def _one_person(text: str, draft: Draft) -> bool:
    """Whether the source of a lead-in is one named person or a pronoun, so that it names the author of a post."""
    if draft.head is None:
        return False
    head = draft.head.of(text)
    return (
        head.lower() in {"he", "she"}
        if draft.source_kind == "pronoun"
        else draft.source_kind == "name" and " and " not in head
    )


def _behind_handle(parts: list[Passage], first: int, handle: str) -> Span | None:
    """The name in the passages before `first` that a handle is made of ("Ada Roe" for "@AdaRoe"), or None."""
    sign = _letters(handle)
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        for match in _FULL_NAME.finditer(parts[index].text):
            names = match[0].split(" ")
            for skipped in range(len(names) - 1):
                if _letters("".join(names[skipped:])) in sign:
                    end = parts[index].span.start + match.end()
                    return Span(end - len(" ".join(names[skipped:])), end)
    return None


def _letters(word: str) -> str:
    return "".join(c for c in word.lower() if c.isalnum())
