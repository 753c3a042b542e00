"""Where the keys go: stops, and the next place of each kind."""

from collections import Counter
from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Claim,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Span,
    Thread,
)
from reader.text.navigation import (
    Direction,
    Stop,
    answered_claim,
    claim_at,
    next_answer,
    next_claim,
    next_item,
    next_stop,
    next_thread,
    quoted_blocks,
    stop_at,
    stop_saying,
    stops,
    stops_in,
)

BLOCKS = (Span(0, 100), Span(102, 200), Span(202, 300), Span(302, 400))
ARTICLE = Article(
    id="x", location="x", text="word " * 80, blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in BLOCKS)
)


def quotation(number, kind, *spans, voice=1):
    return Quotation(number, QuotationKind(kind), tuple(Span(*span) for span in spans), voice)


def made(*quotations):
    return stops(ARTICLE, Analysis("x", quotations))


def test_a_quotation_interrupted_by_its_cue_is_one_stop():
    assert made(quotation(1, "direct", (10, 20), (40, 50))) == (Stop(1, 1, (Span(10, 20), Span(40, 50))),)


def test_each_paragraph_of_a_block_is_a_stop():
    found = made(quotation(1, "block", (102, 200), (202, 300)))
    assert [stop.spans for stop in found] == [(Span(102, 200),), (Span(202, 300),)]


def test_a_quotation_over_several_paragraphs_is_a_stop_in_each():
    found = made(quotation(1, "direct", (150, 350)))
    assert [stop.spans for stop in found] == [(Span(150, 200),), (Span(202, 300),), (Span(302, 350),)]


def test_an_interrupted_quotation_that_runs_on_is_a_stop_in_each_paragraph():
    found = made(quotation(1, "direct", (110, 120), (130, 250)))
    assert [stop.spans for stop in found] == [(Span(110, 120), Span(130, 200)), (Span(202, 250),)]


def test_a_nested_voice_is_a_stop_after_the_paragraph_that_holds_it():
    found = made(
        quotation(1, "block", (102, 200), (202, 300), voice=1),
        quotation(2, "direct", (102, 120), voice=2),
        quotation(3, "direct", (210, 220), voice=2),
    )
    assert [(stop.quotation, stop.start) for stop in found] == [(1, 102), (2, 102), (1, 202), (3, 210)]


QUOTED_BY_REPORTER = "“It leaks,” said Otto Reed, a miller. “We knew.”"


@pytest.mark.parametrize(
    ("before", "own"),
    [("", False), ("Then: ", False), ("The weir is from 1890. ", True)],
    ids=["none", "one", "several"],
)
def test_a_paragraph_that_only_quotes_another_voice_is_no_stop_of_the_one_who_quotes(before, own):
    text = before + QUOTED_BY_REPORTER
    at = len(before)
    whole = Span(0, len(text))
    reported = Quotation(
        2,
        QuotationKind.DIRECT,
        (Span(at, at + 11), Span(at + 37, len(text))),
        2,
        via=(1,),
        cue=Span(at + 12, at + 16),
        mention=Span(at + 17, at + 36),
    )
    article = Article(id="x", location="x", text=text, blocks=(Block(BlockKind.PARAGRAPH, whole),))
    found = stops(article, Analysis("x", (Quotation(1, QuotationKind.BLOCK, (whole,), 1), reported)))
    assert [stop.quotation for stop in found] == ([1, 2] if own else [2])
    meant = Quotation(1, QuotationKind.BLOCK, (whole,), 1, corrected=("voice",))
    assert [stop.quotation for stop in stops(article, Analysis("x", (meant, reported)))] == [1, 2]


def test_without_blocks_a_quotation_is_its_own_stop():
    empty = Article(id="x", location="x", text="", blocks=())
    found = stops(empty, Analysis("x", (quotation(1, "direct", (3, 9)),)))
    assert found == (Stop(1, 1, (Span(3, 9),)),)


