"""An analysis contains the quotations of an article and nothing else."""

import pytest

from reader.analysis import analyse, analyse_quotations
from reader.sources import verbatim
from tests.analysis.short_attribution import article
from tests.cpu_time import growth


def told(*paragraphs: str) -> list[tuple[str | None, list[str], str]]:
    """Name, chain and first words of each quotation of these paragraphs."""
    made = article("News.", *paragraphs)
    found = analyse(made)
    names = {voice.id: voice.name for voice in found.voices}
    return [
        (names.get(q.voice or 0), [names[voice] for voice in q.via], q.spans[0].of(made.text)) for q in found.quotations
    ]


def test_a_clause_without_a_speaker_is_no_quotation():
    assert told("Something went so far as to say that the weir stays open.") == []


def test_hearsay_within_a_quotation_is_no_quotation_of_its_own():
    sentence = "Ana Brook said it had been made clear that the weir would be shut in May."
    assert told(sentence) == [("Ana Brook", [], "it had been made clear that the weir would be shut in May")]


def test_hearsay_within_a_block_quotation_is_a_nested_quotation():
    block = "I am the welder of this weir, and my brother is too. We were told that others would do the middle."
    found = told("Ana Brook wrote on her blog:", block, "The weir is shut today.")
    assert (None, ["Ana Brook"], "that others would do the middle") in found


def test_a_paragraph_may_be_only_a_time():
    assert told("14:05", "“We stay,” said Ana Brook.") == [("Ana Brook", [], "“We stay,”")]


def test_relayed_words_are_one_quotation_with_a_chain():
    assert told("The Post quotes Ana Brook as saying, “We stay.”") == [("Ana Brook", ["The Post"], "“We stay.”")]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("piece", "few"),
    [
        ("{name} Reed: It holds the water for our mill.\n\nReed: It does so every day and every night.\n\n", 200),
        ("{name} Reed posted:\n\n@{name}: It is shut, and nobody was told!\n\n", 200),
        ("{name} Reed wrote: I saw the gates go down, and we wept! [Source] ", 60),
    ],
    ids=["labels of one surname", "posts under a lead-in each", "one who passes on the other"],
)
def test_time_grows_nearly_linearly_with_the_people_of_a_text(piece, few):
    def analyse_people(count):
        letters = [[chr(ord("a") + number // power % 26) for power in (676, 26, 1)] for number in range(count)]
        text = verbatim("News.\n\n" + "".join(piece.format(name="".join(name).title()) for name in letters))
        analyse_quotations(text)

    assert growth(analyse_people, few, 8 * few) < 16


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece",
    [
        "Ada ",
        "the rain falls and ",
        "Ada Cole wrote:\n\nThe rain is here to stay.\n\n",
        "Ada Cole met Ben Reed, “it leaks,” he said, and ",
        "“It leaks,” said the baker, and “it does not,” said the mayor, and ",
        "His brother said no, and ",
    ],
)
def test_analysis_time_grows_linearly_with_a_repetitive_text(piece):
    assert growth(lambda size: analyse(verbatim(piece * (size // len(piece)))), 2_500, 20_000) < 20


@pytest.mark.no_cover
def test_analysis_time_grows_linearly_with_quotations_of_nobody_in_one_paragraph():
    piece = "“The bridge will close.” "
    assert growth(lambda size: analyse(verbatim(piece * (size // len(piece)))), 10_000, 80_000) < 20


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece",
    [
        "The tweet of that day said that it leaks. ",
        "The paper of 12 Dorn Herald readers met. The paper said that it leaks. ",
    ],
)
def test_analysis_time_grows_linearly_with_references_to_a_post_or_paper_in_one_paragraph(piece):
    first = "A post by @tarn77 was read in Tarn. "
    assert growth(lambda size: analyse(verbatim(first + piece * (size // len(piece)))), 10_000, 80_000) < 20


@pytest.mark.no_cover
def test_a_long_sentence_with_many_cues_takes_little_longer_than_as_many_sentences():
    pieces = [f"A, B of C{number}, said" for number in range(1_500)]  # no sentence is read twice
    texts = {1: ". ".join(pieces), 2: " ".join(pieces)}
    assert growth(lambda number: analyse(verbatim(texts[number])), 1, 2) < 4


def test_a_sentence_may_break_off_where_the_author_goes_on():
    for end in ("and so we", "and so I", "so we", "and I"):
        for dot in ("", "."):
            assert len(analyse(verbatim(f"The mayor said that it leaks, {end}{dot}")).quotations) == 1


@pytest.mark.parametrize(
    "last", ["Who said what", "The mayor told what", "The weir is shut for two weeks", "Ana Brook all day"]
)
def test_a_line_may_break_anywhere(last):
    for text in (last, f"{last}\n\nThe gates were closed in May, and the water rose at once."):
        assert analyse(verbatim(f"The council met on Monday, and it rained.\n\n{text}")).quotations == ()


@pytest.mark.no_cover
def test_a_text_may_end_at_any_word():
    text = (
        "On Monday, when asked what it meant, the mayor told what three weeks later Ana Brook, the welder of the weir, "
        "had said: “We stay,” and that she, who had asked for it, would go on as before, according to the Post, which says"
    )
    words = text.split()
    for first in range(len(words)):
        for end in range(first, len(words) + 1):
            text = " ".join(words[first:end])
            spans = [span for found in analyse(verbatim(text)).quotations for span in found.spans]
            assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_quotations_without_argument_are_those_of_the_analysis():
    made = article("News.", "“We stay,” said Ana Brook. Otto Reed said that eels had died.")
    assert analyse_quotations(made).quotations == analyse(made).quotations
    assert not analyse_quotations(made).claims
