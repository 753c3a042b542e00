"""Find what an article, a section or a sentence is about: who died, who a heading names, "As for Roe, he …"."""

import re
from collections import Counter

from reader.analysis.voices.names.roster import Referent, can_be
from reader.analysis.voices.names.section_headings import person_of_heading
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse
from reader.model import BlockKind, QuotationKind, Span

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


def opens_section(discourse: Discourse, place: AnaphorPlace, start: int) -> bool:
    """Return whether a phrase is in the first sentence below the heading, where it says who the person is."""
    section = person_of_section(discourse, place)
    return section is not None and discourse.where(start) == (section[1] + 1, 0)


_TOPIC = re.compile(r"(?:\A|.*[.!?”\"]\s)(?:And |But )?As (?:for|to) ([^.;:!?“”\"\n]{2,80}), \Z")
_LONGEST = 400  # maximum characters of a line before a pronoun


def topic(text: str, offset: int) -> Span | None:
    """Return the phrase after "as for" right before the pronoun at an offset; None without one."""
    if text[max(0, offset - len(", ")) : offset] != ", ":
        return None
    start = max(text.rfind("\n", 0, offset) + 1, offset - _LONGEST)
    match = _TOPIC.match(text, start, offset)
    return None if match is None else Span(*match.span(1))


def may_mean(sort: str, who: Referent) -> bool:
    """Return whether a pronoun of class `sort` can refer to a referent, by gender and number."""
    if sort in {"m", "f"}:
        return can_be(who, sort)
    return who.plural if sort == "plural" else not (who.plural or (who.person and who.names))


_DIED = re.compile(r"\b(?:ha[sd] died|who died|died (?:aged|at the age)|dies (?:at|aged))\b")
_BEGINNING = 1500  # characters in which the death must be mentioned
_MOST = 5  # times that a text must name its main person
_OFTEN = 3  # times that the text must name its subject


def _subject_of_obituary(discourse: Discourse) -> Referent | None:
    """Return the subject of a text that begins with a death; None for other texts."""
    match = _DIED.search(discourse.article.text, 0, _BEGINNING)
    if match is None:
        return None
    paragraph, here = discourse.where(match.start())
    begin = discourse.sentences(paragraph)[here].start
    named = next((s.who for s in discourse.between(begin, match.start()) if s.who.person and not s.owner), None)
    often = named is not None and sum(s.who is named for s in discourse.seen) >= _OFTEN
    return named if often and named is not None and len(named.words) > 1 else None


def _person_named_most(discourse: Discourse) -> Referent | None:
    """Return the person whom a text names twice as often as any other, and at least some times; None without one."""
    times = Counter(id(s.who) for s in discourse.seen if s.who.person and s.who.names)
    [(most, often), (_, next_often)] = [*times.most_common(2), (0, 0), (0, 0)][:2]
    far = often >= _MOST and often >= 2 * next_often
    return next(s.who for s in discourse.seen if id(s.who) == most) if far else None


def main_person(discourse: Discourse, place: AnaphorPlace, gender: str) -> Referent | None:
    """Return the main person of a text, where "he" (`gender` "m") or "she" has no nearer antecedent; else None.

    That is the subject of an obituary, or, in quoted words, the person whom the text names far more often than any
    other. In quoted words nobody may be named there before the pronoun, elsewhere nobody in its paragraph. None where
    “…,” she said begins a paragraph, because the pronoun may refer to the speaker of the paragraph before.
    """
    discourse.main_people = discourse.main_people or (_subject_of_obituary(discourse), _person_named_most(discourse))
    own = discourse.attributions[place.index]
    outer = None if own.parent is None else discourse.attributions[own.parent].kind
    quoted = outer in {QuotationKind.BLOCK, QuotationKind.DIRECT}
    who = discourse.main_people[0] or (discourse.main_people[1] if quoted else None)
    if who is None or id(who) in place.excluded or not can_be(who, gender):
        return None
    if own.parent is not None:
        near = discourse.between(discourse.attributions[own.parent].spans[0].start, place.start)
        others = any(s.who.person and s.who is not who and id(s.who) not in place.excluded for s in near)
    elif (
        own.kind is QuotationKind.DIRECT
        and own.spans[0].start == discourse.paragraphs[discourse.paragraph(place.start)]
    ):
        return None
    else:
        others = any(s.who.person and s.who is not who for s in discourse.back(place, paragraphs=0))
    if others:
        return None
    discourse.clear.add(place.index)
    return who
