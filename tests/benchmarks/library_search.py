"""Search over a large library: time to the first results for each key, and the size of the index beside the texts.

    python -m tests.benchmarks.library_search                      # 10,000 articles in a folder that is deleted after it
    python -m tests.benchmarks.library_search --articles 500 --keep FOLDER   # FOLDER is a PULLQUOTE_HOME to look at

The articles are invented: sentences of made-up words whose frequencies follow Zipf's law, with quotations of people who
do not exist. One in twenty is of Chinese words. Times are of one process, without the screen: what is typed is parsed,
looked up, and the places of the first ten articles are found.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from reader.model import Article, Block, BlockKind, Span
from reader.services.session import Session
from reader.text.search_query import parse_query

ARTICLES = 10_000
FIRST = 10
ROUNDS = 3
TYPED = (
    "dredging of the weir",
    '"the gates will hold"',
    "voice:roe weir",
    "kind:expert gates",
    "tag:water weir",
    "outlet:ferry after:2020 weir",
    "水库大坝",
)
_GIVEN = (
    "Ada",
    "Bo",
    "Cyra",
    "Dov",
    "Elin",
    "Faro",
    "Gita",
    "Hal",
    "Ines",
    "Jory",
    "Kira",
    "Lev",
    "Mona",
    "Nils",
    "Orla",
)
_FAMILY = ("Roe", "Tarn", "Vell", "Ostby", "Quist", "Lunde", "Marek", "Sorel", "Dask", "Brandt", "Fenn", "Holt", "Iver")
_ROLES = ("hydrologist", "economist", "engineer", "lawyer", "historian", "biologist", "minister", "spokesman", "farmer")
_BODIES = ("Delta Institute", "River Board", "Harbour University", "Ministry of Works", "Ferry Union", "Salt Bank")
_OUTLETS = ("Ferry Post", "Delta Herald", "Harbour Times", "Valley Weekly")
_WORDS = (
    *("the", "of", "and", "a", "to", "in", "weir", "gates", "river", "water", "dam", "council", "dredging", "flood"),
    *("harvest", "budget", "farm", "bridge", "will", "hold"),
)
_SYLLABLES = [f"{first}{second}" for first in "bdfgklmnprstvz" for second in "aeiou"]
_CHINESE = (
    "水库",
    "大坝",
    "水库大坝",
    "河流",
    "农民",
    "政府",
    "工程师",
    "今年",
    "洪水",
    "桥",
    "城市",
    "经济学家",
    "部长",
    "报告",
)


def invented(count: int, seed: int = 7) -> Iterator[Article]:
    """Yield articles of about 500 words."""
    dice = random.Random(seed)  # noqa: S311 - the same articles each time
    known = {*_WORDS}
    while len(known) < 30_000:
        known.add("".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))))
    words = [*_WORDS, *sorted(known - {*_WORDS})]
    weights = list(accumulate(1 / (rank + 4) for rank in range(len(words))))

    def sentence(least: int = 8, most: int = 24) -> str:
        return " ".join(dice.choices(words, cum_weights=weights, k=dice.randint(least, most)))

    for number in range(count):
        chinese = number % 20 == 19
        title = f"{sentence(3, 7).capitalize()} {number}"
        paragraphs = [title]
        for _ in range(dice.randint(6, 12)):
            if chinese:
                paragraphs.append("。".join("".join(dice.choices(_CHINESE, k=9)) for _ in range(6)) + "。")
                continue
            said = f"“{sentence().capitalize()},” said {_person(dice)}. "
            body = ". ".join(sentence().capitalize() for _ in range(dice.randint(2, 4)))
            paragraphs.append((said if dice.random() < 0.5 else "") + body + ".")
        yield _article(number, title, paragraphs, dice)


def _person(dice: random.Random) -> str:
    at = dice.randrange(len(_GIVEN) * len(_FAMILY))
    name = f"{_GIVEN[at % len(_GIVEN)]} {_FAMILY[at // len(_GIVEN)]}"
    # One person has one of two roles and one of two bodies, so that some are recognised and some are not.
    role, body = _ROLES[(at + dice.randrange(2)) % len(_ROLES)], _BODIES[(at + dice.randrange(2)) % len(_BODIES)]
    return f"{name}, a {role} at the {body}"


def _article(number: int, title: str, paragraphs: list[str], dice: random.Random) -> Article:
    blocks: list[Block] = []
    at = 0
    for each in paragraphs:
        kind = BlockKind.PARAGRAPH if blocks else BlockKind.HEADING
        blocks.append(Block(kind, Span(at, at + len(each)), level=int(kind is BlockKind.HEADING)))
        at += len(each) + 2
    day = f"{dice.randint(2012, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    address = f"https://news{number % 9}.example/{number}"
    return Article(
        f"invented:{number}",
        address,
        "\n\n".join(paragraphs),
        tuple(blocks),
        title=title,
        outlet=dice.choice(_OUTLETS),
        published=day,
        language="en",
        url=address,
    )


def fill(session: Session, count: int) -> int:
    """Record invented articles in the library, one in fifty with a highlight; return the bytes of their texts."""
    size = 0
    store = session.library.store()
    for number, article in enumerate(invented(count)):
        moment = f"2026-01-01T00:00:{number / 1000:09.3f}"
        with store.writing():
            store.articles.record(article, article.location, moment)
        size += len(article.text.encode())
        if number % 50 == 0:
            block = article.blocks[1].span
            highlight = session.highlights.add(article, (Span(block.start, min(block.end, block.start + 80)),))
            session.highlights.annotate(highlight, "the weir of this year")
            session.highlights.set_tags(highlight, ("water", "budget"))
    return size


def first_results(session: Session, text: str) -> tuple[float, float, int]:
    """Return the time from a key to the first results of what is typed, and how many articles the index proposes.

    The time is in seconds, first of the clock and then of the processor, which other programs do not lengthen.
    """
    began, worked = time.perf_counter(), time.process_time()
    query = parse_query(text)
    candidates = session.search.candidates(query)
    shown = 0
    for found in session.search.found(query, candidates):
        shown += found is not None
        if shown == FIRST:
            break
    return time.perf_counter() - began, time.process_time() - worked, len(candidates)


def report(session: Session, texts: int) -> None:
    """Print the figures of a library whose index is up to date."""
    print(f"{'typed':34} {'articles':>8}  {'median key':>10} {'slowest key':>12} {'of the processor':>17}")
    for typed in TYPED:
        runs = [[first_results(session, typed[:end]) for _ in range(ROUNDS)] for end in range(1, len(typed) + 1)]
        times = [min(seconds for seconds, _, _ in of_key) for of_key in runs]
        worked = max(min(seconds for _, seconds, _ in of_key) for of_key in runs)
        print(
            f"{typed:34} {runs[-1][-1][2]:8,}  {statistics.median(times) * 1000:7.1f} ms {max(times) * 1000:9.1f} ms "
            f"{worked * 1000:14.1f} ms"
        )
    index = session.library.store().path.with_suffix(".search.db")
    size = sum(each.stat().st_size for each in index.parent.glob(f"{index.name}*"))
    print(f"\nindex {size / 1e6:.1f} MB, texts {texts / 1e6:.1f} MB: {size / texts:.2f} times the texts")
    began = time.perf_counter()
    people = session.people.all()
    print(f"people: {len(people):,} in {time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    session.search.refresh()
    print(f"nothing to index: {time.perf_counter() - began:.2f} s")


def main() -> None:
    """Make the library and its index, and print the figures."""
    parser = argparse.ArgumentParser(description="Time the search over a library of invented articles.")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--keep", type=Path, help="a folder for the library, which stays; one that is there is used")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = options.keep or Path(temporary)
        os.environ["PULLQUOTE_HOME"] = str(home)
        session = Session()
        session.library.is_read_only = False
        sizes = home / "texts.size"
        began = time.perf_counter()
        if not sizes.exists():
            home.mkdir(parents=True, exist_ok=True)
            sizes.write_text(str(fill(session, options.articles)), encoding="utf-8")
            print(f"{options.articles:,} articles recorded in {time.perf_counter() - began:.0f} s")
        for what, analyses in (("words", False), ("who says what", True)):
            began = time.perf_counter()
            session.search.refresh(analyses=analyses)
            print(f"{what} indexed in {time.perf_counter() - began:.0f} s")
        report(session, int(sizes.read_text(encoding="utf-8")))
        if session.search.problem:
            sys.exit(session.search.problem)
        session.close()


if __name__ == "__main__":
    main()
