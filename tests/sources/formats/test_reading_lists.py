"""Reading lists, as other programs export them."""

import json
import zipfile
from unittest.mock import Mock

import pytest

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources import load
from reader.sources.formats import reading_lists
from reader.sources.formats.imported_pages import cache_pages
from reader.sources.formats.reading_lists import Bookmark, SkippedEntry, read_list, url_key
from reader.sources.net.page_cache import FetchedPage, PageCache
from tests.cpu_time import growth
from tests.sources.loopback_servers import response, serving
from tests.sources.sample_article import FIGURES, LEAD, QUOTED, REPLY
from tests.sources.sample_files import zipped

FERRY = "https://courier.invalid/ferry"
PIER = "https://www.pier.invalid/a?b=1"
SAVED = "2021-04-03T09:00:00.000+00:00"
SECONDS = 1617440400


def read_bytes(data, **options):
    return read_list("-", data if isinstance(data, bytes) else data.encode(), **options)


def urls(data, **options):
    return [bookmark.url for bookmark in read_bytes(data, **options).bookmarks]


def nested(times):
    """A list in an archive in an archive, and so on."""
    data = json.dumps([{"url": FERRY}]).encode()
    for _ in range(times):
        data = zipped({"metadata_0_to_20.json": data}, zipfile.ZIP_STORED)
    return data


def test_all_fields_of_wallabag_are_read():
    item = {
        "url": FERRY,
        "title": "The  night ferry",
        "is_archived": 0,
        "created_at": "2021-04-03T11:00:00+0200",
        "published_at": "2021-04-01T00:00:00+0000",
        "published_by": ["Ottoline Brask"],
        "domain_name": "courier.invalid",
    }
    reading_list = read_bytes(json.dumps([item, {**item, "url": PIER, "is_archived": 1}]))
    expected = Bookmark(FERRY, "The night ferry", "Ottoline Brask", "courier.invalid", "2021-04-01", SAVED)
    assert reading_list.bookmarks == (expected,)
    assert reading_list.skipped == (SkippedEntry(PIER, "it is marked as read"),)
    assert urls(json.dumps([item, {**item, "url": PIER, "is_archived": 1}]), archived=True) == [FERRY, PIER]


def test_an_article_in_a_wallabag_export_becomes_a_page_with_its_facts(tmp_path):
    content = f"<p>{LEAD}</p><blockquote><p>{QUOTED[0]}</p></blockquote><p>{REPLY}</p><p>{FIGURES}</p>"
    item = {
        "url": FERRY,
        "title": "Night & ferry",
        "content": content,
        "published_by": ["Ottoline Brask"],
        "domain_name": "courier.invalid",
        "published_at": "2021-04-01",
        "language": "en_GB",
    }
    [found] = read_bytes(json.dumps([item])).bookmarks
    cache_pages(tmp_path, [(found.url, found.page)])
    article = load(FERRY, cache=tmp_path)
    assert (article.title, article.byline, article.published) == ("Night & ferry", "Ottoline Brask", "2021-04-01")
    assert (article.outlet, article.language, article.url) == ("courier.invalid", "en", FERRY)
    assert [block.span.of(article.text) for block in article.visible[1:]] == [LEAD, QUOTED[0], REPLY, FIGURES]
    assert article.visible[2].kind is BlockKind.QUOTE


@pytest.mark.parametrize(
    "content",
    [None, 7, "", "<p>This page could not be had.</p>", f"{LEAD}\n\n{FIGURES}\n\n" * 5, "<p>" + "word " * 500_000],
)
def test_incomplete_content_does_not_become_a_page(content):
    [found] = read_bytes(json.dumps([{"url": FERRY, "content": content}])).bookmarks
    assert found.page == b""


def test_a_fetched_page_is_not_replaced_by_one_from_a_list(tmp_path):
    PageCache(tmp_path).put(FERRY, FetchedPage(FERRY, b"<p>fetched</p>"))
    cache_pages(tmp_path, [(FERRY, b"<p>listed</p>"), (PIER, b"<p>pier</p>"), (FERRY, b"")])
    kept = [PageCache(tmp_path).get(url) for url in (FERRY, PIER)]
    assert [found.data for found in kept if found is not None] == [b"<p>fetched</p>", b"<p>pier</p>"]


