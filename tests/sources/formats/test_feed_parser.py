"""News feeds as sites write them, valid and broken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.sources.formats import feed_parser, reading_lists
from reader.sources.formats.feed_update import fetch_update
from reader.sources.net.page_cache import FetchedPage
from tests.cpu_time import growth
from tests.fuzz.mutations import PIECES
from tests.sources.loopback_servers import redirect, response, serving
from tests.sources.resource_use import UNPRINTABLE

BASE = "https://courier.invalid/news/feed.xml"
FERRY = "https://courier.invalid/ferry"
ITEM = f"<item><title>Ferry</title><link>{FERRY}</link><guid>f1</guid></item>"


def rss(items=ITEM, before=""):
    return f"{before}<rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>"


def entries(text):
    return [(each["id"], each["url"], each["title"]) for each in feed_parser.parse_feed(text, BASE).entries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (rss(), ("f1", FERRY, "Ferry")),
        (rss(before="\n<?xml version='1.0' encoding='latin-1'?>\n"), ("f1", FERRY, "Ferry")),
        (rss("<item><title>A &lt;b&gt;late&lt;/b&gt; ferry &amp;#8211; 3 &amp;lt; 4</title><link>/ferry</link></item>"), ("/ferry", FERRY, "A late ferry – 3 < 4")),
        (rss("<item><title>Ferry & pier</title><link>/ferry?a=1&b=2</link></item>"), ("/ferry?a=1&b=2", f"{FERRY}?a=1&b=2", "Ferry & pier")),
        (rss("<item><title>Ferry&nbsp;&mdash; pier &amp; town &Ouml;</title><link>/ferry</link>"), ("/ferry", FERRY, "Ferry — pier & town Ö")),
        (rss()[:-30], ("f1", FERRY, "Ferry")),
        (rss(before="<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?>\n<!-- a --> <!DOCTYPE rss PUBLIC 'a' 'b'>\n"), ("f1", FERRY, "Ferry")),
        (rss("<item><link>/ferry?a=1&amp;section=2&amp;amp;copy=3</link></item>"), ("/ferry?a=1&section=2&copy=3", f"{FERRY}?a=1&section=2&copy=3", None)),
        (rss("<item><title>A & B</title><link><![CDATA[/ferry?a=1&section=2]]></link></item>"), ("/ferry?a=1&section=2", f"{FERRY}?a=1&section=2", "A & B")),
        (rss("<item><title>Ferry &ltpier; &LT; &copy; & town</title><link>/ferry</link></item>"), ("/ferry", FERRY, "Ferry <pier; < © & town")),
        (rss("<item><title>Ferry</title><guid isPermaLink='false'>f1</guid></item>"), ("f1", None, "Ferry")),
        (rss(f"<item><title>Ferry</title><link/><guid>{FERRY}</guid></item>"), (FERRY, FERRY, "Ferry")),
        (rss("<item><title>Ferry &nosuch; pier</title><link>/ferry</link></item>"), ("/ferry", FERRY, "Ferry &nosuch; pier")),
        (rss("<item><link>http://[x</link></item>"), ("http://[x", "http://[x", None)),
        ("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://courier.invalid/'><entry><id>urn:1</id><title type='html'>&lt;i&gt;Ferry&lt;/i&gt;</title><link href='ferry'/></entry></feed>", ("urn:1", FERRY, "Ferry")),
        (json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [{"id": 1, "url": "../ferry", "title": "Ferry"}]}), ("1", FERRY, "Ferry")),
    ],
)  # fmt: skip
def test_an_entry_has_an_id_an_address_and_a_title_without_markup(text, found):
    assert feed_parser.is_feed(text)
    assert entries(text) == [found]


def test_many_comments_without_a_feed_are_rejected_fast():
    assert not feed_parser.is_feed("<!-- -->" * 30 + "<p>")  # for ever where each comment is tried both ways


def test_an_escaped_entity_definition_is_refused():
    hidden = "<!DOCTYPE feed [<&excl;ENTITY LT 'x'>]><feed><entry><link href='/f&LT;'/></entry></feed>"
    with pytest.raises(SourceError, match="damaged"):
        feed_parser.parse_feed(hidden, BASE)


@pytest.mark.no_cover
def test_only_the_first_entries_and_the_start_of_long_texts_are_read():
    assert len(feed_parser.parse_feed(rss(ITEM * 10_100)).entries) == 10_000
    assert feed_parser.parse_feed(rss("").replace("Courier", "Ferry " * 1000)).title == ("Ferry " * 1000)[:2000].strip()
    item = {"id": "1", "url": "https://courier.invalid/?a=1&section=2"}
    update = feed_parser.parse_feed(json.dumps({"items": [item] * 10_100})).entries
    assert (len(update), update[0]["url"]) == (10_000, item["url"])


def test_a_json_feed_states_authors_and_dates():
    item = {
        "id": "1",
        "url": FERRY,
        "authors": [{"name": "Mira Oland"}, {"name": "Ruben Loy"}, 3],
        "date_published": "2021-05-04T10:00:00Z",
    }
    older = {"id": "2", "author": {"name": "Mira Oland"}, "authors": 0}
    feed = feed_parser.parse_feed(json.dumps({"title": "Courier", "items": [item, older, 7, {"authors": "x"}]}))
    first, second, third = feed.entries
    assert (feed.title, first["author"], first["publishedat"]) == (
        "Courier",
        "Mira Oland, Ruben Loy",
        item["date_published"],
    )
    assert (second["author"], second["url"], third["author"]) == ("Mira Oland", None, None)
    assert feed_parser.parse_feed('{"items": 3}') == feed_parser.Feed(None, ())


@pytest.mark.parametrize("text", ["{", "[" * 9, "<!DOCTYPE a [<!ENTITY x 'y'>]><rss/>", ""])
def test_a_text_without_a_feed_is_refused(text):
    with pytest.raises(SourceError):
        feed_parser.parse_feed("{" + "[" * 100_000 if text == "[" * 9 else text)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece", ["<a>", "&", "<", "<item>", "&nbsp;", "]]>", "<![CDATA[", "<item><title>x</title><link>/f</link></item>"]
)
def test_time_grows_with_hostile_feeds_and_not_faster(piece):
    def parse(size):
        feed_parser.parse_feed(f"<rss><channel>{ITEM}{piece * (size // len(piece))}")

    assert growth(parse, 50_000, 500_000) < 20


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("<link rel='alternate' type='application/rss+xml' href='/feed?a=1&amp;b=2'>", "https://courier.invalid/feed?a=1&b=2"),
        ('<LINK HREF=feed TYPE="application/atom+xml" REL=alternate>', "https://courier.invalid/news/feed"),
        ("<link rel='stylesheet' type='text/css' href='/a'><link rel=alternate type=application/feed+json href=/j>", "https://courier.invalid/j"),
        ("<link rel='alternate' type='application/rss+xml'>", None),
        ("<link rel='alternate' hreflang='fr' href='/fr'>", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_feed_that_a_page_names_is_found(link, address):
    assert feed_parser.find_feed_link(f"<html><head>{link}</head>", BASE) == address


XML = {"content_type": "application/rss+xml"}


def test_a_feed_that_has_not_changed_is_not_read_again():
    with serving({"/feed": response(rss().encode(), etag='"1"', last_modified="Mon", **XML)}) as server:
        update = fetch_update(f"{server.address}/feed", allow_private=True)
        assert update is not None
        assert (update.title, update.etag, update.last_modified) == ("Courier", '"1"', "Mon")
        assert [(name, article.url, article.outlet) for name, article in update.articles] == [("f1", FERRY, "Courier")]
        server.answers["/feed"] = response(b"", "304 Not Modified")
        known = FetchedPage(update.url, b"", etag=update.etag, last_modified=update.last_modified)
        assert fetch_update(f"{server.address}/feed", known=known, allow_private=True) is None
        assert 'if-none-match: "1"' in server.requests[-1].lower()


def test_the_address_of_a_page_leads_to_its_feed():
    page = b"<html><head><link rel=alternate type=application/rss+xml href=/feed></head><body>News</body></html>"
    with serving({"/": response(page), "/feed": response(rss().encode(), **XML)}) as server:
        update = fetch_update(f"{server.address}/", allow_private=True)
        assert update is not None
        assert (update.location, len(update.articles)) == (f"{server.address}/feed", 1)
        server.answers["/feed"] = response(b"<p>No feed here.</p>")
        with pytest.raises(SourceError, match=r"is not a feed, although a page names it as one\.$"):
            fetch_update(f"{server.address}/", allow_private=True)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/page", "is neither a feed nor a page that names one"),
        ("/bomb", "was not read: the feed defines entities"),
        ("/inward", "allow-private"),
        ("/none", "404|not there|no such page"),
    ],
)
def test_a_missing_feed_is_reported_in_one_sentence(path, words):
    bomb = "<?xml version='1.0'?><rss><!DOCTYPE a [<!ENTITY x 'y'>]></rss>"
    answers = {"/page": response(b"<p>News</p>"), "/bomb": response(bomb.encode()), "/inward": redirect("/page")}
    with serving(answers) as server, pytest.raises(SourceError, match=words) as error:
        fetch_update(f"{server.address}{path}", allow_private=path != "/inward")
    assert str(error.value).endswith(".")
    assert "\n" not in str(error.value)


def test_a_page_can_not_lead_to_another_host_in_a_private_network():
    page = "<html><head><link rel=alternate type=application/rss+xml href=http://localhost:{0}/feed></head>"
    with serving({"/feed": response(rss().encode(), **XML)}) as server:
        server.answers["/"] = response(page.format(server.port).encode())
        with pytest.raises(SourceError, match="localhost is in this machine's own network"):
            fetch_update(f"{server.address}/", allow_private=True)
        assert server.paths == ["/"]


def test_an_etag_that_is_not_ascii_is_not_sent():
    with serving({"/feed": response(rss().encode(), etag='"é"', **XML)}) as server:
        address = f"{server.address}/feed"
        update = fetch_update(address, allow_private=True)
        assert update is not None
        known = FetchedPage(update.url, b"", etag=update.etag)
        assert fetch_update(address, known=known, allow_private=True) == update


def test_a_path_is_not_a_feed():
    with pytest.raises(SourceError, match="begins with https://"):
        fetch_update("feed.xml")


_MARKUP = (
    b"<item>",
    b"</item>",
    b"<title>",
    b"<link>",
    b"/ferry",
    b"&#27;",
    b"&nbsp;",
    b"<guid>",
    b'<entry xml:base="',
    b'"',
)


@given(st.lists(st.sampled_from(_MARKUP + PIECES) | st.binary(max_size=6), max_size=30).map(b"".join))
def test_the_articles_of_any_feed_can_be_printed(inside):
    try:
        update = reading_lists.read_list(
            "-", b"<rss><channel><title>Courier</title><item><link>https://a.invalid/" + inside
        )
    except SourceError as error:
        said = [str(error)]
    else:
        said = [word for each in update.skipped for word in (each.what, each.why)]
        said += [fact for each in update.bookmarks for fact in (each.url, each.title, each.byline, each.outlet) if fact]
    assert not UNPRINTABLE.search("".join(said))


def test_a_feed_in_a_file_is_refused_with_what_works():
    with pytest.raises(SourceError, match=r"pullquote import FILE\.$"):
        fetch_update("feed.xml")
