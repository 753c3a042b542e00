"""The numbers of links and the list of their addresses, as Lynx prints them."""

import textwrap

from reader.sources import load
from tests.sources.sample_article import FIGURES, LEAD, REPLY, TITLE

MENU = "\n".join(
    f"     * {side} {place}" for side in ("North", "East") for place in ("Quay", "Pier", "Dock", "Bay", "Mole", "Yard")
)


def read_text(text):
    return load("-", stdin=text.encode())


def visible(article):
    return [block.span.of(article.text) for block in article.visible]


def printed(*blocks, width=72):
    """Blocks as a text browser prints them: indented and wrapped."""
    fill = {"width": width, "initial_indent": "   ", "subsequent_indent": "   ", "break_on_hyphens": False}
    return [textwrap.fill(block, **fill) for block in blocks]


NUMBERED = (
    LEAD.replace("council", "[1]council").replace("night", "[2]night").replace("Ansel Courier", "[3]Ansel Courier")
    + " [7]",
    REPLY,
    FIGURES,
)
ADDRESSES = "\n".join(f"   {number}. https://courier.invalid/{number}" for number in range(1, 4))


def test_the_numbers_of_links_and_their_list_are_folded_in_a_page_that_lynx_printed():
    text = "\n\n".join(("Skip to content", MENU, TITLE, *printed(*NUMBERED), MENU))
    article = read_text(f"{text}\n\nReferences\n\n   Visible links:\n{ADDRESSES}\n")
    assert visible(article) == [TITLE, f"{LEAD} [7]", REPLY, FIGURES]
    last = article.blocks[-1]
    assert last.hidden
    assert last.span.of(article.text).endswith("https://courier.invalid/3")


def test_the_notes_of_a_person_are_not_the_numbers_of_links():
    text = f"{TITLE}\n\n{LEAD} [1]\n\n{REPLY} [2], [3]\n\nReferences\n\n{ADDRESSES}\n"
    article = read_text(text)
    assert not any(block.hidden for block in article.blocks)
    assert "[1]" in article.text
    assert "[3]" in article.text