def test_paragraphs_that_a_block_quotation_covers_from_their_start_are_block_quotes():
    analysis = Analysis(
        "x",
        (
            quotation(1, "block", (102, 190), (202, 300)),
            quotation(2, "direct", (302, 400)),
            quotation(3, "block", (20, 90)),
        ),
    )
    assert quoted_blocks(ARTICLE, analysis) == {1, 2}


WALK = (
    Stop(1, 1, (Span(10, 20),)),
    Stop(2, 2, (Span(30, 40), Span(60, 70))),
    Stop(3, 1, (Span(110, 180),)),
    Stop(4, 2, (Span(120, 130),)),
    Stop(5, 3, (Span(210, 220),)),
)


@pytest.mark.parametrize(
    ("current", "cursor", "way", "voice", "expected"),
    [
        (0, 10, Direction.FORWARD, None, 1),
        (1, 30, Direction.BACKWARD, None, 0),
        (4, 210, Direction.FORWARD, None, None),
        (0, 10, Direction.BACKWARD, None, None),
        (None, 0, Direction.FORWARD, None, 0),
        (None, 25, Direction.FORWARD, None, 1),
        (None, 25, Direction.BACKWARD, None, 0),
        (None, 30, Direction.FORWARD, None, 1),
        (None, 5, Direction.BACKWARD, None, None),
        (None, 390, Direction.FORWARD, None, None),
        (0, 10, Direction.FORWARD, 1, 2),
        (2, 110, Direction.FORWARD, 1, None),
        (4, 210, Direction.BACKWARD, 2, 3),
        (None, 0, Direction.FORWARD, 3, 4),
    ],
)
def test_the_next_stop_counts_from_the_current_one_or_else_from_the_cursor(current, cursor, way, voice, expected):
    assert next_stop(WALK, current, cursor, way, voice) == expected


@pytest.mark.parametrize(
    ("row", "present", "expected"),
    [
        (Span(0, 10), None, None),
        (Span(0, 25), None, 0),
        (Span(0, 35), None, 0),
        (Span(0, 35), 1, 1),
        (Span(25, 35), 0, 1),
        (Span(45, 55), 1, None),
        (Span(62, 66), None, 1),
        (Span(118, 125), None, 3),
        (Span(118, 125), 2, 3),
        (Span(135, 150), 3, 2),
        (Span(50, 250), None, 1),
    ],
)
def test_the_current_stop_is_the_innermost_on_the_row_and_of_several_the_present_one(row, present, expected):
    assert stop_at(WALK, row, Span(0, 400), present) == expected


def test_only_stops_of_the_block_are_used():
    assert list(stops_in(WALK, Span(102, 200))) == [2, 3]
    assert stop_at(WALK, Span(205, 215), Span(102, 200)) is None


CLAIMS = (
    Claim(1, Span(0, 20), own=True, thread=1),
    Claim(2, Span(30, 60), own=False, voice=1, thread=2, relation=Relation(1, RelationKind.SUPPORTS)),
    Claim(3, Span(110, 150), own=False, voice=2, thread=1, relation=Relation(1, RelationKind.DISPUTES)),
    Claim(4, Span(210, 250), own=True),
)
THREADS = (Thread(1, "one", (1, 3)), Thread(2, "two", (2,)))


@pytest.mark.parametrize(
    ("row", "present", "expected"),
    [
        (Span(5, 9), None, 1),
        (Span(10, 40), None, 1),
        (Span(10, 40), 2, 2),
        (Span(22, 40), None, 2),
        (Span(70, 90), 2, None),
    ],
)
def test_the_claim_on_a_row_is_the_present_one_or_else_the_first(row, present, expected):
    assert claim_at(CLAIMS, row, present) == expected


def test_where_there_are_no_claims_none_is_found():
    assert claim_at((), Span(0, 9)) is None
    assert next_claim((), None, 5) is None
    assert next_thread((), (), None, 5) is None


@pytest.mark.parametrize(
    ("current", "cursor", "way", "expected"),
    [
        (1, 0, Direction.FORWARD, 2),
        (4, 210, Direction.FORWARD, None),
        (1, 0, Direction.BACKWARD, None),
        (None, 65, Direction.FORWARD, 3),
        (None, 65, Direction.BACKWARD, 2),
    ],
)
def test_the_next_claim(current, cursor, way, expected):
    claim = next_claim(CLAIMS, current, cursor, way)
    assert (claim and claim.id) == expected


