"""Messages, and pages saved as one file with their parts."""

import re

import pytest

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources import load
from tests.sources.sample_article import LEAD, PARAGRAPHS, QUOTED, REPLY, TITLE, html
from tests.sources.sample_files import broken

HEADERS = (
    "From: =?utf-8?q?Ottoline_Br=C3=A5sk?= <brask@courier.invalid>\nTo: r@courier.invalid\n"
    "Subject: Re: =?utf-8?q?The_night_ferry?=\nDate: Sat, 03 Apr 2021 23:30:00 +0200\nMIME-Version: 1.0\n"
)
PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"


def opened(text):
    return load("-", stdin=text if isinstance(text, bytes) else text.encode())


def shown(article):
    return [block.span.of(article.text) for block in article.visible]


def quotes(article):
    return [(b.level, b.span.of(article.text)) for b in article.blocks if b.kind is BlockKind.QUOTE]


def multipart(*parts, kind="alternative", headers=HEADERS):
    whole = "".join(f"--edge\n{part}\n" for part in parts)
    return f'{headers}Content-Type: multipart/{kind}; boundary="edge"\n\n{whole}--edge--\n'


def test_a_message_opens_under_its_subject_with_sender_and_date():
    article = opened(f"{HEADERS}{PLAIN}{LEAD}\n\n{REPLY}\n")
    assert shown(article) == ["The night ferry", LEAD, REPLY]
    assert (article.title, article.byline, article.published) == ("The night ferry", "Ottoline Bråsk", "2021-04-03")


@pytest.mark.parametrize("sender", ["(" * 900, "(\n " * 900, "a:" * 1_500, f"{'(' * 900}{')' * 900} <a@b.invalid>"])
def test_a_sender_nested_too_deep_is_left_out(sender):
    headers = re.sub("From: .*", lambda _: f"From: {sender} a@b.invalid", HEADERS)
    article = opened(f"{headers}{PLAIN}{LEAD}\n")
    assert (article.title, article.byline, shown(article)[1:]) == ("The night ferry", None, [LEAD])


def test_a_page_that_begins_as_a_message_is_read_as_a_page():
    newsletter = f"{HEADERS}List-Unsubscribe: <mailto:x@courier.invalid>\nContent-Type: text/html; charset=utf-8\n\n"
    article = opened(f"{newsletter * 900}<p>{LEAD}</p><p>{REPLY}</p>")
    assert article.title == "The night ferry"
    assert REPLY in article.text


def test_quoted_mail_becomes_block_quotes_as_deep_as_it_was_quoted():
    lines = [f"> {line}" for line in broken(QUOTED[0], 60)] + [">", *(f">> {line}" for line in broken(QUOTED[1], 60))]
    article = opened(f"{HEADERS}{PLAIN}{LEAD}\n\nOttoline wrote:\n\n" + "\n".join(lines) + f"\n\n{REPLY}\n")
    assert quotes(article) == [(1, QUOTED[0]), (2, QUOTED[1])]


def test_lines_that_flow_are_one_line():
    kind = "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
    flowed = " \n".join(broken(LEAD, 30))
    quoted = " \n".join(f"> {line}" for line in broken(QUOTED[0], 30))
    article = opened(f"{HEADERS}{kind}{flowed}\n\n{quoted}\n\n From the pier\n")
    assert shown(article)[1:3] == [LEAD, QUOTED[0]]
    assert quotes(article) == [(1, QUOTED[0])]
    assert article.text.endswith("From the pier")


def test_the_page_of_a_message_is_preferred_to_its_text_for_its_structure():
    page = f"Content-Type: text/html; charset=utf-8\n\n<p>{LEAD}</p><blockquote><p>{QUOTED[0]}</p></blockquote>"
    article = opened(multipart(f"{PLAIN}the plain text", page))
    assert shown(article) == ["The night ferry", LEAD, QUOTED[0]]
    assert quotes(article) == [(1, QUOTED[0])]


def test_an_attachment_is_not_the_text():
    attached = "Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>attached</p>"
    assert shown(opened(multipart(attached, f"{PLAIN}{LEAD}", kind="mixed"))) == ["The night ferry", LEAD]


def test_a_saved_page_opens_as_the_page_it_was_with_its_address():
    headers = "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.invalid/ferry\nSubject: Saved\nDate: Sat, 3 Apr 2021 09:00:00 -0000\nMIME-Version: 1.0\n"
    page = f"Content-Type: text/html\nContent-Transfer-Encoding: 8bit\nContent-Location: https://courier.invalid/ferry\n\n{html()}"
    article = opened(multipart(page, "Content-Type: text/css\n\np {}", kind="related", headers=headers))
    assert shown(article) == [TITLE, *PARAGRAPHS]
    assert (article.url, article.byline, article.title) == ("https://courier.invalid/ferry", None, TITLE)


def test_a_newsletter_is_read_as_a_page():
    headers = f"{HEADERS}List-Unsubscribe: <mailto:off@courier.invalid>\n"
    menu = "<nav><ul><li><a href='https://courier.invalid/'>Read in a browser</a></li></ul></nav>"
    article = opened(f"{headers}Content-Type: text/html; charset=utf-8\n\n{html(before=menu)}")
    assert shown(article) == [TITLE, *PARAGRAPHS]
    assert article.byline == "Ottoline Bråsk"


@pytest.mark.parametrize(
    ("charset", "codec"), [("windows-1252", "cp1252"), ("utf-8", "cp1252"), ("no-such", "utf-8"), ("utf-7", "utf-8")]
)
def test_an_encoding_is_believed_where_the_bytes_agree(charset, codec):
    head = f"{HEADERS}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode()
    assert shown(opened(head + REPLY.encode(codec)))[1] == REPLY


@pytest.mark.parametrize(
    "headers",
    [
        "From: \nSubject: =?x?b?!!?=\nDate: yesterday\nTo: a\n",
        "From: a\x1b]0;b\x07@c\nSubject: a\x1b[31mb\nDate: Sat, 99 Apr 2021 99:00\nTo: b\n",
        "Subject: =?utf-8?q?=FF=ED=A0=80?=\nDate: \nTo: \nFrom: =?utf-8?b?a?=\n",
    ],
)
def test_headers_that_make_no_sense_do_no_harm(headers):
    article = opened(f"{headers}\n{LEAD}\n")
    assert LEAD in article.text
    assert article.published is None
    assert "\x1b" not in f"{article.text}{article.title}{article.byline}"


def test_a_message_longer_than_any_is_refused():
    with pytest.raises(SourceError, match="too many for a message"):
        opened(HEADERS + "\n" * 500_001)
    with pytest.raises(SourceError, match="too long for a message"):
        opened(f"{HEADERS}{PLAIN}{'word ' * 250_000}")


def test_the_subject_is_not_repeated_where_the_text_begins_with_it():
    assert shown(opened(f"{HEADERS}{PLAIN}The night ferry\n\n{LEAD}\n")) == ["The night ferry", LEAD]
    assert shown(opened(f"From: a\nTo: b\nDate: c\n\n{LEAD}\n")) == [LEAD]


def test_a_message_without_text_and_one_of_endless_parts_are_refused():
    with pytest.raises(SourceError, match="without text"):
        opened(f"{HEADERS}Content-Type: image/png\n\nx")
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000))
    with pytest.raises(SourceError, match=r"message"):
        opened(f"{HEADERS}{nested}")
