"""What is new in a feed comes into the library once, and the feed is asked no more than it must be."""

import pytest

from reader.errors import SourceError
from reader.services.library_transfer import export_library, import_library
from reader.services.session import Session
from reader.sources.formats import feed_parser
from reader.sources.net import connection
from reader.store import Store
from reader.store.recovery import recover_from, replace_damaged
from tests.sources.loopback_servers import redirect, response, serving
from tests.sources.sample_article import html

HEAD = "<rss version='2.0'><channel><title>The Sluice</title>"


def feed(*names, then="Sat, 03 Apr 2021 11:00:00 +0200", title="The Sluice"):
    items = "".join(
        f"<item><title>{name}</title><link>https://sluice.example/{name}?utm_source=rss</link><guid>g-{name}</guid>"
        f"<pubDate>{then}</pubDate></item>"
        for name in names
    )
    body = f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"
    return response(body.encode(), content_type="application/rss+xml", etag='"1"')


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))


@pytest.fixture
def session():
    session = Session()
    yield session
    session.close()


def waiting(session):
    return [entry.title for entry in session.library.entries() if not entry.read]


def updated(session):
    return [(news.feed.title, [entry.title for entry in news.new]) for news in session.feeds.update(allow_private=True)]


def test_an_article_of_a_feed_is_added_once(session):
    with serving({"/feed": feed("wet", "dry")}) as server:
        news = session.feeds.add(f"{server.address}/feed", allow_private=True)
        assert (news.feed.title, [entry.title for entry in news.new], news.problem) == (
            "The Sluice",
            ["wet", "dry"],
            None,
        )
        assert sorted(waiting(session)) == ["dry", "wet"]
        assert session.feeds.add(f"{server.address}/feed", allow_private=True).new == ()
        server.answers["/feed"] = feed("flood", "wet", "dry")
        assert updated(session) == [("The Sluice", ["flood"])]
        server.answers["/feed"] = response(b"", "304 Not Modified")
        assert updated(session) == [("The Sluice", [])]
        assert 'if-none-match: "1"' in server.requests[-1].lower()


def test_an_item_that_was_read_or_has_another_address_now_does_not_come_again(session):
    with serving({}) as server:
        page = f"{server.address}/dry"
        item = f"<item><title>Dry</title><link>{page}</link><guid>1</guid></item>"
        server.answers |= {
            "/feed": response(f"{HEAD}{item}</channel></rss>".encode()),
            "/dry": response(html().encode()),
        }
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        session.open(page, allow_private=True)
        assert waiting(session) == []
        server.answers["/feed"] = response(f"{HEAD}{item.replace('/dry', '/moved')}</channel></rss>".encode())
        assert updated(session) == [("The Sluice", [])]
        server.answers["/feed"] = response(f"{HEAD}</channel></rss>".encode())
        updated(session)
        server.answers["/feed"] = response(f"{HEAD}{item}</channel></rss>".encode())
        assert updated(session) == [("The Sluice", [])]


def test_only_the_newest_hundred_articles_are_added(session):
    with serving({"/feed": feed(*(f"n{number}" for number in range(130)))}) as server:
        news = session.feeds.add(f"{server.address}/feed", allow_private=True)
        assert [entry.title for entry in news.new] == [f"n{number}" for number in range(100)]
        assert news.notice == "The Sluice: left out 30 older articles, as only the first 100 are added at once."
        assert [(each.new, each.notice) for each in session.feeds.update(allow_private=True)] == [((), None)]
        server.answers["/feed"] = feed(*(f"m{number}" for number in range(101)))
        assert [each.left_out for each in session.feeds.update(allow_private=True)] == [1]


def test_articles_beyond_those_that_are_read_are_told_once(session, monkeypatch):
    monkeypatch.setattr(feed_parser, "MOST_ENTRIES", 20)
    with serving({"/feed": feed(*(f"n{number}" for number in range(130)))}) as server:
        news = session.feeds.add(f"{server.address}/feed", allow_private=True)
        assert (len(news.new), news.left_out) == (20, 110)
        server.answers["/feed"] = feed("flood", *(f"n{number}" for number in range(130)))
        (update,) = session.feeds.update(allow_private=True)
        assert (len(update.new), update.left_out) == (1, 0)
        assert session.feeds.add(f"{server.address}/feed", allow_private=True).notice is None


def test_an_article_with_a_future_date_is_saved_now(session):
    with serving({"/feed": feed("dry", then="Sat, 03 Apr 2199 11:00:00 +0000")}) as server:
        news = session.feeds.add(f"{server.address}/feed", allow_private=True)
    assert news.new[0].saved == news.feed.checked


