"""An article as annotated: its quotations, voices, claims and threads in the two formats of annotated corpora.

`quotes_document` is a line of a JSONL of quotations, `threads_document` a file of claims and threads. Both count in
code points of their "text", which is the article's.
"""

import hashlib
import re
from typing import Any

from reader.model import Analysis, Article, Claim, Quotation, QuotationKind, Span, Thread, Voice

Json = dict[str, Any]

_MARKS = re.compile(r"[“”„«»\"]")
_UNKNOWN = "unknown"  # the holder of a claim whose holder is not found
_EDGE = 7  # words that show where a claim begins and ends


def quotes_document(article: Article, analysis: Analysis) -> Json:
    """Return the quotations with speakers, chains and cues, and the voices.

    A quotation's "kind" tells what its marks say ("direct", "mixed", "indirect"), its "form" is "block" for paragraphs
    of their own. A speaker has the words that name them, if any beside the quotation, and the full name as "entity".
    """
    return {
        "id": article.id,
        "source": _source(article),
        "text": article.text,
        "voices": [_voice(voice) for voice in analysis.voices],
        "quotes": [_quote(article, analysis, quotation) for quotation in analysis.quotations],
    }


def threads_document(article: Article, analysis: Analysis) -> Json:
    """Return the claims with holders and relations, and the threads; indexes count from 0, "author" is the article."""
    keys = {voice.id: f"v{voice.id}" for voice in analysis.voices}
    used = {claim.voice for claim in analysis.claims} | {quotation.voice for quotation in analysis.quotations}
    used |= {each for claim in analysis.claims for each in claim.via[-1:]}
    holders = {keys[voice.id]: _holder(voice) for voice in analysis.voices if voice.id in used}
    if any(not claim.own and claim.voice is None for claim in analysis.claims):
        holders[_UNKNOWN] = {"name": _UNKNOWN}
    return {
        "id": article.id,
        "guideline": "1",
        "source": {"outlet": article.outlet, "title": article.title, "origin": article.url},
        "text": article.text,
        "text_chars": len(article.text),
        "text_sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "holders": {"author": {"name": "author"}, **holders},
        "threads": [_thread(article, thread) for thread in analysis.threads],
        "claims": [_claim(article, analysis, claim, keys) for claim in analysis.claims],
        "quotes": [
            {
                **_place(article, quotation.span),
                "speaker": keys[quotation.voice],
                "kind": "indirect" if quotation.kind is QuotationKind.MIXED else quotation.kind.value,
            }
            for quotation in analysis.quotations
            if quotation.voice is not None
        ],
    }


def _source(article: Article) -> str:
    return ", ".join(filter(None, (article.outlet, article.byline, article.url or article.title)))


def _place(article: Article, span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(article.text)}


def _voice(voice: Voice) -> Json:
    return {"name": voice.name, "kind": voice.kind.value, **_facts(voice)}


def _facts(voice: Voice) -> Json:
    return {"role": voice.role, "affiliation": voice.affiliation, "outlet": voice.outlet}


def _holder(voice: Voice) -> Json:
    return {"name": voice.name, **_facts(voice)}


def _quote(article: Article, analysis: Analysis, quotation: Quotation) -> Json:
    voice = analysis.voice(quotation.voice)
    is_block = quotation.kind is QuotationKind.BLOCK
    return {
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": " ".join(span.of(article.text) for span in quotation.spans),
        "kind": _marked_kind(article, quotation),
        "form": "block" if is_block else quotation.kind.value,
        "speaker": None if voice is None else _speaker(article, quotation, voice),
        "cue": None if quotation.cue is None else _place(article, quotation.cue),
        "via": [each.name for each in analysis.via_voices(quotation)],
        "spans": [[span.start, span.end] for span in quotation.spans],
    }


def _speaker(article: Article, quotation: Quotation, voice: Voice) -> Json:
    """Return the words that name the speaker: beside the quotation, else nearest before it, else the first ones."""
    before = [span for span in voice.mentions if span.start <= quotation.span.start]
    span = quotation.mention or (before[-1] if before else voice.mentions[0] if voice.mentions else None)
    return {**({} if span is None else _place(article, span)), "entity": voice.name}


def _marked_kind(article: Article, quotation: Quotation) -> str:
    """Return the kind of a quotation; of a block, what its quotation marks make it."""
    if quotation.kind is not QuotationKind.BLOCK:
        return quotation.kind.value
    words = [span.of(article.text) for span in quotation.spans]
    if all(_MARKS.match(each[:1]) and _MARKS.match(each[-1:]) for each in words):
        return QuotationKind.DIRECT.value
    return QuotationKind.MIXED.value if any(map(_MARKS.search, words)) else QuotationKind.INDIRECT.value


def _thread(article: Article, thread: Thread) -> Json:
    at = article.text.find(thread.title)
    place = (at, at + len(thread.title)) if at >= 0 else (None, None)
    return {"question": None, "title": thread.title, "title_start": place[0], "title_end": place[1]}


def _claim(article: Article, analysis: Analysis, claim: Claim, keys: dict[int, str]) -> Json:
    words = claim.span.of(article.text)
    relation = claim.relation
    holder = "author" if claim.own else _UNKNOWN if claim.voice is None else keys[claim.voice]
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "head": _edge(words, first=True),
        "tail": _edge(words, first=False),
        "holder": holder,
        "via": keys[claim.via[-1]] if claim.via else None,
        "mode": _mode(analysis, claim),
        "thread": None if claim.thread is None else claim.thread - 1,
        "relation": None
        if relation is None
        else {
            "to": relation.to - 1,
            "kind": relation.kind.value,
            "cue": None if relation.cue is None else _place(article, relation.cue),
        },
    }


def _edge(words: str, *, first: bool) -> str:
    """Return the first words of a claim, or the last, as they stand in it."""
    places = [found.span() for found in re.finditer(r"\S+", words)]
    if len(places) <= _EDGE:
        return words
    return words[: places[_EDGE - 1][1]] if first else words[places[-_EDGE][0] :]


def _mode(analysis: Analysis, claim: Claim) -> str:
    """Return how the words of a claim are said: by the author, as a block, in marks, or in the author's words."""
    if claim.own:
        return "author"
    kinds = [
        quotation.kind
        for quotation in analysis.quotations
        if quotation.voice == claim.voice and any(span.overlaps(claim.span) for span in quotation.spans)
    ]
    if QuotationKind.BLOCK in kinds:
        return "block"
    return "direct" if QuotationKind.DIRECT in kinds else "indirect"
