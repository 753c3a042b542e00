"""Words that are quoted or reported inside of other quoted words have their own speaker and a chain of sources."""

import pytest

from reader.analysis import analyse_quotations
from reader.sources import verbatim


def chains(*paragraphs):
    """The words of each quotation with its speaker and, outermost first, those who pass it on."""
    article = verbatim("\n\n".join(paragraphs))
    found = analyse_quotations(article)
    name = {voice.id: voice.name for voice in found.voices}
    return [
        (" … ".join(span.of(article.text) for span in q.spans), name.get(q.voice), [name[via] for via in q.via])
        for q in found.quotations
    ]


@pytest.mark.parametrize("mark", ["", "“"], ids=["one opening mark", "a mark before each paragraph"])
def test_words_reported_in_a_later_paragraph_of_marks_have_their_own_speaker(mark):
    first = "“The millers get angry every time a guest comes to see the weir."
    second = f"{mark}The mayor said that the town is not willing to pay for it.”"
    found = chains("Ada Roe told the Mill Post:", first, second)
    assert ("that the town is not willing to pay for it", "The mayor", ["Ada Roe"]) in found


def test_a_second_verb_with_an_adverb_opens_no_clause():
    assert not chains("The miller showed great strength and also kept on working.")
    assert chains("The miller said great strength and also luck were needed.")
