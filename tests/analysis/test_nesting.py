"""Texts nested far deeper than any article are analysed as well: what is too deep is read as text."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from reader.text import plain_view

TIMES = 900
PLAIN = "The council met on Monday in the old hall of the town. "
SPANISH = "El alcalde de la ciudad no quiere hablar de eso con los vecinos. " * 3
DEEP = {
    "marks in marks": "Ada Roe said: " + "“‘" * TIMES + "\n" + "\n\n".join(["“a … b”"] * TIMES) + ", said Ada Roe.",
    "marks that close": "Ada Roe said: " + "“‘" * TIMES + "it leaks" + "’”" * TIMES + ".",
    "relative clauses": f"{PLAIN}Ada Roe{', in Wales, who' * TIMES} said that it leaks.",
    "relative words": f"{SPANISH}Ana Ruiz {'que ' * (TIMES // 2)}dijo que la casa es de todos.",
    "names of one role": f"{PLAIN}Bloggers {'Ada Roe and Bo Poe and ' * TIMES}Al Poe said that it leaks.",
    "owners": f"{PLAIN}{'part of ' * TIMES}the mayor’s letter said that it leaks.",
    "documents": f"{PLAIN}A letter from {'his letter from ' * TIMES}his lawyer said that it leaks.",
    "who quotes whom": f"Ada Roe {'quoted Bo Poe as saying that ' * TIMES}it leaks.",
    "brackets": f"{PLAIN}Ada Roe said: “It leaks.” Bo Poe disagreed: {'(' * TIMES}it is sound{')' * TIMES}.",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_a_deeply_nested_text_is_analysed_without_an_error(text):
    article = verbatim(text)
    found = analyse(article)
    assert plain_view.render(article, found)
    assert all(0 <= span.start < span.end <= len(text) for quotation in found.quotations for span in quotation.spans)


def test_names_joined_by_and_have_the_role_before_the_first():
    text = f"{PLAIN}Bloggers Ada Roe and Bo Poe and Al Toe met. “It leaks,” said Al Toe."
    [voice] = analyse(verbatim(text)).voices
    assert (voice.name, voice.role) == ("Al Toe", "Bloggers")


def test_marks_without_a_speaker_can_follow_a_reporting_verb():
    text = f"“It leaks,” said {'saying if they ' * 3}Ada Roe, the mayor, said: “The bridge is late and will fall.”"
    assert analyse(verbatim(text)).quotations
