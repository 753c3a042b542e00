"""Open a web address: fetched once, cached, and read again without the network."""

import pytest

from reader.errors import SourceError
from reader.model import MarkKind
from reader.sources import load
from tests.sources.loopback_servers import redirect, response, serving
from tests.sources.sample_article import LEAD, QUOTED, TEXT, TITLE, html


def page(**headers):
    link = '<p>See <a href="/map">the map of the quays</a>, which the harbour office printed for the meeting.</p>'
    return response(html().replace("</article>", f"{link}</article>").encode(), **headers)


def test_an_article_opens_from_its_address(tmp_path):
    with serving({"/": redirect("/ferry"), "/ferry": page()}) as server:
        article = load(f"{server.address}/#top", allow_private=True, cache=tmp_path)
    assert article.title == TITLE
    assert (article.location, article.url) == (f"{server.address}/", f"{server.address}/ferry")
    assert all(paragraph in article.text for paragraph in (LEAD, *QUOTED))
    links = [mark.href for mark in article.marks if mark.kind is MarkKind.LINK]
    assert links == [f"{server.address}/map"]


@pytest.mark.parametrize("address", ["http://[x", "http://[::1/", "http://"])
def test_an_invalid_address_is_reported_in_one_sentence(address):
    with pytest.raises(SourceError, match=r"was not opened: [^\n]*\.$"):
        load(address)


def test_a_page_in_the_cache_opens_without_the_network(tmp_path):
    with serving({"/": page()}) as server:
        first = load(f"{server.address}/", allow_private=True, cache=tmp_path)
        assert load(f"{server.address}/", cache=tmp_path) == first
    assert load(f"{server.address}/", cache=tmp_path) == first
    assert server.paths == ["/"]
    with pytest.raises(SourceError, match="allow-private"):
        load(f"{server.address}/")


def test_refresh_asks_whether_the_page_has_changed(tmp_path):
    with serving({"/": page(etag='"7"')}) as server:
        first = load(f"{server.address}/", allow_private=True, cache=tmp_path)
        server.answers["/"] = response(b"", "304 Not Modified")
        assert load(f"{server.address}/", allow_private=True, cache=tmp_path, refresh=True) == first
        server.answers["/"] = response(html().replace("Tuesday", "Friday").encode())
        changed = load(f"{server.address}/", allow_private=True, cache=tmp_path, refresh=True)
    assert 'If-None-Match: "7"' in server.requests[1]
    assert "Friday" in changed.text
    assert load(f"{server.address}/", cache=tmp_path) == changed


def test_a_refresh_that_fails_mentions_the_cached_copy(tmp_path):
    with serving({"/": page()}) as server:
        load(f"{server.address}/", allow_private=True, cache=tmp_path)
        server.answers["/"] = response(b"", "500 Internal Server Error")
        with pytest.raises(SourceError, match=r"out of order .*; the copy in the cache opens without --refresh\.$"):
            load(f"{server.address}/", allow_private=True, cache=tmp_path, refresh=True)
    load(f"{server.address}/", cache=tmp_path)


def test_a_page_without_an_article_is_not_cached(tmp_path):
    shell = response(b"<!doctype html><title>Wait</title><noscript>Enable JavaScript</noscript><div id=app></div>")
    with serving({"/": shell}) as server:
        with pytest.raises(SourceError, match=r"the page holds no article; if the browser shows one, save the page"):
            load(f"{server.address}/", allow_private=True, cache=tmp_path)
        server.answers["/"] = page()
        assert load(f"{server.address}/", allow_private=True, cache=tmp_path).title == TITLE


@pytest.mark.parametrize(
    ("media_type", "body"),
    [("text/plain", TEXT), ("text/markdown", f"# {TEXT}"), ("application/octet-stream", html()), ("", html())],
)
def test_other_media_types_open_in_their_format(media_type, body):
    with serving({"/": response(body.encode(), content_type=media_type)}) as server:
        article = load(f"{server.address}/", allow_private=True)
    assert (article.title, article.url) == (TITLE, f"{server.address}/")


def test_the_encoding_of_the_header_goes_before_that_of_the_page():
    text = html().replace("utf-8", "iso-8859-2").replace("Ruben Achterberg", "Ruben Ačterberg")
    answer = response(text.encode("cp1250", "replace"), content_type="text/html; charset=windows-1250")
    with serving({"/": answer}) as server:
        assert "Ruben Ačterberg" in load(f"{server.address}/", allow_private=True).text