OMNIVORE = [
    {
        "id": "1",
        "url": FERRY,
        "title": "Ferry",
        "author": "O. Brask",
        "state": "Active",
        "savedAt": "2021-04-03T09:00:00Z",
    },
    {"id": "2", "url": PIER, "title": "Pier", "state": "Archived"},
]
POCKET = f'title,url,time_added,tags,status\n"Ferry, at night",{FERRY},{SECONDS},,unread\nPier,{PIER},1,a|b,archive\n'
INSTAPAPER = (
    f"URL,Title,Selection,Folder,Timestamp,Tags\n{FERRY},Ferry,,Unread,{SECONDS},[]\n{PIER},Pier,,Archive,1,[]\n"
)
NETSCAPE = (
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>To read</H3>\n<DL><p>\n"
    f'<DT><A HREF="{FERRY}" ADD_DATE="{SECONDS}" ICON="data:image/png;base64,AAAA">Ferry &amp; <b>pier</b></A>\n'
    '<DT><A HREF="javascript:alert(1)">A button</A></DL></DL>'
)
POCKET_PAGE = (
    f'<!DOCTYPE html><html><h1>Unread</h1><ul><li><a href="{FERRY}" time_added="{SECONDS}" tags="">Ferry</a></li></ul>'
    f'<h1>Read Archive</h1><ul><li><a href="{PIER}" time_added="1">Pier</a></li></ul></html>'
)
OPML = (
    "<?xml version='1.0' encoding='UTF-8'?><opml version='2.0'><body><outline text='Town'>"
    f"<outline type='link' text='Ferry' url='{FERRY}'/><outline type='rss' text='News' xmlUrl='https://courier.invalid/feed'/>"
    "<outline text='Pier' htmlUrl='https://www.pier.invalid/'/></outline></body></opml>"
)


@pytest.mark.parametrize(
    ("data", "title", "skipped"),
    [
        (json.dumps(OMNIVORE), "Ferry", "it is marked as read"),
        (json.dumps({"items": OMNIVORE}), "Ferry", "it is marked as read"),
        (POCKET, "Ferry, at night", "it is marked as read"),
        (INSTAPAPER, "Ferry", "it is marked as read"),
        (NETSCAPE, "Ferry & pier", "it has no address on the web"),
        (POCKET_PAGE, "Ferry", "it is marked as read"),
    ],
)
def test_the_exports_of_each_program_are_read(data, title, skipped):
    reading_list = read_bytes(data)
    assert [(each.url, each.title, each.saved) for each in reading_list.bookmarks] == [(FERRY, title, SAVED)]
    assert [each.why for each in reading_list.skipped] == [skipped]


def test_an_opml_list_gives_links_and_skips_feeds():
    reading_list = read_bytes(OPML)
    assert [(each.url, each.title) for each in reading_list.bookmarks] == [
        (FERRY, "Ferry"),
        ("https://www.pier.invalid/", "Pier"),
    ]
    assert reading_list.skipped == (
        SkippedEntry("https://courier.invalid/feed", "it is a feed; follow it with pullquote feed add"),
    )
    assert urls(OPML.replace("<?xml version='1.0' encoding='UTF-8'?>", "")) == urls(OPML)


RSS = (
    "<?xml version='1.0' encoding='utf-8'?>\n<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
    f"<title>Courier</title><link>https://courier.invalid/</link><item><title>Ferry &amp; pier</title><link>{FERRY}</link>"
    "<dc:creator>O. Brask</dc:creator><pubDate>Sat, 03 Apr 2021 11:00:00 +0200</pubDate></item>"
    f"<item><title>Pier</title><guid>{PIER}</guid></item><item><title>Nothing</title></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Courier</title><link href='https://courier.invalid/'/><entry>"
    f"<title>Ferry &amp; pier</title><link rel='edit' href='{PIER}'/><link href='{FERRY}'/><author><name>O. Brask</name></author>"
    f"<updated>2021-04-03T09:00:00Z</updated></entry><entry><link rel='alternate' href='{PIER}'/></entry><entry/></feed>"
)
RDF = (
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Courier</title></channel><item><title>Ferry &amp; pier</title>"
    f"<link>{FERRY}</link><dc:creator>O. Brask</dc:creator><dc:date>2021-04-03T09:00:00Z</dc:date></item>"
    f"<item><link>{PIER}</link></item><item/></rdf:RDF>"
)


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF])
def test_the_entries_of_a_feed_are_articles_to_read(feed):
    reading_list = read_bytes(feed)
    assert reading_list.bookmarks[0] == Bookmark(FERRY, "Ferry & pier", "O. Brask", "Courier", "2021-04-03", SAVED)
    assert [each.url for each in reading_list.bookmarks] == [FERRY, PIER]
    assert [each.why for each in reading_list.skipped] == ["it has no address on the web"]


def test_a_feed_is_fetched_by_its_address():
    with serving({"/feed": response(RSS.encode(), content_type="application/rss+xml")}) as server:
        reading_list = read_list(f"{server.address}/feed", allow_private=True)
        assert [each.url for each in reading_list.bookmarks] == [FERRY, PIER]
        with pytest.raises(SourceError):
            read_list(f"{server.address}/feed")


def test_a_list_of_addresses_may_have_titles_and_remarks():
    reading_list = read_bytes(f"# to read\n\n{FERRY}\n{PIER} The pier\nnot an address\nfile:///etc/passwd\n")
    assert [(each.url, each.title) for each in reading_list.bookmarks] == [(FERRY, None), (PIER, "The pier")]
    assert [each.what for each in reading_list.skipped] == ["not an address", "file:///etc/passwd"]