@pytest.mark.parametrize(
    ("current", "cursor", "way", "expected"),
    [
        (1, 0, Direction.FORWARD, 2),
        (3, 110, Direction.FORWARD, 2),
        (2, 30, Direction.FORWARD, None),
        (2, 30, Direction.BACKWARD, 1),
        (None, 0, Direction.FORWARD, 2),
        (4, 210, Direction.BACKWARD, 2),
        (4, 210, Direction.FORWARD, None),
        (None, 0, Direction.BACKWARD, None),
    ],
)
def test_the_next_thread_counts_from_the_thread_of_the_current_claim(current, cursor, way, expected):
    claim = next_thread(THREADS, CLAIMS, current, cursor, way)
    assert (claim and claim.id) == expected


def test_what_a_claim_answers_and_what_answers_it():
    assert answered_claim(CLAIMS, 3) is CLAIMS[0]
    assert answered_claim(CLAIMS, 1) is None
    assert next_answer(CLAIMS, 1) is CLAIMS[1]
    assert next_answer(CLAIMS, 3) is None


SPANS = st.lists(st.tuples(st.integers(0, 380), st.integers(1, 60)), max_size=12)


@given(SPANS, st.integers(0, 400))
def test_going_forward_from_anywhere_visits_every_later_stop_once(spans, cursor):
    found = made(*(quotation(at, "direct", (start, min(start + n, 400))) for at, (start, n) in enumerate(spans, 1)))
    assert list(found) == sorted(found, key=attrgetter("start"))
    current, walked = None, []
    while (current := next_stop(found, current, cursor)) is not None:
        walked.append(current)
    assert walked == [index for index, stop in enumerate(found) if stop.start >= cursor]


@given(st.lists(st.integers(0, 50)).map(sorted), st.integers(-1, 51))
def test_the_next_item_is_the_nearest_strictly_beyond_the_cursor(places, cursor):
    later, earlier = [at for at in places if at > cursor], [at for at in places if at < cursor]
    assert next_item(places, cursor, Direction.FORWARD, int) == (later[0] if later else None)
    assert next_item(places, cursor, Direction.BACKWARD, int) == (earlier[-1] if earlier else None)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(1, 12)), max_size=6),
    st.integers(0, 20),
    st.integers(1, 8),
)
def test_the_voice_with_most_of_the_words_as_the_innermost_says_them(stops_, start, length):
    found = sorted(
        (Stop(0, voice, (Span(at, at + size),)) for voice, at, size in stops_), key=lambda s: (s.start, -s.span.end)
    )
    words = Span(start, start + length)
    innermost = [
        max((i for i, stop in enumerate(found) if stop.span.covers(at)), default=None)
        for at in range(words.start, words.end)
    ]
    by_voice = Counter(found[i].voice for i in innermost if i is not None)
    most = [voice for voice, count in by_voice.items() if 2 * count > length]
    said = stop_saying(found, words)
    if most:
        assert said is not None
        assert said in innermost
        assert found[said].voice == most[0]
        own = [i for i in innermost if i is not None and found[i].voice == most[0]]
        assert own.count(said) == max(own.count(i) for i in own)
    elif around := [i for i, stop in enumerate(found) if stop.span.contains(words)]:
        assert said == max(around)
    elif len(by_voice) == 1 and any(words.contains(found[i].span) for i in innermost if i is not None):
        assert said is not None
        assert {found[said].voice} == set(by_voice)
    else:
        assert said is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (Span(0, 60), 0),  # most of it is the article's
        (Span(0, 98), None),  # two voices
        (Span(0, 25), None),  # only a part of what is quoted
        (Span(62, 98), 1),
        (Span(0, 15), None),
    ],
)
def test_a_sentence_that_quotes_one_voice_is_kept_for_what_that_voice_says(words, said):
    assert stop_saying((Stop(1, 1, (Span(20, 30),)), Stop(2, 2, (Span(70, 80),))), words) == said
