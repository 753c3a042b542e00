"""Articles that are no round-ups: what they set apart, list or ask is no quotation of somebody."""

import pytest

from reader.analysis import analyse_quotations
from reader.model import Article, Block, BlockKind, QuotationKind, Span
from reader.sources import verbatim


def blocks(article):
    """The speaker and the words of each block quotation of an article, or of a text."""
    made = verbatim(article) if isinstance(article, str) else article
    found = analyse_quotations(made)
    names = {voice.id: voice.name for voice in found.voices}
    return [
        (names.get(q.voice or 0), " ".join(s.of(made.text) for s in q.spans))
        for q in found.quotations
        if q.kind is QuotationKind.BLOCK
    ]


def listed(*items):
    """An article whose paragraphs are the items of a list."""
    text = "\n\n".join(items)
    starts = [text.index(item) for item in items]
    kinds = [BlockKind.PARAGRAPH, *[BlockKind.ITEM] * (len(items) - 1)]
    spans = [Span(start, start + len(item)) for start, item in zip(starts, items, strict=True)]
    return Article("x", "x", text, tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True)))


OWN = (
    "You may think that a garden of your own is hard work, and I thought so for years.",
    "I began with two pots on my window sill, and you can begin with one of them.",
    "Here is what my neighbours gave me in my first spring on the island:",
    "Your seeds need light, and we forget that more often than we forget to water them.",
    "We all buy far too many tools, so let me tell you which of them you really need!",
    "My favourite is the small rake that I found in our shed, and it cost me nothing.",
    "You will make mistakes, as I did, and your plants will mostly forgive you for them…",
    "I keep a diary of my beds, and I would like you to try that for a month as well.",
    "This is what I write down in it every evening before we go to bed in our house:",
    "You need one line for the weather, and my second line is always about the snails!",
    "We shall look at the compost next week, when I have turned my own heap once again.",
)


def test_paragraphs_of_an_author_who_says_i_are_no_quotations():
    assert blocks("\n\n".join(["My garden", *OWN])) == []


def test_an_author_who_says_i_can_quote_under_a_lead_in_with_a_name():
    text = "\n\n".join(["My garden", *OWN, "Ada Roe wrote to me:", "I have never seen so many snails in a garden!"])
    assert blocks(text) == [("Ada Roe", "I have never seen so many snails in a garden!")]


def test_a_paragraph_after_a_colon_without_a_speaker_is_no_quotation():
    text = (
        "The new pump.\n\nThe engineers of Ferry use it. There are two ways:\n\nOpen the valve and wait for a minute."
    )
    assert blocks(text) == []


def test_headings_under_labels_are_no_turns():
    sales = ("New Price: Garden rake for 20 crowns", "New Model: Garden shears with two blades (blue)")
    text = "\n\n".join(["Sales", *[f"{line}\n\nIt is a good one, and it lasts for years." for line in sales * 2]])
    assert blocks(text) == []


def test_sentences_under_labels_are_turns():
    turns = ("Ada Roe: The rake is old.", "Otto Reed: So is the shed.")
    assert [name for name, _ in blocks("\n\n".join(["Talk", *turns * 2]))] == ["Ada Roe", "Otto Reed"] * 2


def test_labels_of_captions_in_another_language_are_no_turns():
    captions = ("图注：渡口的旧闸门", "来源：档案馆")
    text = "\n\n".join(["渡口", *[f"{line}\n\n闸门在星期一关上了。村民们很高兴。" for line in captions * 2]])
    assert blocks(text) == []


def test_an_item_of_a_list_introduces_no_other():
    works = ("Ada Roe. The Weirs of Ferry. Delta Press, 2007.", "Otto Reed. “I was there…” My Years at the Mill! 2011.")
    assert blocks(listed("Works on the weir", *works, *works)) == []


@pytest.mark.parametrize("note", ["[7]", "[130]", "[4][5]"])
def test_a_sentence_with_the_number_of_a_note_ends(note):
    text = f"Ferry.\n\nThe weir was described by Ada Roe.{note}\n\nThe mill stands below it. We know little of its age."
    assert blocks(text) == []


ASKED = ("Who pays for the new weir?", "How much will it cost?", "When will it open?", "Do you need a ticket?")


def test_questions_that_the_author_answers_are_no_interview():
    answers = "The town pays for it from its own taxes. The work began in May, and it is to end in three years."
    more = "The bill is said to be ten million crowns, of which the region has lent one half to the town of Ferry."
    intro = "The town of Ferry talks of little else, said Ada Roe, head of the water board, in an interview."
    text = "\n\n".join(["The weir", intro, *[f"{asked}\n\n{answers}\n\n{more}" for asked in ASKED]])
    assert blocks(text) == []


def test_a_label_before_a_long_row_of_dots_is_looked_at_once():
    turns = (f"Ada Roe: {'.' * 100_000}(n)a", f"Otto Reed: {'.' * 100_000}(n)a")
    assert [name for name, _ in blocks("\n\n".join(["Sales", *turns * 2]))] == []


def test_we_is_no_other_speaker_where_the_author_says_we():
    asked = "We asked about the weir. An engineer, Ada Roe, said that it “has leaked for years”."
    ours = "The council sent us its table, which shows what was paid. When we asked again, nobody answered us."
    more = ("Otto Reed wrote:", "It leaks, and I have told them so!", "The baker Ivo Brand wrote:", "It holds!")
    told = [words for _, words in blocks("\n\n".join(["Checked", asked, ours, *more]))]
    assert told == ["It leaks, and I have told them so!", "It holds!"]
