"""A small library about a weir: articles by the same people, under several roles, for the tests of search and people."""

from dataclasses import replace

from reader.model import Article, Block, BlockKind, Span

ROE = "Ada Roe, a hydrologist at the Delta Institute"


def article(number, *paragraphs, **facts):
    """An article with a headline and paragraphs; `facts` go into it as they are."""
    title = f"Weir report {number}"
    texts = [title, *paragraphs]
    blocks, at = [], 0
    for place, text in enumerate(texts):
        kind = BlockKind.PARAGRAPH if place else BlockKind.HEADING
        blocks.append(Block(kind, Span(at, at + len(text)), level=0 if place else 1))
        at += len(text) + 2
    address = f"https://post.example/{number}"
    known = {
        "title": title,
        "outlet": "Ferry Post",
        "published": f"202{number}-05-01",
        "language": "en",
        "url": address,
    }
    return Article(f"a{number}", address, "\n\n".join(texts), tuple(blocks), **{**known, **facts})


ARTICLES = (
    article(
        1,
        f"“The gates will hold until May,” said {ROE}. The council shut the weir.",
        "“We need a new bridge,” said Otto Reed, the mayor of Holm.",
    ),
    article(
        2, f"“Nobody dredged the river,” said {ROE}.", "The naïve plan for the Straße failed.", outlet="Delta Herald"
    ),
    article(3, "水力发电所在河边。", "“The budget is spent,” said Ada Roe, a teacher at the Salt School."),
)

PIPED = tuple(replace(each, location="-", url=None) for each in ARTICLES)
"""The same articles from a pipe, which the library opens from its own copy."""


def fill(session, articles=ARTICLES):
    """Record articles in a session's library, the last one as the last that was read; "-" for what came from a pipe."""
    for number, each in enumerate(articles, 1):
        with session.library.writing() as store:
            place = None if each.location == "-" else each.location
            store.articles.record(each, place, f"2026-01-0{number}T10:00:00.000+00:00")
    return articles


def found(session, text):
    """What a search finds: the titles' numbers with the words of their places."""
    from reader.text.search_query import parse_query  # noqa: PLC0415

    query = parse_query(text)
    results = session.search.found(query, session.search.candidates(query))
    return {each.title.rpartition(" ")[2]: [place.text for place in each.places] for each in results if each}
