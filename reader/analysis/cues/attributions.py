"""Define the attribution before its source is resolved to a voice."""

from dataclasses import dataclass

from reader.model import QuotationKind, Span


@dataclass(frozen=True, slots=True)
class SourceReading:
    """A candidate in a scored decision: the words of its source, its named features and their sum."""

    source: str | None
    features: tuple[str, ...]
    score: float


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Attribution:
    """Content, cue and source of one quotation.

    `spans`, `kind` and `cue` are as in `model.Quotation`. `mention` is the whole noun phrase that names the source next
    to the content (with title and apposition: "Dana Okoro, a fellow at the Delta Institute"), None without such a
    phrase. `head` is the part of the mention that is the name, pronoun or head noun itself ("Dana Okoro", "she",
    "officials"). `same_as` is the index of an earlier attribution whose source continues to speak (a floating
    quotation, an unattributed next paragraph), so that voices need not guess. `parent` is the index of the attribution
    in whose content this one is nested, None at the top. `outlet` is the span of the publication named for these words
    ("wrote in the Financial Times" -> "Financial Times"). `confidence` and `evidence` are as in `model.Quotation`.
    `known` is how the voice was identified (see `ways` in voices/resolution/identification.py). `confidence` and
    `known` are set when the voices are resolved. `readings` are the candidates that a score decided between, empty
    where a rule decided.
    """

    spans: tuple[Span, ...]
    kind: QuotationKind
    cue: Span | None = None
    mention: Span | None = None
    head: Span | None = None
    same_as: int | None = None
    parent: int | None = None
    outlet: Span | None = None
    confidence: float = 0.0
    evidence: str = ""
    known: str = ""
    readings: tuple[SourceReading, ...] = ()
