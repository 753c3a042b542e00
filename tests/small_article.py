"""A small article with everything in it, analysed by hand: for the tests of what prints an analysis."""

from reader.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Claim,
    Colour,
    Highlight,
    Mark,
    MarkKind,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
    Speaker,
    Thread,
    Voice,
    VoiceKind,
)

PARTS = (
    (BlockKind.HEADING, 1, None, "A Quiet Weir"),
    (BlockKind.PARAGRAPH, 0, None, "As Ana Brook wrote in the Ferry Post, the weir is closed:"),
    (BlockKind.QUOTE, 1, None, "The gates were shut at noon."),
    (BlockKind.QUOTE, 1, None, "“Nobody asked us,” said Otto Reed, a miller. “Nobody will.”"),
    (BlockKind.PARAGRAPH, 0, None, "However, it was claimed that eels still pass."),
    (BlockKind.ITEM, 1, None, "a gate"),
    (BlockKind.ITEM, 2, 3, "its key"),
    (BlockKind.CODE, 0, None, "weir --shut\n  now"),
    (BlockKind.RULE, 0, None, "* * *"),
    (BlockKind.PARAGRAPH, 0, None, "Subscribe to us"),
)
TEXT = "\n\n".join(words for *_, words in PARTS)


def at(words: str, after: int = 0) -> Span:
    """Where `words` stand in TEXT."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def _blocks() -> tuple[Block, ...]:
    out, start = [], 0
    for kind, level, ordered, words in PARTS:
        span = Span(start, start + len(words))
        out.append(
            Block(
                kind,
                span,
                level,
                ordered,
                hidden=words.startswith("Subscribe"),
                continues=kind is BlockKind.QUOTE and words.startswith("“"),
            )
        )
        start = span.end + 2
    return tuple(out)


ARTICLE = Article(
    id="a1",
    location="weir.txt",
    text=TEXT,
    blocks=_blocks(),
    marks=(
        Mark(MarkKind.LINK, at("Ferry Post"), "https://ferrypost.example/weir"),
        Mark(MarkKind.EMPHASIS, at("eels")),
    ),
    title="A Quiet Weir",
    byline="Ida Stone",
    outlet=None,
    published="2031-05-04",
    language="en",
)

ANALYSIS = Analysis(
    engine="by hand",
    quotations=(
        Quotation(
            1, QuotationKind.INDIRECT, (at("the weir is closed"),), 1, (), at("wrote"), at("Ana Brook"), 0.9, "“wrote”"
        ),
        Quotation(
            2, QuotationKind.BLOCK, (at(PARTS[2][3]), at(PARTS[3][3])), 1, (), None, at("Ana Brook"), 0.95, "a block"
        ),
        Quotation(
            3,
            QuotationKind.DIRECT,
            (at("“Nobody asked us,”"), at("“Nobody will.”")),
            2,
            (1,),
            at("said"),
            at("Otto Reed"),
            0.6,
        ),
        Quotation(4, QuotationKind.INDIRECT, (at("that eels still pass"),), None, (), at("claimed")),
    ),
    voices=(
        Voice(1, "AB", "Ana Brook", VoiceKind.JOURNALIST, outlet="Ferry Post", mentions=(at("Ana Brook"),)),
        Voice(2, "OR", "Otto Reed", VoiceKind.PERSON, role="a miller", mentions=(at("Otto Reed"),)),
    ),
    claims=(
        Claim(1, at("As Ana Brook wrote in the Ferry Post, the weir is closed:"), own=False, voice=1, thread=1),
        Claim(
            2,
            at("The gates were shut at noon."),
            own=False,
            voice=1,
            thread=1,
            relation=Relation(1, RelationKind.EVIDENCE),
        ),
        Claim(
            3,
            at("However, it was claimed that eels still pass."),
            own=True,
            thread=1,
            relation=Relation(1, RelationKind.DISPUTES, at("However")),
        ),
        Claim(4, at("“Nobody asked us,”"), own=False, thread=1, relation=Relation(2, RelationKind.SUPPORTS)),
    ),
    threads=(Thread(1, "the weir is closed", (1, 2, 3, 4)),),
)

HIGHLIGHTS = (
    Highlight(
        id="h1",
        article_id="a1",
        spans=(at("The gates were shut at noon."),),
        exact="The gates were shut at noon.",
        prefix="",
        suffix="",
        created="2031-05-04T10:00:00Z",
        updated="2031-05-04T10:00:00Z",
        speaker=Speaker("Ana Brook", "journalist"),
        colour=Colour.GREEN,
        note="ask when",
        tags=("weir", "gates"),
    ),
    Highlight("h2", "a1", (), "gone words", "", "", "2031-05-04T10:00:00Z", "2031-05-04T10:00:00Z"),
)
