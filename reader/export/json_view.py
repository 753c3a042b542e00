"""The JSON of `pullquote show` and of every `--json`: one mapping per article, a stable format (schema 1).

All spans are half-open, in code points of "text". A voice's "words" are those of its quotations without the words
of other voices nested in them, so that the words of all voices together are the quoted words of the article. Where a
quotation's "denied" has words ("denied", "did not say"), its speaker denies what is quoted. What a person corrected has
"corrected" with the names of the members that they set; a voice has "known" with those that they set for every article.
"""

from typing import Any

from reader.model import Analysis, Article, Block, Claim, Mark, Quotation, Span, Thread, Voice

SCHEMA = 1
"""Increases with every change that breaks readers of the JSON."""

Json = dict[str, Any]


def document(article: Article, analysis: Analysis) -> Json:
    """Return everything that is known of an article, for `show`."""
    return {
        **header(article, analysis),
        "byline": article.byline,
        "outlet": article.outlet,
        "published": article.published,
        "language": analysis.language or article.language,
        "url": article.url,
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        "marks": [_mark(mark) for mark in article.marks],
        "quotations": [_quotation(article, quotation) for quotation in analysis.quotations],
        "voices": voices(article, analysis),
        "claims": [_claim(article, claim) for claim in analysis.claims],
        "threads": [_thread(thread) for thread in analysis.threads],
    }


def header(article: Article, analysis: Analysis) -> Json:
    """Return what every JSON of an article begins with: schema, engine, location, id, title.

    And a "note" where the engine can't find something because of the article's language.
    """
    return {
        "schema": SCHEMA,
        "engine": analysis.engine,
        "location": article.location,
        "id": article.id,
        "title": article.title,
        **({"note": analysis.note} if analysis.note else {}),
    }


def quotations(article: Article, analysis: Analysis, chosen: tuple[Quotation, ...]) -> list[Json]:
    """Return the chosen quotations as in `show`, each with its words ("text") and its speaker and chain as names."""
    return [
        {
            **_quotation(article, quotation),
            "text": [span.of(article.text) for span in quotation.spans],
            "speaker": _name(analysis, quotation.voice),
            "via_names": [voice.name for voice in analysis.via_voices(quotation)],
        }
        for quotation in chosen
    ]


def voices(article: Article, analysis: Analysis) -> list[Json]:
    """Return the voices as in `show`."""
    return [
        _voice(analysis, voice, words)
        for voice, words in zip(analysis.voices, analysis.words_by_voice(article.text), strict=True)
    ]


def threads(article: Article, analysis: Analysis) -> list[Json]:
    """Return the threads with their claims in full, their words ("text") and holders as names (null: the article)."""
    return [
        {
            **_thread(thread),
            "claims": [
                {**_claim(article, claim), "text": claim.span.of(article.text), "holder": _name(analysis, claim.voice)}
                for claim in map(analysis.claim, thread.claims)
            ],
        }
        for thread in analysis.threads
    ]


def _name(analysis: Analysis, number: int | None) -> str | None:
    voice = analysis.voice(number)
    return voice.name if voice else None


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _words(article: Article, span: Span | None) -> Json | None:
    return None if span is None else {**_span(span), "text": span.of(article.text)}


def _block(block: Block) -> Json:
    return {
        "kind": str(block.kind),
        "level": block.level,
        "ordered": block.ordered,
        **_span(block.span),
        "hidden": block.hidden,
    }


def _mark(mark: Mark) -> Json:
    return {"kind": str(mark.kind), **_span(mark.span), "href": mark.href}


def _quotation(article: Article, quotation: Quotation) -> Json:
    return {
        "id": quotation.id,
        **_span(quotation.span),
        "spans": [[span.start, span.end] for span in quotation.spans],
        "kind": str(quotation.kind),
        "voice": quotation.voice,
        "via": list(quotation.via),
        "cue": _words(article, quotation.cue),
        "denied": quotation.denial(article.text) or None,
        "mention": _words(article, quotation.mention),
        "confidence": round(quotation.confidence, 4),
        "evidence": quotation.evidence,
        **_corrected(quotation),
    }


def _voice(analysis: Analysis, voice: Voice, words: int) -> Json:
    return {
        "id": voice.id,
        "tag": voice.tag,
        "name": voice.name,
        "kind": str(voice.kind),
        "role": voice.role,
        "affiliation": voice.affiliation,
        "outlet": voice.outlet,
        "mentions": [_span(span) for span in voice.mentions],
        "quotations": sum(quotation.voice == voice.id for quotation in analysis.quotations),
        "words": words,
        **_corrected(voice),
        **({"known": list(voice.known)} if voice.known else {}),
    }


def _claim(article: Article, claim: Claim) -> Json:
    relation = claim.relation
    return {
        "id": claim.id,
        **_span(claim.span),
        "own": claim.own,
        "voice": claim.voice,
        "via": list(claim.via),
        "thread": claim.thread,
        "relation": None
        if relation is None
        else {
            "to": relation.to,
            "kind": str(relation.kind),
            "sign": relation.kind.sign,
            "cue": _words(article, relation.cue),
            "guess": relation.is_guess,
        },
        **_corrected(claim),
    }


def _thread(thread: Thread) -> Json:
    return {"id": thread.id, "title": thread.title, "claims": list(thread.claims), **_corrected(thread)}


def _corrected(item: Quotation | Voice | Claim | Thread) -> Json:
    return {"corrected": list(item.corrected)} if item.corrected else {}
