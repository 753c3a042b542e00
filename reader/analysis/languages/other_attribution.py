"""Collect the attributions of an article in a language other than English."""

from reader.analysis.blocks.block_quote import AFTER_COLON
from reader.analysis.blocks.passages import PROSE, Passage, paragraphs
from reader.analysis.chains import attributions_of, nest
from reader.analysis.cues.attributions import Attribution
from reader.analysis.cues.drafts import AttributionDraft
from reader.analysis.languages.label_turns import turns
from reader.analysis.languages.language_data import Language
from reader.analysis.languages.other_floating import Floating
from reader.analysis.languages.other_leadins import ends_in_colon, introduced
from reader.analysis.languages.other_statements import Stated, go_on_reporting, stated
from reader.analysis.languages.paragraphs import pairs_of, stretches, units_of
from reader.model import Article, BlockKind, QuotationKind, Span


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
    labels = turns(parts)
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