def test_a_feed_that_fails_does_not_stop_the_others(session):
    with serving({"/a": feed("dry", title="A"), "/b": feed("wet", title="B")}) as server:
        session.feeds.add(f"{server.address}/a", allow_private=True)
        session.feeds.add(f"{server.address}/b", allow_private=True)
        server.answers["/a"] = response(b"", "503 Service Unavailable")
        server.answers["/b"] = feed("flood", title="B")
        failed, sound = session.feeds.update(allow_private=True)
        assert failed.problem is not None
        assert failed.problem.endswith(".")
        assert [entry.title for entry in sound.new] == ["flood"]
        assert [each.failure for each in session.feeds.all()] == [failed.problem, None]
        server.answers["/a"] = feed("dry", title="A")
        assert [news.problem for news in session.feeds.update(allow_private=True)] == [None, None]


@pytest.mark.parametrize("name", ["{0}/feed", "the sluice", "{0}/feed/?utm_source=x"])
def test_a_feed_is_removed_by_address_or_name_and_its_articles_stay(session, name):
    with serving({"/feed": feed("dry")}) as server:
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        assert session.feeds.remove(name.format(server.address)).title == "The Sluice"
    assert (session.feeds.all(), waiting(session)) == ((), ["dry"])


def test_a_feed_that_is_not_followed_cannot_be_removed(session):
    with serving({"/a": feed("dry"), "/b": feed("wet")}) as server:
        with pytest.raises(SourceError, match="is not a feed you follow"):
            session.feeds.remove("The Sluice")
        session.feeds.add(f"{server.address}/a", allow_private=True)
        session.feeds.add(f"{server.address}/b", allow_private=True)
        with pytest.raises(SourceError, match="is the name of several feeds that you follow"):
            session.feeds.remove("The Sluice")


def test_an_empty_name_is_not_the_name_of_a_feed(session):
    with serving({"/feed": feed("dry", title="")}) as server:
        session.feeds.add(f"{server.address}/feed", allow_private=True)
    with pytest.raises(SourceError, match="is not a feed you follow"):
        session.feeds.remove("")


def test_a_feed_that_is_removed_during_an_update_stays_removed(session):
    with serving({"/a": feed("dry", title="A"), "/b": feed("wet", title="B")}) as server:
        session.feeds.add(f"{server.address}/a", allow_private=True)
        session.feeds.add(f"{server.address}/b", allow_private=True)
        server.answers["/b"] = feed("flood", title="B")
        asked = session.feeds.update(allow_private=True)
        assert next(asked).feed.title == "A"
        session.feeds.remove("B")
        assert [(news.feed.title, news.new) for news in asked] == [("B", ())]
    assert [each.title for each in session.feeds.all()] == ["A"]
    assert sorted(waiting(session)) == ["dry", "wet"]


def test_items_of_a_feed_stay_known_when_it_lists_nothing_once(session):
    names = [f"n{number}" for number in range(130)]
    with serving({"/feed": feed(*names)}) as server:
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        for listed in ((), names):
            server.answers["/feed"] = feed(*listed)
            assert updated(session) == [("The Sluice", [])]


def test_a_feed_of_the_own_network_is_fetched_only_when_allowed(session):
    with serving({"/feed": feed("dry")}) as server:
        with pytest.raises(SourceError, match="allow-private"):
            session.feeds.add(f"{server.address}/feed")
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        server.answers["/feed"] = feed("wet", "dry")
        assert [[entry.title for entry in news.new] for news in session.feeds.update()] == [["wet"]]
        assert [each.allow_private for each in session.feeds.all()] == [True]


def test_a_feed_added_without_the_flag_is_never_fetched_from_the_own_network(session, monkeypatch):
    with serving({"/feed": feed("dry")}) as server:
        with monkeypatch.context() as then:
            then.setattr(connection, "is_public", lambda _: True)
            session.feeds.add(f"{server.address}/feed")
        assert [news.problem is not None for news in session.feeds.update()] == [True]
        assert [news.problem for news in session.feeds.update(allow_private=True)] == [None]
        assert [news.problem is not None for news in session.feeds.update()] == [True]


def test_what_is_allowed_for_a_feed_does_not_hold_for_other_hosts(session):
    with serving({"/feed": feed("dry")}) as server, serving({"/feed": feed("secret")}) as other:
        elsewhere = f"http://localhost:{other.port}/feed"
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        page = f'<link rel="alternate" type="application/rss+xml" href="{elsewhere}">'
        for answer in (redirect(elsewhere), response(html().replace("<head>", f"<head>{page}").encode())):
            server.answers["/feed"] = answer
            [news] = session.feeds.update()
            assert news.problem is not None
            assert "own network" in news.problem
        assert other.requests == []
        server.answers["/feed"] = redirect("/moved")
        server.answers["/moved"] = feed("wet")
        assert [[entry.title for entry in news.new] for news in session.feeds.update()] == [["wet"]]


