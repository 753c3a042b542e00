"""The commands that answer from the whole library: a search, and the people of all articles."""

import sys
from collections.abc import Iterator

import click

from reader import config
from reader.cli.arguments import debug, fit, json
from reader.cli.output import Json, json_line, print_message, table, table_width, write
from reader.errors import PullquoteError
from reader.launcher import DONE, new_session
from reader.model import VoiceKind, format_count, format_date
from reader.printable import printable
from reader.services.person_groups import Person
from reader.services.search import FoundArticle
from reader.services.search_places import Place
from reader.services.session import Session
from reader.text import plain_view
from reader.text.search_query import parse_query
from reader.text.snippets import snippet

_LIMIT = 50
_MANY = 100
"""Articles to index after which a message says what takes so long."""
_SNIPPET = 160
_INDENT = "    "
NOTHING_READ = "Nothing read yet."

_EXAMPLES = """\b
Filters: voice:NAME kind:KIND tag:TAG outlet:NAME before:DAY after:DAY highlighted:yes|no
Example: pullquote search 'voice:okoro "river delta" after:2023'
"""


@click.command(epilog=_EXAMPLES)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=_LIMIT,
    show_default=True,
    metavar="N",
    help="Print at most N articles; 0 prints all.",
)
@fit
@json
@debug
def search(query: tuple[str, ...], *, limit: int, as_json: bool, width: int | None) -> int:
    """Search articles, quotations, notes and tags of the library.

    All words have to be there, each at least as the beginning of a word; "words in quotation marks" have to follow each
    other. With voice: or kind: the words are searched for in quotations, with tag: or highlighted:yes in highlights.
    Write -- before a QUERY that begins with a dash.
    """
    wanted = parse_query(" ".join(query))
    if wanted.problem:
        raise PullquoteError(f"{wanted.problem} Nothing was searched for.")
    session = library_session()
    if session is None:
        print_message(NOTHING_READ)
        return DONE
    candidates = session.search.candidates(wanted)
    shown = 0
    for number, found in enumerate(session.search.found(wanted, candidates)):
        if found is None:
            continue
        sys.stdout.write(json_line(_as_json(found))) if as_json else write(_paragraph(found, table_width(width)))
        shown += 1
        if shown == limit and number + 1 < len(candidates):
            print_message(f"up to {format_count(len(candidates) - number - 1, 'more article')}: --limit 0 prints all")
            break
    if not shown and not as_json:
        print_message("Nothing in your library has these words.")
    return DONE


def library_session() -> Session | None:
    """Return a session whose search index is up to date; None where nothing was read yet.

    Raises:
        PullquoteError: The library or its index can't be used.
    """
    if not config.paths().library.exists():
        return None
    session = new_session()
    session.library.is_read_only = True
    refresh_index(session)
    problem = session.library.problem or session.search.problem
    if problem:
        raise PullquoteError(problem)
    return session


def refresh_index(session: Session) -> None:
    """Index what changed, with a message where that takes a while."""
    told: set[int] = set()

    def report(done: int, count: int) -> None:
        if count >= _MANY and done == 0 and count not in told:
            told.add(count)
            print_message(f"indexing {format_count(count, 'article')}; Ctrl+C stops, and the next search goes on")

    session.search.refresh(report)


def print_people(*, as_json: bool, width: int | None) -> None:
    """Print the people and bodies of all articles, experts first."""
    session = library_session()
    people = () if session is None else session.people.all()
    if as_json:
        sys.stdout.writelines(json_line(_person_as_json(person)) for person in people)
    elif people:
        columns = ("name", "kind", "role, affiliation", "articles", "quotations")
        rows = [_cells(person) for person in people]
        cut_last = ("articles", "quotations", "kind", "name")
        write(table(columns, rows, width=table_width(width), cut_last=cut_last))
    else:
        print_message(NOTHING_READ if session is None else "No voices were found in your library.")


def _cells(person: Person) -> tuple[object, ...]:
    stations = "; ".join(station.label for station in person.stations)
    return person.name, ", ".join(person.kinds), stations, person.articles, person.quotations


def _person_as_json(person: Person) -> Json:
    return {
        "name": person.name,
        "kinds": list(person.kinds),
        "known_as": [
            {"description": station.description, "first": station.first or None, "last": station.last or None}
            for station in person.stations
        ],
        "articles": person.articles,
        "quotations": person.quotations,
        "joined": person.is_joined,
        "voices": [
            {
                "article": voice.key,
                "published": voice.published,
                "name": voice.name,
                "kind": VoiceKind(voice.kind).value,
                "role": voice.role,
                "affiliation": voice.affiliation,
                "quotations": voice.quotations,
            }
            for voice in person.voices
        ],
    }


def _as_json(found: FoundArticle) -> Json:
    return {
        "id": found.key,
        "location": found.location,
        "title": found.title,
        "outlet": found.outlet,
        "published": found.published,
        "read": found.read or None,
        "place_count": found.place_count,
        "places": [_place_as_json(place) for place in found.places],
    }


def _place_as_json(place: Place) -> Json:
    span = place.target.span if place.target else None
    return {
        "kind": place.kind.value,
        "text": place.text,
        "marks": [[mark.start, mark.end] for mark in place.marks],
        "start": span.start if span else None,
        "end": span.end if span else None,
        "voice": place.speaker or None,
        "description": place.description or None,
        "note": place.note or None,
        "tags": list(place.tags),
    }


def _paragraph(found: FoundArticle, width: int) -> str:
    """Return an article with its places, as lines of at most `width` cells (0 for any)."""
    facts = " · ".join(printable(each) for each in (found.outlet, format_date(found.published), found.location) if each)
    lines = [*plain_view.wrap(printable(found.title), width, rest=_INDENT), f"{_INDENT}{facts}"]
    for place in found.places:
        lines += plain_view.wrap(" ".join(_place_words(place)), width, first=f"{_INDENT}- ", rest=f"{_INDENT}  ")
    more = found.place_count - len(found.places)
    if more:
        lines.append(f"{_INDENT}  and {format_count(more, 'more place')}")
    return "\n".join([*lines, ""])


def _place_words(place: Place) -> Iterator[str]:
    yield printable(snippet(place.text, place.marks, _SNIPPET)[0])
    facts = (
        place.who,
        f"note: {printable(place.note)}" if place.note else "",
        " ".join(f"#{tag}" for tag in place.tags),
    )
    shown = " · ".join(filter(None, facts))
    if shown:
        yield f"({printable(shown)})"