def test_the_parts_of_a_zipped_export_are_read_in_order():
    packed = zipped(
        {
            "metadata_0_to_20.json": json.dumps(OMNIVORE[:1]),
            "metadata_20_to_40.json": json.dumps([{"url": "https://c.invalid/3"}]),
            "part_000000.csv": POCKET,
            "content/a.html": "<a href='https://other.invalid'>x</a>",
        }
    )
    reading_list = read_bytes(packed)
    assert [each.url for each in reading_list.bookmarks] == [FERRY, "https://c.invalid/3"]
    assert SkippedEntry(FERRY, "it is listed twice") in reading_list.skipped


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (FERRY, f"{FERRY}/#comments", True),
        (FERRY, "HTTP://www.Courier.invalid/ferry?utm_source=x&fbclid=1", True),
        ("https://a.invalid/?id=1", "https://a.invalid/?id=2", False),
        (FERRY, "https://courier.invalid/Ferry", False),
        ("http://[", "http://[", True),
        ("https://a.invalid/?id=\udce9", "https://a.invalid/?id=\udce8", False),
    ],
)
def test_addresses_that_differ_in_tracking_only_have_one_key(one, other, is_same):
    assert (url_key(one) == url_key(other)) is is_same


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        (SECONDS, SAVED),
        (str(SECONDS * 1000), SAVED),
        (SECONDS * 1_000_000, SAVED),
        ("2021-04-03T09:00:00", SAVED),
        ("2021-04-03T11:00:00+02:00", SAVED),
        ("yesterday", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
        ([], None),
    ],
)
def test_times_are_read_in_every_form(written, saved):
    assert read_bytes(json.dumps([{"url": FERRY, "created_at": written}])).bookmarks[0].saved == saved


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("A letter without any address in it.", "no list of addresses"),
        ("[]", "no list of addresses"),
        ("{broken", "is not valid JSON"),
        ("[" * 100_000, "is not valid JSON"),
        ("<opml>", "the list is damaged"),
        ("<rss><channel>", "no list of addresses"),
        ("<rss", "no list of addresses"),
        ("<?xml version='1.0'?><rss/>", "no list of addresses"),
        ("<feed><!DOCTYPE a [<!ENTITY x 'y'>]></feed>", "defines entities"),
        ("<!DOCTYPE a [<!ENTITY x 'y'>]><opml/>", "no list of addresses"),
        (zipped({"a.txt": "x"}), "no list of addresses"),
        (nested(1_000), "no list of addresses"),
        (b"PK\x03\x04", "damaged"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
def test_a_file_that_is_not_a_list_is_refused(data, words):
    with pytest.raises(SourceError, match=rf"^standard input was not imported: .*{words}.*\.$"):
        read_bytes(data)


def test_invalid_entries_are_skipped():
    reading_list = read_bytes(
        json.dumps([3, {"title": "No address"}, {"url": 7}, {"url": FERRY, "title": ["a", 1], "author": 4}])
    )
    assert [each.what for each in reading_list.skipped] == ["3", "No address", "7"]
    assert [each.what for each in read_bytes(json.dumps(["\ud800"])).skipped] == ["\ufffd"]
    assert read_bytes(json.dumps([{"url": "http://[x"}])).bookmarks[0].outlet is None
    assert reading_list.bookmarks[0].title == "a"
    assert [each.why for each in read_bytes(f"url,title\n{FERRY},a\n{PIER},{'x' * 200_000}\n").skipped] == [
        "it is not valid CSV"
    ]


def test_control_characters_are_removed():
    reading_list = read_bytes(f"{FERRY} The \x1b[31mpier\x1b]52;c;eA==\x07\nnot\x1b[2J\n")
    assert reading_list.bookmarks[0].title == "The pier"
    assert reading_list.skipped[0].what == "not"


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece", ["<a>", "<a", "<a x", "<h1>", "a" * 1000, "<a " + "b" * 100, "[", "<outline>", "x,", "=\"'"]
)
def test_time_grows_with_hostile_lists_and_not_faster(piece):
    def read_two(size):
        for opening in (f"<a href='{FERRY}'>x</a>", f"{FERRY}\n"):
            read_bytes(opening + piece * (size // len(piece)))

    assert growth(read_two, 50_000, 500_000) < 20


def test_a_list_with_too_many_entries_is_refused(monkeypatch):
    monkeypatch.setattr("reader.sources.formats.reading_lists._MOST_ENTRIES", 1)
    with pytest.raises(SourceError, match="over 1 addresses"):
        read_bytes(f"{FERRY}\n{PIER}\n")


def test_a_list_with_too_many_entries_is_refused_without_reading_the_rest(monkeypatch):
    monkeypatch.setattr("reader.sources.formats.reading_lists._MOST_ENTRIES", 10)

    parse = Mock(wraps=reading_lists.parse_entry)
    monkeypatch.setattr(reading_lists, "parse_entry", parse)
    with pytest.raises(SourceError, match="over 10 addresses"):
        read_bytes("url,title\n" + f"{FERRY},a\n" * 1_000)
    assert parse.call_count == 11


def test_the_rest_of_a_long_feed_is_told(monkeypatch):
    monkeypatch.setattr("reader.sources.formats.feed_parser.MOST_ENTRIES", 1)
    skipped = read_bytes(RSS).skipped
    assert [(each.what, each.why) for each in skipped] == [("2 more articles", "of a feed only 1 are read")]
