"""The commands on news feeds: follow one, list them, ask for what is new."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from reader.cli.arguments import debug, fit, has_flag, json, private, run_for_all
from reader.cli.output import format_time, json_line, table, tell, write
from reader.launcher import FAILED, new_session
from reader.printable import printable

if TYPE_CHECKING:
    from reader.services.feeds import FeedResult, FollowedFeed

_SPARED = ("name", "asked")
"""The columns that a narrow table cuts last."""

_NONE = "You follow no feed yet: pullquote feed add URL."


@click.group(epilog="Example: pullquote feed add https://example.org/feed.xml")
@debug
def feed() -> None:
    """Follow news feeds: what is new in them comes into your library, to be read."""


@feed.command(epilog="Example: pullquote feed add https://example.org/feed.xml")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@private
@json
@debug
def add(urls: Sequence[str], *, as_json: bool) -> None:
    """Follow a feed, by its address or that of a page that names it, and put what it lists into your library."""
    feeds = new_session().feeds
    run_for_all(urls, lambda url: _print(feeds.add(url, allow_private=has_flag("allow_private")), as_json=as_json))


@feed.command(name="list", epilog="Example: pullquote feed list --json")
@fit
@json
@debug
def listed(*, width: int | None, as_json: bool) -> None:
    """List the feeds that you follow, when each was last asked, and why it could not be had then."""
    feeds = new_session().feeds.all()
    if as_json:
        sys.stdout.writelines(json_line(_facts(each)) for each in feeds)
    elif feeds:
        rows = [
            (each.title or each.location, format_time(each.checked), each.location, each.failure or "")
            for each in feeds
        ]
        sys.stdout.write(table(("name", "asked", "location", "problem"), rows, width=width, cut_last=_SPARED))
    else:
        tell(_NONE)


@feed.command(epilog="Example: pullquote feed remove https://example.org/feed.xml")
@click.argument("name", metavar="URL|NAME")
@debug
def remove(name: str) -> None:
    """Follow a feed no more; what came from it stays in your library."""
    gone = new_session().feeds.remove(name)
    write(f"No longer followed: {_called(gone)}\n")


@feed.command(epilog="Example: pullquote feed update && pullquote library")
@private
@json
@debug
def update(*, as_json: bool) -> int:
    """Ask every feed for what is new, and put that into your library, to be read."""
    failed = asked = 0
    for news in new_session().feeds.update(allow_private=has_flag("allow_private")):
        asked += 1
        failed += news.problem is not None
        _print(news, as_json=as_json)
    if not asked and not as_json:
        tell(_NONE)
    return FAILED if failed else 0


def _print(news: "FeedResult", *, as_json: bool) -> None:
    if as_json:
        new = [asdict(each) for each in news.new]
        sys.stdout.write(json_line({**_facts(news.feed), "new": new}))
    elif news.problem is not None:
        tell(news.problem)
    else:
        write(f"{_called(news.feed)}: {len(news.new)} new, to be read\n")


def _called(feed: "FollowedFeed") -> str:
    return printable(f"{feed.title} ({feed.location})" if feed.title else feed.location)


def _facts(feed: "FollowedFeed") -> dict[str, object]:
    return {
        "location": feed.location,
        "title": feed.title,
        "added": feed.added,
        "asked": feed.checked,
        "problem": feed.failure,
    }
