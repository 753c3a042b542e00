"""Whatever a text looks like, CommonMark shows it as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export import markdown_escape
from tests.export.commonmark_reading import inline

TRAPS = [
    "# no heading",
    "#tag and C# and #",
    "* no * list",
    "- no list",
    "+ no list",
    "-",
    "---",
    "- - -",
    "===",
    "1. no list",
    "12) no list",
    "1.5 degrees",
    "> no quote",
    "    no code",
    "\tno code",
    "```no fence",
    "~~~no fence",
    "~~not struck~~",
    "*not* _slanted_ **nor** __bold__",
    "snake_case_name",
    "[no](link) ![no](image) [no]: ref",
    "[Source]",
    "<b>no html</b> <!-- nor this --> <https://no.example>",
    "&amp; &#42; &nope AT&T",
    "back\\slash \\* \\",
    "`code`",
    "a  \nb",
    "a\\\nb",
    "a\n    b\n\tc",
    "a\n---\nb",
    "a\n- b\n1. c\n> d\n# e",
    " leading and trailing ",
    "\u00a0\u3000wide\u2003",
    "| a | b |\n|---|---|",
    "line\u2028separated\u0085",
    "<!-- /pullquote -->",
    "https://www.example.org/a_b_c?d=*e*",
    "“curly” – dashes — and … 語",
]


def shown(lines):
    tokens = MarkdownIt("commonmark").parse("\n".join(lines))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return inline(tokens[1])


def paragraph(text):
    [lines] = markdown_escape.paragraphs(text)
    return lines


@pytest.mark.parametrize("text", TRAPS)
def test_a_paragraph_shows_its_own_characters(text):
    assert shown(paragraph(text)) == text.strip()


@pytest.mark.parametrize("text", TRAPS)
def test_a_line_shows_its_own_words(text):
    assert shown([markdown_escape.line(text)]) == " ".join(text.split())


@pytest.mark.parametrize("text", [trap for trap in TRAPS if "\n" not in trap])
def test_a_heading_shows_its_own_words(text):
    tokens = MarkdownIt("commonmark").parse(f"## {markdown_escape.line(text)}")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert inline(tokens[1]) == " ".join(text.split())


def test_plain_prose_needs_no_marks():
    prose = "“We won’t (ever) pay $5, or 10%,” she said; that’s it: 3-1 at 7.30 p.m. + tax = too much!"
    assert paragraph(prose) == [prose]


# Clean text has no control characters but the line feed.
clean = st.text(
    st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n#*-+_`~[]<>&\\!.1) \t="), max_size=60
)


@given(clean)
def test_law_paragraphs_show_the_text(text):
    wanted = text.strip()
    got = "\n\n".join(shown(lines) if lines != [""] else "" for lines in markdown_escape.paragraphs(text))
    # A line of spaces alone parts paragraphs as an empty one does.
    squeezed = lambda whole: [part for part in whole.split("\n") if part.strip()]  # noqa: E731
    assert squeezed(got) == squeezed(wanted)
