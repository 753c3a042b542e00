"""Find the attributions and voices of an article in a language other than English."""

import re

from reader.analysis.blocks.block_quote import AFTER_COLON
from reader.analysis.blocks.passages import PROSE, Passage, are_sentences, paragraphs
from reader.analysis.chains import attributions_of, nest
from reader.analysis.cues.attributions import Attribution
from reader.analysis.cues.drafts import AttributionDraft
from reader.analysis.languages.language_data import UNKNOWN, Language
from reader.analysis.languages.other_floating import Floating, ends_in_colon, introduced
from reader.analysis.languages.other_statements import Stated, go_on_reporting, stated
from reader.analysis.languages.other_voices import resolve
from reader.analysis.languages.paragraphs import pairs_of, stretches, units_of
from reader.model import Article, BlockKind, QuotationKind, Span, Voice

_LABEL = re.compile(r"([^\W\d_][^\n.!?:：。！？「『“„«\"]{0,40}?)\s?[:：]\s*(?=\S)")
_NO_TURN = re.compile(r"(?:[@#]\S+|https?://\S+|\S+@\S+|[\d\s.,:/+()–-]+)\s*\Z")  # what follows the labels of a list
_ASKS = re.compile(r"[?？؟]")
_FEWEST = 2  # minimum speakers of an exchange, and minimum turns of one of them
_WORDS = 4  # maximum words of a label


def attributions_and_voices(
    article: Article, language: Language
) -> tuple[tuple[Attribution, ...], tuple[Voice, ...], tuple[int | None, ...]]:
    """Return the attributions of an article in `language`, its voices, and the voice id of each attribution."""
    attributions = attribute(article, language)
    voices, who = resolve(article, attributions, language)
    return attributions, voices, who


def attribute(article: Article, language: Language) -> tuple[Attribution, ...]:
    """Return every quotation of an article in `language`, in text order, as `analysis.attribute` does for English.

    For an unknown language only what needs no word of it: marks, block quotes, turns and colons, with a speaker where a
    name is right next to them. Linear in the text.
    """
    text = article.text
    pairs = pairs_of(language)
    parts = [
        Passage(index, span, block.kind, block.continues, stretches(text, span, pairs), span.of(text))
        for index, (block, span) in enumerate(paragraphs(article))
    ]
    labels = _turns(parts)
    drafts: list[AttributionDraft] = []
    before: Stated | None = None
    block: AttributionDraft | None = None
    last: AttributionDraft | None = None
    for passage in parts:
        if passage.kind is BlockKind.HEADING:
            before = block = last = None
            continue
        units = [stated(u, language) for u in units_of(text, passage, language)]
        if block is not None and passage.continues:
            block.spans.append(passage.span)
        else:
            earlier = block
            block = _turn(passage, labels) or _block(passage, before, language)
            if block is not None and block.mention is None:
                block.goes_on = earlier  # two block quotes without text between them
            drafts += [] if block is None else [block]
        for number, found in enumerate(units):
            if number and block is None:
                go_on_reporting(found, units[number - 1], language)
            drafts += found.drafts
        floating = Floating(passage, units, before, last, language)
        drafts += floating.run() if block is None else []
        before = units[-1] if units else None
        last = floating.last if block is None else None
    kept = nest([draft for draft in drafts if any(map(len, draft.spans))])
    return attributions_of(kept)


def _turn(passage: Passage, labels: dict[int, Span]) -> AttributionDraft | None:
    """The draft of a passage that is a turn, without the label."""
    label = labels.get(passage.index)
    if label is None:
        return None
    start = passage.span.end - len(passage.text[len(label) :].lstrip(" :：\u00a0"))
    draft = AttributionDraft(
        [Span(start, passage.span.end)], QuotationKind.BLOCK, passage.index, None, label, label, "name"
    )
    draft.evidence, draft.confidence = "a turn under its speaker’s name", 0.9
    return draft


def _block(passage: Passage, before: Stated | None, language: Language) -> AttributionDraft | None:
    """The draft of a passage that is a block quotation: by its format, or after a colon and a named source.

    A paragraph that is mostly in quotation marks is a direct quotation.
    """
    draft = AttributionDraft([passage.span], QuotationKind.BLOCK, passage.index, confidence=0.3)
    if passage.kind is BlockKind.QUOTE:
        draft.evidence = "set as a block quote"
        return introduced(draft, before, language)
    whole = any(m.level == 0 and len(m.span) * 2 > len(passage.span) for m in passage.marks)
    if passage.kind not in PROSE or whole or before is None or not ends_in_colon(before.unit):
        return None
    draft.evidence = AFTER_COLON
    return draft if introduced(draft, before, language).mention is not None else None


def _turns(parts: list[Passage]) -> dict[int, Span]:
    """The labels of an interview by passage: two speakers or more, at least one with two turns, in any script.

    The turns of a label that mostly asks are the interviewer's, who is no voice.
    """
    found: dict[int, re.Match[str]] = {}
    for part in parts:
        match = _LABEL.match(part.text) if part.kind in PROSE else None
        if match is not None and _may_be_name(match[1]) and _NO_TURN.match(part.text, match.end()) is None:
            found[part.index] = match
    if not are_sentences(parts[index] for index in found):
        return {}
    names: dict[str, list[int]] = {}
    for index, match in found.items():
        names.setdefault(match[1], []).append(index)
    if len(names) < _FEWEST or max(map(len, names.values())) < _FEWEST:
        return {}
    asking = {n for n, at in names.items() if sum(_ASKS.search(parts[i].text) is not None for i in at) * 2 > len(at)}
    return {
        index: Span(parts[index].span.start, parts[index].span.start + len(match[1]))
        for index, match in found.items()
        if match[1] not in asking and len(names[match[1]]) >= _FEWEST
    }


def _may_be_name(label: str) -> bool:
    """Whether a label may be a name: its words are capitalised, or its script has no capitals."""
    words = label.split()
    cased = [word for word in words if word[0].isupper() or word[0].islower()]
    return bool(words) and len(words) <= _WORDS and all(w[0].isupper() for w in (cased[:1] + cased[-1:]))


def note(article: Article, language: Language) -> str:
    """Return the note on how a text that is not English was analysed; its beginning fits a terminal's row."""
    if language is not UNKNOWN:
        return (
            f"Read as {language.name}, in part only: much of what stands without quotation marks is not found, and"
            " outlets and affiliations are not known."
        )
    told = f" (its source says “{article.language}”)" if article.language else ""
    return (
        f"Language not known{told}: a speaker is found only where a name stands beside a quotation, and nothing of"
        " what is reported without quotation marks."
    )