def test_adding_a_feed_again_without_the_flag_ends_what_was_allowed(session):
    with serving({"/feed": feed("dry"), "/other": feed("wet", title="Other")}) as server:
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        session.feeds.add(f"{server.address}/other", allow_private=True)
        with pytest.raises(SourceError, match="allow-private"):
            session.feeds.add(f"{server.address}/feed")
        assert {each.title: each.allow_private for each in session.feeds.all()} == {"Other": True, "The Sluice": False}
        assert [news.problem is None for news in session.feeds.update()] == [True, False]


def test_what_was_allowed_ends_also_where_the_host_is_public_by_now(session, monkeypatch):
    with serving({"/feed": feed("dry")}) as server:
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        monkeypatch.setattr(connection, "is_public", lambda _: True)
        session.feeds.add(f"{server.address}/feed")
        assert [each.allow_private for each in session.feeds.all()] == [False]


def test_nothing_is_allowed_for_a_feed_on_another_host_that_a_page_names(session, monkeypatch):
    with serving({}) as server, serving({"/feed": feed("dry")}) as other:
        named = f"http://localhost:{other.port}/feed"
        page = f'<link rel="alternate" type="application/rss+xml" href="{named}">'
        server.answers["/"] = response(html().replace("<head>", f"<head>{page}").encode())
        with monkeypatch.context() as then:
            then.setattr(connection, "is_public", lambda _: True)
            session.feeds.add(f"{server.address}/", allow_private=True)
        asked = len(other.requests)
        assert [(each.location, each.allow_private) for each in session.feeds.all()] == [(named, False)]
        [news] = session.feeds.update()
        assert news.problem is not None
        assert "own network" in news.problem
        assert len(other.requests) == asked


def test_nothing_is_allowed_for_a_host_that_is_public_when_the_feed_is_added(session, monkeypatch):
    with serving({"/feed": feed("dry")}) as server:
        with monkeypatch.context() as then:
            then.setattr(connection, "is_public", lambda _: True)
            session.feeds.add(f"{server.address}/feed", allow_private=True)
        assert [each.allow_private for each in session.feeds.all()] == [False]
        assert [news.problem is not None for news in session.feeds.update()] == [True]


def test_a_feed_that_a_page_of_the_own_network_names_on_its_own_host_is_allowed(session):
    with serving({"/feed": feed("dry")}) as server:
        page = '<link rel="alternate" type="application/rss+xml" href="/feed">'
        server.answers["/"] = response(html().replace("<head>", f"<head>{page}").encode())
        session.feeds.add(f"{server.address}/", allow_private=True)
        assert [news.problem for news in session.feeds.update()] == [None]


def test_an_item_of_a_feed_in_the_own_network_is_not_allowed_by_it(session):
    with serving({}) as server:
        item = f"<item><title>Dry</title><link>{server.address}/dry</link><guid>1</guid></item>"
        server.answers |= {
            "/feed": response(f"{HEAD}{item}</channel></rss>".encode()),
            "/dry": response(html().encode()),
        }
        session.feeds.add(f"{server.address}/feed", allow_private=True)
        with pytest.raises(SourceError, match="own network"):
            session.open(session.library.entries()[0].location)


def test_a_library_that_is_imported_allows_no_feed_to_be_private(session, tmp_path, monkeypatch):
    with serving({"/feed": feed("dry")}) as server:
        session.feeds.add(f"{server.address}/feed", allow_private=True)
    export_library(session, tmp_path / "library.jsonl")
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "other"))
    other = Session()
    with (tmp_path / "library.jsonl").open("rb") as file:
        import_library(other, file, "library.jsonl")
    assert [each.allow_private for each in other.feeds.all()] == [False]
    other.close()


@pytest.mark.parametrize(("is_own", "allowed"), [(True, [True]), (False, [False])])
def test_a_library_that_is_recovered_allows_a_feed_to_be_private_only_where_it_is_the_persons_own(
    session, tmp_path, is_own, allowed
):
    with serving({"/feed": feed("dry")}) as server:
        session.feeds.add(f"{server.address}/feed", allow_private=True)
    session.close()
    library = session.library.path
    here = library if is_own else tmp_path / "other.db"
    if is_own:
        replace_damaged(library, None)
    else:
        recover_from(here, library)
    store = Store(here)
    assert [each.allow_private for each in store.feeds.all()] == allowed
    store.close()
