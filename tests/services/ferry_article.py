"""An article for the tests of the session, and what they do with it."""

from reader import analysis as engine
from reader.model import Analysis, Quotation, QuotationKind, Span, Speaker, Voice, VoiceKind

TEXT = (
    "The Ferry at Oxholm\n\n"
    "The ferry will stop in June, the county said on Monday.\n\n"
    "“We had no choice,” said Maj Ekdal, who runs it. “The hull is forty years old, and it shows.”\n\n"
    "Not everybody believes that. “They had ten years to mend it,” said Per Rask, a farmer on the island.\n"
)
MAJ = Speaker("Maj Ekdal", "person", "owner")
EKDAL, RASK = "“We had no choice,”", "“They had ten years to mend it,”"


ANALYSIS = Analysis(
    "x",
    quotations=(
        Quotation(1, QuotationKind.DIRECT, (Span(0, 1),), 1),
        Quotation(2, QuotationKind.DIRECT, (Span(0, 1),), 2, via=(1,)),
        Quotation(3, QuotationKind.DIRECT, (Span(0, 1),), None, via=(1,)),
        Quotation(4, QuotationKind.DIRECT, (Span(0, 1),), 3, via=(1, 4)),
    ),
    voices=(
        Voice(1, "PR", "Per Rask", VoiceKind.JOURNALIST, outlet="The Oar"),
        Voice(2, "ME", "Maj Ekdal", VoiceKind.EXPERT, "engineer", "Oxholm Yard"),
        Voice(3, "TU", "Tora Ulv", VoiceKind.JOURNALIST, outlet="The Oar"),
        Voice(4, "Oa", "The Oar", VoiceKind.PUBLICATION, outlet="The Oar"),
    ),
)


def span(article, words):
    at = article.text.index(words)
    return Span(at, at + len(words))


def add_highlight(session, article, *parts, **facts):
    return session.highlights.add(article, tuple(span(article, part) for part in parts), **facts)


def highlighted_words(session, article):
    return [[here.of(article.text) for here in highlight.spans] for highlight in session.highlights.of(article)]


def full_analysis(article):
    """An analysis of all of the article: Maj Ekdal, the ferry's owner, and Per Rask each say something in it."""
    quotations = tuple(
        Quotation(id_, QuotationKind.DIRECT, (span(article, words),), id_) for id_, words in enumerate((EKDAL, RASK), 1)
    )
    names = (("Maj Ekdal", "owner of the ferry"), ("Per Rask", "a farmer"))
    voices = (Voice(id_, name[:2], name, VoiceKind.PERSON, role) for id_, (name, role) in enumerate(names, 1))
    return Analysis(engine.ENGINE, quotations, tuple(voices))
