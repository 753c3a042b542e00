"""Find what a section or an article is about: the person that a heading names, or who is named most."""

from collections import Counter

from reader.analysis.voices.names.roster import Referent, can_be
from reader.analysis.voices.names.section_headings import person_of_heading
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse
from reader.model import BlockKind, QuotationKind

_REACH = 12  # paragraphs searched back for a heading
_SEVERAL = 2  # lines with names that are not marked as headings


def person_of_section(discourse: Discourse, place: AnaphorPlace) -> tuple[Referent, int] | None:
    """Return the person named in the last heading, and the index of its block; None where it names nobody.

    A line of a plain text is a heading where another one like it follows or precedes.
    """
    if discourse.headings is None:
        discourse.headings = _headings(discourse)
    here = discourse.paragraph(place.start) if discourse.headings else 0
    for index in range(here - 1, max(-1, here - 1 - _REACH), -1):
        if index in discourse.headings:
            name = discourse.headings[index]
            who = next((occurrence.who for occurrence in discourse.between(name, name + 1)), None)
            return None if who is None or id(who) in place.excluded else (who, index)
        if discourse.article.blocks[index].kind is BlockKind.HEADING:
            return None
    return None


def _headings(discourse: Discourse) -> dict[int, int]:
    """The blocks that are headings with a person's name, and the start of the name in each."""
    text, found, marked = discourse.article.text, {}, 0
    for index, block in enumerate(discourse.article.blocks):
        start = block.span.end - len(block.span.of(text).lstrip())
        name = person_of_heading(text, start, block.span.end)
        if name is not None and not block.hidden and block.kind is not BlockKind.CAPTION:
            found[index] = name.start
            marked += block.kind is BlockKind.HEADING
    return found if marked or len(found) >= _SEVERAL else {}


_MOST = 5  # times that a text must name its main person


def _person_named_most(discourse: Discourse) -> Referent | None:
    """Return the person whom a text names twice as often as any other, and at least some times; None without one."""
    times = Counter(id(s.who) for s in discourse.seen if s.who.person and s.who.names)
    [(most, often), (_, next_often)] = [*times.most_common(2), (0, 0), (0, 0)][:2]
    far = often >= _MOST and often >= 2 * next_often
    return next(s.who for s in discourse.seen if id(s.who) == most) if far else None


def main_person(discourse: Discourse, place: AnaphorPlace, gender: str) -> Referent | None:
    """Return the main person of a text, where "he" (`gender` "m") or "she" in quoted words has no nearer antecedent.

    It is the person that the text names far more often than anybody else. If the quoted words name somebody else before
    the pronoun, there is none.
    """
    own = discourse.attributions[place.index]
    outer = None if own.parent is None else discourse.attributions[own.parent]
    if outer is None or outer.kind not in {QuotationKind.BLOCK, QuotationKind.DIRECT}:
        return None
    discourse.main_people = discourse.main_people or (_person_named_most(discourse),)
    who = discourse.main_people[0]
    if who is None or id(who) in place.excluded or not can_be(who, gender):
        return None
    near = discourse.between(outer.spans[0].start, place.start)
    if any(s.who.person and s.who is not who and id(s.who) not in place.excluded for s in near):
        return None
    discourse.clear.add(place.index)
    return who
