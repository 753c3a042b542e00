"""Block quotations that a page marks: posts under a handle or a name in them, and translations beside them."""

import pytest

from reader.analysis import analyse
from reader.analysis.attribution import attribute
from reader.sources import load
from tests.analysis.short_attribution import article
from tests.cpu_time import growth
from tests.sources.sample_article import FIGURES, INTRODUCTION, LEAD

LEADIN = "Residents of the quay did not wait with their answers:"
POST = "the ferry is all we have in winter, and nobody asked us before they wrote that plan."
SERBIAN = "Ovaj brod je sve što imamo, i niko nas nije pitao pre nego što su napisali taj plan za zimu na reci."


def found(*blocks):
    """Return the speaker and the words of each quotation on a page whose article holds these blocks."""
    paragraphs = "".join(f"<p>{text}</p>" for text in (LEAD, INTRODUCTION, FIGURES))
    page = f"<html><body><article><h1>The Quay Answers</h1>{paragraphs}{''.join(blocks)}</article></body></html>"
    article = load("-", stdin=page.encode())
    analysis = analyse(article)
    spoken = {}
    for quotation in analysis.quotations:
        voice = analysis.voice(quotation.voice)
        for span in quotation.spans:
            spoken[span.of(article.text)] = voice.name if voice else None
    return spoken


def test_a_handle_in_a_block_quotation_names_its_author():
    spoken = found(
        f"<p>{LEADIN}</p>",
        f"<blockquote><p><a href='https://post.invalid/1'>@tessaquill</a>: {POST}</p></blockquote>",
        "<blockquote><p>@rubenloy: I rowed over this morning, and the pier was shut again!</p></blockquote>",
    )
    assert spoken[POST] == "@tessaquill"
    assert spoken["I rowed over this morning, and the pier was shut again!"] == "@rubenloy"


def test_posts_of_two_people_in_one_block_quotation_have_one_author_each():
    second = "I rowed over this morning, and the pier was shut again!"
    spoken = found(f"<p>{LEADIN}</p>", f"<blockquote><p>@tessaquill: {POST}</p><p>@rubenloy: {second}</p></blockquote>")
    assert (spoken[POST], spoken[second]) == ("@tessaquill", "@rubenloy")


def test_the_translation_of_a_block_quotation_has_the_same_speaker():
    for translation in (f"<div class='translation'>{POST}</div>", f"<blockquote><p>{POST}</p></blockquote>"):
        spoken = found(
            "<p>Mira Oland wrote on her page:</p>", f"<blockquote><p>{SERBIAN}</p></blockquote>", translation
        )
        assert spoken[POST] == "Mira Oland"
        spoken = found(f"<p>{LEADIN}</p>", f"<blockquote><p>@tessaquill: {SERBIAN}</p></blockquote>", translation)
        assert spoken[POST] == "@tessaquill"


def test_two_block_quotations_in_english_are_not_one():
    spoken = found(
        "<p>Mira Oland wrote on her page:</p>",
        "<blockquote><p>I have kept the register of the harbour for nine years, and I was never asked.</p></blockquote>",
        f"<blockquote><p>{POST}</p></blockquote>",
    )
    assert spoken.get(POST) != "Mira Oland"


def test_labelled_answers_of_an_interview_may_be_block_quotations():
    asked = ("What did the council ask for?", "Who keeps the register now?", "Will the ferry run next year?")
    answers = (
        "They asked for the figures of each winter, and we had them in a tin box.",
        "I keep it myself, and I will keep it as long as I can hold a pen.",
        "We do not know yet, because nobody has counted the tickets of this winter.",
    )
    exchange = "".join(
        f"<p>Ruben Loy (RL): {question}</p><blockquote><p>MO: {answer}</p></blockquote>"
        for question, answer in zip(asked, answers, strict=True)
    )
    spoken = found(
        "<p>Mira Oland (MO), who keeps the register of the harbour, spoke with us about the winter.</p>", exchange
    )
    assert [spoken[answer] for answer in answers] == ["Mira Oland"] * 3


def test_an_original_between_a_lead_in_and_its_translation_is_passed_over():
    spoken = found(
        "<p>Mira Oland wrote on her page:</p>", f"<div>{SERBIAN}</div>", f"<div class='translation'>{POST}</div>"
    )
    assert spoken[POST] == "Mira Oland"


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote class='twitter-tweet'><p>{}</p>&mdash; Mira Oland (@mo) <a href='https://x.invalid/1'>May 3, 2021</a></blockquote>",
        "<blockquote><p>{}</p><p>Mira Oland (@mira@post.invalid)</p></blockquote>",
        "<blockquote><p>{}</p><footer>Mira Oland, keeper of the register</footer></blockquote>",
        "<blockquote><p>{}</p><cite>Mira Oland</cite></blockquote>",
        "<figure><blockquote><p>{}</p></blockquote><figcaption>Mira Oland, keeper of the register</figcaption></figure>",
        "<blockquote><p><strong>Mira Oland:</strong> {}</p></blockquote>",
        "<blockquote><p><a href='https://post.invalid/mira'>Mira Oland</a>: {}</p></blockquote>",
    ],
    ids=["tweet", "post", "footer", "cite", "caption", "bold label", "linked label"],
)
def test_the_author_in_the_elements_of_a_block_quotation_is_its_speaker(block):
    assert found("<p>The council was not the only one to speak.</p>", block.format(POST))[POST] == "Mira Oland"


def test_an_interview_may_be_a_list_of_questions_and_answers():
    exchange = {
        "Who keeps the register?": "I do, and I have kept it for nine years without a break.",
        "And who keeps the boat?": "I do not know who keeps the boat, I only write what I see.",
        "Will you stay?": "I will stay as long as they let me, and I will write it all down.",
    }
    items = "".join(f"<dt>{question}</dt><dd>{answer}</dd>" for question, answer in exchange.items())
    introduction = "<p>Mira Oland, who has kept the register of the harbour for nine years, spoke with us.</p>"
    spoken = found(introduction, f"<dl>{items}</dl>")
    assert [spoken[answer] for answer in exchange.values()] == ["Mira Oland"] * 3


@pytest.mark.no_cover
def test_a_long_block_quote_that_sets_reported_speech_apart_takes_time_in_proportion():
    def run(size):
        paragraphs = ["“We stay,” said Ada Roe."] * size
        made = article("News.", *paragraphs, quotes=tuple(range(1, size + 1)), continued=tuple(range(2, size + 1)))
        assert len(attribute(made)) == size

    assert growth(run, 100, 800) < 20
