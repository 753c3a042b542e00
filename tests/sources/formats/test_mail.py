"""Mail messages, and pages saved as one file with their parts."""

import re

import pytest

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources import load
from tests.sources.sample_article import LEAD, PARAGRAPHS, QUOTED, REPLY, TITLE, html
from tests.sources.sample_files import wrapped

HEADERS = (
    "From: =?utf-8?q?Ottoline_Br=C3=A5sk?= <brask@courier.invalid>\nTo: r@courier.invalid\n"
    "Subject: Re: =?utf-8?q?The_night_ferry?=\nDate: Sat, 03 Apr 2021 23:30:00 +0200\nMIME-Version: 1.0\n"
)
PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"


def read_message(text):
    return load("-", stdin=text if isinstance(text, bytes) else text.encode())


def block_texts(article):
    return [block.span.of(article.text) for block in article.visible]


def quotes(article):
    return [(b.level, b.span.of(article.text)) for b in article.blocks if b.kind is BlockKind.QUOTE]


def multipart(*parts, kind="alternative", headers=HEADERS):
    whole = "".join(f"--edge\n{part}\n" for part in parts)
    return f'{headers}Content-Type: multipart/{kind}; boundary="edge"\n\n{whole}--edge--\n'


def test_a_message_opens_under_its_subject_with_sender_and_date():
    article = read_message(f"{HEADERS}{PLAIN}{LEAD}\n\n{REPLY}\n")
    assert block_texts(article) == ["The night ferry", LEAD, REPLY]
    assert (article.title, article.byline, article.published) == ("The night ferry", "Ottoline Bråsk", "2021-04-03")


@pytest.mark.parametrize("sender", ["(" * 900, "(\n " * 900, "a:" * 1_500, f"{'(' * 900}{')' * 900} <a@b.invalid>"])
def test_a_sender_nested_too_deep_is_left_out(sender):
    headers = re.sub("From: .*", lambda _: f"From: {sender} a@b.invalid", HEADERS)
    article = read_message(f"{headers}{PLAIN}{LEAD}\n")
    assert (article.title, article.byline, block_texts(article)[1:]) == ("The night ferry", None, [LEAD])


def test_a_page_that_begins_as_a_message_is_read_as_a_page():
    newsletter = f"{HEADERS}List-Unsubscribe: <mailto:x@courier.invalid>\nContent-Type: text/html; charset=utf-8\n\n"
    article = read_message(f"{newsletter * 900}<p>{LEAD}</p><p>{REPLY}</p>")
    assert article.title == "The night ferry"
    assert REPLY in article.text


def test_quoted_mail_becomes_block_quotes_as_deep_as_it_was_quoted():
    lines = [f"> {line}" for line in wrapped(QUOTED[0], 60)] + [">", *(f">> {line}" for line in wrapped(QUOTED[1], 60))]
    article = read_message(f"{HEADERS}{PLAIN}{LEAD}\n\nOttoline wrote:\n\n" + "\n".join(lines) + f"\n\n{REPLY}\n")
    assert quotes(article) == [(1, QUOTED[0]), (2, QUOTED[1])]


def test_flowed_lines_are_joined():
    kind = "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
    flowed = " \n".join(wrapped(LEAD, 30))
    quoted = " \n".join(f"> {line}" for line in wrapped(QUOTED[0], 30))
    article = read_message(f"{HEADERS}{kind}{flowed}\n\n{quoted}\n\n From the pier\n")
    assert block_texts(article)[1:3] == [LEAD, QUOTED[0]]
    assert quotes(article) == [(1, QUOTED[0])]
    assert article.text.endswith("From the pier")


def test_html_is_preferred_to_plain_text():
    page = f"Content-Type: text/html; charset=utf-8\n\n<p>{LEAD}</p><blockquote><p>{QUOTED[0]}</p></blockquote>"
    article = read_message(multipart(f"{PLAIN}the plain text", page))
    assert block_texts(article) == ["The night ferry", LEAD, QUOTED[0]]
    assert quotes(article) == [(1, QUOTED[0])]


def test_an_attachment_is_not_the_text():
    attached = "Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>attached</p>"
    assert block_texts(read_message(multipart(attached, f"{PLAIN}{LEAD}", kind="mixed"))) == ["The night ferry", LEAD]


def test_a_saved_page_opens_as_a_page_with_its_address():
    headers = "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.invalid/ferry\nSubject: Saved\nDate: Sat, 3 Apr 2021 09:00:00 -0000\nMIME-Version: 1.0\n"
    page = f"Content-Type: text/html\nContent-Transfer-Encoding: 8bit\nContent-Location: https://courier.invalid/ferry\n\n{html()}"
    article = read_message(multipart(page, "Content-Type: text/css\n\np {}", kind="related", headers=headers))
    assert block_texts(article) == [TITLE, *PARAGRAPHS]
    assert (article.url, article.byline, article.title) == ("https://courier.invalid/ferry", None, TITLE)


def test_a_newsletter_is_read_as_a_page():
    headers = f"{HEADERS}List-Unsubscribe: <mailto:off@courier.invalid>\n"
    menu = "<nav><ul><li><a href='https://courier.invalid/'>Read in a browser</a></li></ul></nav>"
    article = read_message(f"{headers}Content-Type: text/html; charset=utf-8\n\n{html(before=menu)}")
    assert block_texts(article) == [TITLE, *PARAGRAPHS]
    assert article.byline == "Ottoline Bråsk"


@pytest.mark.parametrize(
    ("charset", "codec"), [("windows-1252", "cp1252"), ("utf-8", "cp1252"), ("no-such", "utf-8"), ("utf-7", "utf-8")]
)
def test_a_stated_encoding_is_used_where_the_bytes_are_valid_in_it(charset, codec):
    head = f"{HEADERS}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode()
    assert block_texts(read_message(head + REPLY.encode(codec)))[1] == REPLY


@pytest.mark.parametrize(
    "headers",
    [
        "From: \nSubject: =?x?b?!!?=\nDate: yesterday\nTo: a\n",
        "From: a\x1b]0;b\x07@c\nSubject: a\x1b[31mb\nDate: Sat, 99 Apr 2021 99:00\nTo: b\n",
        "Subject: =?utf-8?q?=FF=ED=A0=80?=\nDate: \nTo: \nFrom: =?utf-8?b?a?=\n",
    ],
)
def test_invalid_headers_are_ignored(headers):
    article = read_message(f"{headers}\n{LEAD}\n")
    assert LEAD in article.text
    assert article.published is None
    assert "\x1b" not in f"{article.text}{article.title}{article.byline}"


def test_a_message_that_is_too_long_is_refused():
    with pytest.raises(SourceError, match="too many for a message"):
        read_message(HEADERS + "\n" * 500_001)
    with pytest.raises(SourceError, match="too long for a message"):
        read_message(f"{HEADERS}{PLAIN}{'word ' * 250_000}")


def test_the_subject_is_not_repeated_where_the_text_begins_with_it():
    assert block_texts(read_message(f"{HEADERS}{PLAIN}The night ferry\n\n{LEAD}\n")) == ["The night ferry", LEAD]
    assert block_texts(read_message(f"From: a\nTo: b\nDate: c\n\n{LEAD}\n")) == [LEAD]


def test_a_message_without_text_or_with_too_many_parts_is_refused():
    with pytest.raises(SourceError, match="without text"):
        read_message(f"{HEADERS}Content-Type: image/png\n\nx")
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000))
    with pytest.raises(SourceError, match=r"message"):
        read_message(f"{HEADERS}{nested}")
