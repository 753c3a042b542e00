"""Spans are found again in a text that has changed, by their selectors and by unchanged lines."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.anchors import find, selector_of
from reader.text.reanchoring import reanchor
from reader.text.word_alignment import Alignment
from tests.cpu_time import growth

TEXT = (
    "The Ferry at Oxholm\n\n"
    "The ferry will stop in June, the county said on Monday.\n\n"
    "“We had no choice,” said Maj Ekdal, who runs it. “The hull is forty years old, and it shows.”\n\n"
    "Not everybody believes that. “They had ten years to mend it,” said Per Rask, a farmer on the island.\n\n"
    "Toll for cars is five crowns.\n\n"
    "Toll for vans is five crowns.\n\n"
    "Toll for carts is five crowns.\n\n"
    "“They had no choice,” wrote the paper the next day. Per Rask has not changed his mind."
)


def span(words, text=TEXT, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def again(words, new, *, old=TEXT, nth=0):
    """What `find` makes of the words of the old text in the new one."""
    was = span(words, old, nth)
    found = find(new, *selector_of(old, (was,)), was.start)
    return None if found is None else found.of(new)


def test_a_selector_has_the_words_and_32_characters_on_either_side():
    exact, prefix, suffix = selector_of(
        TEXT, (span("“We had no choice,”"), span("“The hull is forty years old, and it shows.”"))
    )
    assert exact == "“We had no choice,” said Maj Ekdal, who runs it. “The hull is forty years old, and it shows.”"
    assert prefix == TEXT[TEXT.index("“We had") - 32 : TEXT.index("“We had")]
    assert suffix == "\n\nNot everybody believes that. “"
    assert selector_of("abc", (Span(0, 3),)) == ("abc", "", "")


CHANGES = [
    ("nothing", "the county said", lambda t: t, "the county said"),
    ("a foreword", "“They had ten years to mend it,”", lambda t: "News\n\n" + t, "“They had ten years to mend it,”"),
    ("cut before", "Per Rask, a farmer", lambda t: t[80:], "Per Rask, a farmer"),
    ("cut after", "who runs it", lambda t: t[:160], "who runs it"),
    (
        "marks made straight",
        "“They had ten years to mend it,”",
        lambda t: t.replace("“", '"').replace("”", '"'),
        '"They had ten years to mend it,"',
    ),
    ("other spaces", "said Maj Ekdal, who runs it", lambda t: t.replace(" ", "  "), "said  Maj  Ekdal,  who  runs  it"),
    ("lines wrapped", "forty years old, and it shows", lambda t: t.replace("old, ", "old,\n"), "forty years old,\nand it shows"),
    (
        "a word changed inside",
        "“They had ten years to mend it,” said Per Rask",
        lambda t: t.replace("ten years to", "a decade to"),
        "“They had a decade to mend it,” said Per Rask",
    ),
    (
        "the first word changed",
        "The hull is forty years old, and it shows",
        lambda t: t.replace("The hull", "Her hull"),
        "Her hull is forty years old, and it shows",
    ),
    (
        "the last word changed",
        "The hull is forty years old, and it shows",
        lambda t: t.replace("shows.", "tells."),
        "The hull is forty years old, and it tells",
    ),
    (
        "words put in",
        "ferry will stop in June, the county said",
        lambda t: t.replace("in June", "for good in late June"),
        "ferry will stop for good in late June, the county said",
    ),
    (
        "a long passage moved",
        "“We had no choice,” said Maj Ekdal, who runs it. “The hull is forty years old, and it shows.”",
        lambda t: t.split("\n\n")[2] + "\n\n" + "\n\n".join(t.split("\n\n")[3:]),
        "“We had no choice,” said Maj Ekdal, who runs it. “The hull is forty years old, and it shows.”",
    ),
    ("deleted", "“They had ten years to mend it,”", lambda t: t.replace("“They had ten years to mend it,”", ""), None),
    ("deleted, a look-alike stays", "“We had no choice,”", lambda t: t.replace("“We had no choice,”", ""), None),
    ("deleted, look-alikes beside it", "Toll for vans is five crowns.", lambda t: t.replace("Toll for vans is five crowns.\n\n", ""), None),
    ("short words deleted, the same elsewhere", "Per Rask", lambda t: t.replace("said Per Rask, a farmer on the island", "said a farmer"), None),
    ("rewritten", "the county said on Monday", lambda t: t.replace("the county said on Monday", "as was made known by the owners"), None),
    ("another text", "Maj Ekdal, who runs it", lambda _: "On Bells\n\nThe tower has four bells.", None),
    ("an empty text", "Maj Ekdal", lambda _: "", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "change", "expected"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_words_are_found_after(words, change, expected):
    assert again(words, change(TEXT)) == expected


def test_of_equal_words_those_in_the_same_context_are_found():
    new = "Per Rask is back.\n\n" + TEXT
    was = span("Per Rask", nth=1)
    assert find(new, *selector_of(TEXT, (was,)), was.start) == span("Per Rask", new, 2)


def test_of_equal_words_in_equal_contexts_the_nearest_are_found():
    line = "and so it went on and on for days. "
    new = line * 9
    at = 4 * len(line)
    assert find(new, "went on", line[:10], line[17:27], at + 12) == Span(at + 10, at + 17)


def test_two_exact_matches_in_equally_bad_contexts_are_not_used():
    sentence = "The boat is late and nobody knows why, says the man on the quay with the lamp."
    old = f"one two three four five six seven eight. {sentence} Nine ten eleven twelve thirteen."
    was = span(sentence, old)
    assert find(f"a {sentence} b {sentence} c", *selector_of(old, (was,)), was.start) is None


def test_two_equally_good_fuzzy_matches_are_not_used():
    before, after = "The harbour master wrote on Friday: ", " That was the whole of the letter."
    old = before + "the boats of Oxholm stay ashore until the ice is gone." + after
    was = span("the boats of Oxholm stay ashore until the ice is gone.", old)
    once = before + "the boats of Oxholm lie ashore until the ice is gone." + after
    assert find(once, *selector_of(old, (was,)), was.start) == span(
        "the boats of Oxholm lie ashore until the ice is gone.", once
    )
    assert find(once + "\n\n" + once, *selector_of(old, (was,)), was.start) is None


def test_empty_words_are_not_found():
    assert find(TEXT, "", "", "", 0) is None


words = st.lists(
    st.sampled_from(["ash", "birch", "cedar", "elm", "fir", "gorse", "hazel", "ivy", "larch", "maple", "oak", "yew"]),
    min_size=1,
    max_size=60,
)
letters = st.text(alphabet="ab “”\n.é語", max_size=80)


@st.composite
def texts_with_a_span(draw, text=letters):
    whole = draw(text)
    start = draw(st.integers(0, len(whole)))
    return whole, Span(start, draw(st.integers(start, len(whole))))


@pytest.mark.no_cover
@given(texts_with_a_span())
def test_law_an_unchanged_text_gives_the_same_span(case):
    text, was = case
    assume(len(was))
    assert find(text, *selector_of(text, (was,)), was.start) == was
    assert reanchor(text, text, [(was,)]) == [(was,)]


@pytest.mark.no_cover
@given(texts_with_a_span(), st.text(alphabet="xyz 本", max_size=60))
def test_law_text_put_in_before_shifts_the_span(case, more):
    text, was = case
    exact, prefix, suffix = selector_of(text, (was,))
    # Where the words with their surroundings stand twice, nobody could say which are meant.
    assume(exact.strip() and (more + text).count(exact) == 1)
    found = find(more + text, exact, prefix, suffix, was.start)
    assert found == was.shifted(len(more))


@pytest.mark.no_cover
@given(words.map(" ".join).flatmap(lambda text: texts_with_a_span(st.just(text))))
def test_law_deleted_words_are_not_found(case):
    text, was = case
    exact, prefix, suffix = selector_of(text, (was,))
    without = text[: was.start] + text[was.end :]
    assume(exact.strip() and exact not in without)
    assert find(without, exact, prefix, suffix, was.start) is None


@given(texts_with_a_span(), letters, st.data())
def test_law_a_match_is_inside_the_text(case, new, data):
    text, was = case
    found = find(new, *selector_of(text, (was,)), data.draw(st.integers(0, 100)))
    assert found is None or (0 <= found.start < found.end <= len(new))


@given(texts_with_a_span(), letters)
def test_law_a_reanchored_passage_is_inside_the_text(case, new):
    text, was = case
    [spans] = reanchor(text, new, [(was,)])
    assert all(0 <= here.start <= here.end <= len(new) for here in spans)


CARRIED = [
    ("twins, the first deleted", "crowns", 0, "Toll for cars is five crowns.\n\n", "", None),
    ("twins, the other deleted", "Per Rask", 1, "said Per Rask, a farmer", "said a farmer", "Per Rask"),
    ("its paragraph moved to the end", "no choice", 0, TEXT, TEXT.replace(TEXT.split("\n\n")[2] + "\n\n", "") + "\n\n" + TEXT.split("\n\n")[2], "no choice"),
    ("its paragraph edited, a like one beside it", "Toll for vans is five crowns.", 0, "vans is five", "vans is now five", "Toll for vans is now five crowns."),
    ("its paragraph deleted, like ones beside it", "Toll for vans is five crowns.", 0, "Toll for vans is five crowns.\n\n", "", None),
    ("several paragraphs, one edited", "old, and it shows.”\n\nNot everybody believes that.", 0, "Not everybody believes", "Not all believe", "old, and it shows.”\n\nNot all believe that."),
    ("its paragraph edited and moved", "“They had ten years to mend it,” said Per Rask, a farmer on the island.", 0, TEXT,
     TEXT.split("\n\n")[3].replace("Not everybody believes that.", "Some doubt it.") + "\n\n" + TEXT.replace(TEXT.split("\n\n")[3] + "\n\n", ""),
     "“They had ten years to mend it,” said Per Rask, a farmer on the island."),
    ("its sentence is gone, its twin is in a paragraph that was there before", "no choice", 0, "“We had no choice,” said", "So said", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "nth", "cut", "put", "expected"), [case[1:] for case in CARRIED], ids=[case[0] for case in CARRIED]
)
def test_a_passage_follows_its_paragraph(words, nth, cut, put, expected):
    new = TEXT.replace(cut, put)
    [spans] = reanchor(TEXT, new, [(span(words, nth=nth),)])
    assert [here.of(new) for here in spans] == ([] if expected is None else [expected])


def test_repeated_paragraphs_keep_their_order():
    old = "a\n\nSame words here.\n\nb\n\nSame words here.\n\nc"
    new = "zero\n\na\n\nSame words here.\n\nb\n\nSame words here.\n\nc"
    both = [(span("Same words here.", old, nth),) for nth in (0, 1)]
    assert reanchor(old, new, both) == [(span("Same words here.", new, nth),) for nth in (0, 1)]
    without_the_first = "a\n\nb\n\nSame words here.\n\nc"
    assert reanchor(old, without_the_first, both) == [(), (span("Same words here.", without_the_first),)]


def test_a_deleted_sentence_is_not_found_in_a_similar_old_paragraph():
    twin = "“The boats of this island have never been late for anybody but the weather,” said the oldest of them."
    old = f"First. {twin} Last.\n\n{twin}\n\nThe end."
    new = old.replace(f"First. {twin} Last.", "First and last, so to say.")
    assert find(new, *selector_of(old, (span(twin, old),)), 7) == span(twin, new)
    assert reanchor(old, new, [(span(twin, old),), (span(twin, old, 1),)]) == [(), (span(twin, new),)]


def test_the_parts_of_an_interrupted_quotation_stay_its_parts():
    parts = (span("“We had no choice,”"), span("“The hull is forty years old, and it shows.”"))
    new = TEXT.replace("said Maj Ekdal, who runs it", "said Maj Ekdal, its owner").replace(
        "The ferry will", "A ferry will"
    )
    [spans] = reanchor(TEXT, new, [parts])
    assert [here.of(new) for here in spans] == [here.of(TEXT) for here in parts]


def test_a_part_that_was_edited_is_still_a_part():
    parts = (span("“We had no choice,” said Maj"), span("Ekdal, who runs it. “The hull is forty years old"))
    new = TEXT.replace("We had", "We saw")
    [spans] = reanchor(TEXT, new, [parts])
    assert [here.of(new) for here in spans] == [
        "“We saw no choice,” said Maj",
        "Ekdal, who runs it. “The hull is forty years old",
    ]


@pytest.mark.parametrize(
    ("cut", "put", "left"),
    [
        ("“We had no choice,” said", "“Nothing,” said", ["“The hull is forty years old, and it shows.”"]),
        ("“The hull is forty years old, and it shows.”", "She said no more of it.", ["“We had no choice,”"]),
        ("“We had no choice,” said Maj Ekdal, who runs it.", "So.", ["“The hull is forty years old, and it shows.”"]),
        ("said Maj Ekdal", "wrote Ada Ros", ["“We had no choice,”", "“The hull is forty years old, and it shows.”"]),
    ],
)
def test_of_an_interrupted_quotation_the_parts_that_are_still_there_are_found(cut, put, left):
    parts = (span("“We had no choice,”"), span("“The hull is forty years old, and it shows.”"))
    new = TEXT.replace(cut, put)
    [spans] = reanchor(TEXT, new, [parts])
    assert [here.of(new) for here in spans] == left


LIST = (
    "The board met on Friday. Maj Ekdal gave 214 crowns for the lamp in Oxholm. Per Rask gave 300 crowns for the lamp in "
    "Torsby. Ada Ros gave 95 crowns for the lamp in Brede. Olga Rand gave 48 crowns for the lamp in Elmau. It was late."
)


@pytest.mark.parametrize("glue", [" ", "\n\n"], ids=["in one paragraph", "a paragraph each"])
@pytest.mark.parametrize("nth", range(4))
def test_one_of_sentences_that_are_alike_but_for_a_name_and_a_number_is_not_found_in_another(nth, glue):
    old = LIST.replace(". ", f".{glue}")
    removed = [line for line in LIST.split(". ") if "gave" in line][nth] + "."
    new = old.replace(removed + glue, "")
    assert again(removed, new, old=old) is None
    assert reanchor(old, new, [(span(removed, old),)]) == [()]
    rewritten = old.replace(removed, "Kofi Drum gave 12 crowns for the lamp in Lossen.")
    assert reanchor(old, rewritten, [(span(removed, old),)]) == [()]


def test_a_sentence_whose_number_was_corrected_is_found_where_it_stood():
    new = LIST.replace("300", "310")
    [[found]] = reanchor(LIST, new, [(span("Per Rask gave 300 crowns for the lamp in Torsby.", LIST),)])
    assert found.of(new) == "Per Rask gave 310 crowns for the lamp in Torsby."
    new = new.replace("95", "96").replace("214", "215")
    assert reanchor(LIST, new, [(span("Per Rask gave 300 crowns for the lamp in Torsby.", LIST),)]) == [()]


def test_a_short_part_of_which_a_word_was_changed_is_still_a_part():
    old = "First words. “We had ten years,” said Per Rask, “or nine.” Last words."
    parts = (span("“We had ten years,”", old), span("“or nine.”", old))
    new = old.replace("nine", "eight")
    [spans] = reanchor(old, new, [parts])
    assert [here.of(new) for here in spans] == ["“We had ten years,”", "“or eight.”"]


def test_a_passage_of_sentences_of_which_one_is_gone_is_found_without_it():
    sentences = ["The boat is old.", "Nobody on the island wants to buy it.", "It will be sunk in May off Oxholm."]
    old = f"One two three. {' '.join(sentences)} Four five six."
    was = (span(" ".join(sentences), old),)
    for gone in range(3):
        left = " ".join(sentences[:gone] + sentences[gone + 1 :])
        new = old.replace(" ".join(sentences), left)
        [[found]] = reanchor(old, new, [was])
        assert found.of(new) == left


def test_words_whose_lines_were_joined_are_found():
    old = "A line that ends\nhere and goes on. The next one\nis broken too.\n\nLast."
    new = old.replace("\n\n", "|").replace("\n", "  ").replace("|", "\n\n").replace("Last", "At last")
    [[found]] = reanchor(old, new, [(span("here and goes on. The next", old),)])
    assert found.of(new) == "here and goes on. The next"


def test_words_that_occur_very_often_are_found_near_their_old_place():
    assert find("so on " * 3000, "so on", "", " and", 6 * 2000 + 1) is None
    assert find("so on " * 3000 + "x", "so on", "so on ", " so on", 6 * 2000 + 1) == Span(6 * 2000, 6 * 2000 + 5)


@pytest.mark.no_cover
def test_time_is_linear_in_the_text():
    paragraph = "The {} boat of the line was late again, and nobody on the quay at Oxholm could say why it was.\n\n"

    def find_both_ways(count):
        old = "".join(paragraph.format(n) for n in range(count))
        was = span(f"The {count // 2} boat of the line was late again", old)
        new = old.replace(f"The {count // 2} boat of the line", f"The {count // 2} ship on our line")
        assert find(new, *selector_of(old, (was,)), was.start) is not None
        assert reanchor(old, new, [(was,)]) != [()]

    assert growth(find_both_ways, 500, 5000) < 20


LINEAR = [
    ("removed", lambda text, _: text.replace("gave", "took").replace("crowns for", "pounds of")),
    ("every word of all of it changed", lambda _, count: "so and so, " * count),
    ("each sentence changed", lambda text, _: text.replace("the lamp", "a lamp")),
]


@pytest.mark.no_cover
@pytest.mark.parametrize("change", [case[1] for case in LINEAR], ids=[case[0] for case in LINEAR])
def test_time_is_linear_in_the_text_with_many_highlights(change):
    sentence = "The {} boat gave {} crowns for the lamp on the quay of the {} pier, and that was the end of it all. "

    def find_all(count):
        old = "".join(sentence.format(n, 7 * n, 3 * n) + ("\n\n" if n % 5 == 4 else "") for n in range(count))
        passages = [(span(sentence.format(n, 7 * n, 3 * n).strip(), old),) for n in range(0, count, count // 25)]
        reanchor(old, change(old, count), passages)

    assert growth(find_all, 250, 2500) < 20


@pytest.mark.no_cover
def test_time_is_linear_in_the_length_of_a_highlight():
    def find_long(count):
        old = "".join(f"Nobody in the town of {n} knows who rang the bell of the tower. " for n in range(count))
        was = Span(100, len(old) - 100)
        new = old.replace("the tower", "that tower")
        assert find(new, *selector_of(old, (was,)), was.start) is not None
        assert reanchor(old, new, [(was,)]) != [()]

    assert growth(find_long, 200, 2000) < 20


def test_a_part_of_a_word_that_has_fewer_letters_now_is_not_found():
    alignment = Alignment.of("STRASSE", "straße")
    assert alignment.carry(Span(6, 7)) is None
    assert alignment.carry(Span(0, 7)) == Span(0, 6)


def test_a_passage_that_ends_in_a_blank_gets_no_letter_of_the_next_word():
    old = "It was late. Ada Roe said “the old weir leaks” to them. It was dark."
    new = 'It was late. Ada Roe said "the old weir leaks"  to them. It was dark.'
    start, end = old.index("said"), old.index("to them")
    [(span,)] = reanchor(old, new, [(Span(start, end),)])
    assert span.of(new).strip() == 'said "the old weir leaks"'
