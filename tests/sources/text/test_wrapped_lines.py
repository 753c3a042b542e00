"""Lines that a program wrapped are joined, and others are not."""

import textwrap

from reader.sources import load
from tests.sources.sample_article import FIGURES, LEAD, REPLY

BODY = (LEAD, REPLY, FIGURES)


def read_text(text):
    return load("-", stdin=text.encode())


def visible(article):
    return [block.span.of(article.text) for block in article.visible]


def printed(*blocks, width=72):
    """Blocks as a text browser prints them: indented and wrapped."""
    fill = {"width": width, "initial_indent": "   ", "subsequent_indent": "   ", "break_on_hyphens": False}
    return [textwrap.fill(block, **fill) for block in blocks]


def test_lists_beside_wrapped_paragraphs_do_not_hide_that_they_are_wrapped():
    items = "\n".join(f"     * the boat of {number} o'clock to the far side of the sound" for number in range(20))
    shown = visible(read_text("\n\n".join((items, *printed(*BODY), items))))
    assert [text for text in shown if text in BODY] == list(BODY)


def test_a_wrapped_paragraph_whose_lines_all_begin_with_a_capital_is_joined():
    wrapped = (
        "   The council chose Ottoline Brask and Ruben Achterberg of the Harbour\n"
        "   Board, Mira Oland of the Register, and Tessa Quill of the Courier of\n"
        "   Ansel."
    )
    article = read_text("\n\n".join((*printed(LEAD, REPLY), wrapped, *printed(FIGURES))))
    assert " ".join(wrapped.split()) in visible(article)


def test_lines_of_chinese_are_joined_without_spaces_and_those_of_korean_with_them():
    chinese = "安塞尔议会星期一决定夜间渡轮在冬天也将每天运行因为岛上的许多居民每天都要乘船上班而且没有别的路可走。"
    lines = [chinese[at : at + 35] for at in range(0, len(chinese), 35)]
    article = read_text("\n\n".join("\n".join(lines) for _ in range(3)))
    assert visible(article) == [chinese] * 3
    korean = "안셀 의회는 월요일에 야간 여객선을 겨울에도 날마다 운항하기로 결정했다고 밝혔다고 한다"
    first, second = korean[:32].rstrip(), korean[32:].lstrip()
    article = read_text("\n\n".join(f"{first}\n{second}" for _ in range(3)))
    assert visible(article) == [f"{first} {second}"] * 3


def test_rows_of_a_table_that_are_wider_than_the_text_do_not_hide_that_it_is_wrapped():
    rows = "\n".join(f"{hour:02}:15   night boat   {'=' * 60}   {hour * 3} passengers" for hour in range(20))
    shown = visible(read_text("\n\n".join((*printed(*BODY), rows, *printed(*reversed(BODY))))))
    assert [text for text in shown if text in BODY] == [*BODY, *reversed(BODY)]


def test_two_lines_that_happen_to_fit_a_width_stay_beside_paragraphs_that_are_not_wrapped():
    lines = "the boat of seven o'clock to the far side of the sound and\nback"
    assert lines in visible(read_text(f"{LEAD}\n\n{lines}\n\n{REPLY}\n\n{FIGURES}"))
