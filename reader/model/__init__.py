"""The data of Pullquote: frozen dataclasses without I/O, and without logic beyond their own invariants."""

from reader.model.analysis import ENGINE, Analysis
from reader.model.argument import Claim, Relation, RelationKind, Thread
from reader.model.article import (
    Article,
    Block,
    BlockKind,
    FlatBlock,
    FlatMark,
    Mark,
    MarkKind,
    first_words,
    flatten,
    format_count,
    format_date,
    reading_minutes,
    unflatten,
)
from reader.model.highlight import LEFT_OUT, Colour, Highlight, Speaker, distinct_tags, join_parts
from reader.model.quotation import Quotation, QuotationKind
from reader.model.span import Span, enclosing
from reader.model.voice import (
    CORRECTED,
    Voice,
    VoiceDescription,
    VoiceKind,
    describe_voice,
    name_in_sentence,
    plain_role,
    without_article,
)

__all__ = [
    "CORRECTED",
    "ENGINE",
    "LEFT_OUT",
    "Analysis",
    "Article",
    "Block",
    "BlockKind",
    "Claim",
    "Colour",
    "FlatBlock",
    "FlatMark",
    "Highlight",
    "Mark",
    "MarkKind",
    "Quotation",
    "QuotationKind",
    "Relation",
    "RelationKind",
    "Span",
    "Speaker",
    "Thread",
    "Voice",
    "VoiceDescription",
    "VoiceKind",
    "describe_voice",
    "distinct_tags",
    "enclosing",
    "first_words",
    "flatten",
    "format_count",
    "format_date",
    "join_parts",
    "name_in_sentence",
    "plain_role",
    "reading_minutes",
    "unflatten",
    "without_article",
]
