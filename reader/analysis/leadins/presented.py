"""Presented: whom a lead-in presents without a verb of saying of theirs ("among them Ada Roe:", "by a miller:")."""

from typing import NamedTuple

from reader.analysis.sources.owners import WORDED, WORKS, owner
from reader.analysis.syntax.postposed import after
from reader.analysis.syntax.subjects import before, of_verb
from reader.analysis.units.phrases import Phrase, pronoun
from reader.analysis.units.units import ASIDE, NAME, WORD, Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    TIME,
    is_adverb,
    is_role,
    speaks,
    words,
)

_INDEFINITE = frozenset({"somebody", "someone"})
_ONE = _INDEFINITE | {"a", "an", "another", "one"}
_MAKING = words("making") | words("issuing") | words("writing_verbs") | {"begun", "opened", "started"}
_PASSING_ON = words("passing_on") | {"gives", "reads"}
_PASSED = frozenset(
    {
        "cited",
        "quoted",
        "reported",
        "republished",
        "reposted",
        "shared",
        "summarised",
        "summarized",
        "transcribed",
        "translated",
    }
)
_SEVERAL = frozenset({"few", "many", "most", "others", "several", "some"})
_SUPERLATIVE = frozenset({"another", "best", "first", "last", "least", "most", "next", "one"})
_SINGLING = tuple(
    tuple(each.split()) for each in ("among others", "among them", "first of all", "including", "not least", "notably")
)
_SINGLES = frozenset(opener[0] for opener in _SINGLING)
_FLOOR = tuple(
    tuple(each.split())
    for each in ("", "over", "the floor", "the last word", "the microphone", "the stage", "the word")
)
_GIVING = frozenset({"gave", "give", "gives", "giving", "handed", "hands", "leaves", "left", "yields"})
_LETTING = frozenset({"let", "lets", "letting"})
_HANDING_OVER = _GIVING | _LETTING
_TALKING = frozenset({"answer", "explain", "respond", "speak", "talk", "tell"})
_NAMES = frozenset({"byline", "handle", "name", "nickname", "pseudonym", "signature", "title"})
_REACH = 30  # tokens from the end of a lead-in to who is presented
_OPENING = 12  # tokens of "From the last page of Ada Roe’s notebook," and of other adverbials that open a lead-in
_RECOMMENDING = frozenset({"chooses", "chose", "picked", "picks", "recommended", "recommends", "suggested", "suggests"})
_PUBLISHED = words("published")
_PLATFORMS = words("platforms")
_TITLE = 4  # tokens before a name that say what its bearer is
_TALKS = frozenset({"chat", "conversation", "dialogue", "exchange", "talk"})
_RELATING = frozenset({"related", "relates", "reported", "reports", "reproduced", "retells", "retold"})
_CLAUSE = 6  # tokens from "of which" to its verb


class Presented(NamedTuple):
    """A source with the feature that tells how it is presented, and who passes its words on, None for nobody."""

    feature: str
    source: Phrase
    passer: Phrase | None = None


def presented(u: Unit, main: Phrase | None) -> list[Presented]:
    """Whom a lead-in with the subject `main` presents.

    "It is Ada Roe who …:" is cleft, "people are angry, among them Ada Roe:" singles her out, "it was written by a
    miller who …:" names an agent, and a report "of which she prints a page" is excerpted. "The article gives the word
    to Ada Roe:" and "From her notebook, a miller:" pass words on.
    """
    last = len(u) - 1
    while last > 0 and (u.kinds[last] == ASIDE or u.low[last] in {":", ".", ","}):
        last -= 1
    readings = (
        _cleft(u),
        _singled_out(u, last),
        _agent(u, last, main),
        _excerpted(u),
        _quotes_from(u, main),
        _text_of(u, last),
        _talked(u),
        _given(u, main),
        _reached(u, main),
        _by_passer(u, last),
        _issuing(u, last, main),
        _under_name(u, last),
        _from_a_page(u, last),
        _on_a_page(u, last),
        _recommended(u, main),
    )
    return [reading for reading in readings if reading is not None]


def _person(u: Unit, phrase: Phrase | None, first: int) -> Phrase | None:
    """The phrase where it begins at token `first` and is one somebody: a name, a role or "someone"."""
    if phrase is None or phrase.first != first or "and" in u.low[phrase.head_first : phrase.head_last + 1]:
        return None
    low = u.low[phrase.head_last]
    name = phrase.kind == "name" and low not in TIME
    return phrase if name or (phrase.kind == "noun" and (is_role(low) or low in _INDEFINITE or speaks(low))) else None


def _behind(u: Unit, phrase: Phrase, last: int) -> int:
    """The token behind a phrase and a comma, that behind `last` where none stands up to there."""
    behind = phrase.last + 1
    while behind <= last and (u.kinds[behind] == ASIDE or u.low[behind] == ","):
        behind += 1
    return behind


def _ends(u: Unit, phrase: Phrase, last: int) -> bool:
    """Whether nothing but a relative clause stands behind a phrase up to token `last`."""
    behind = _behind(u, phrase, last)
    return behind > last or u.low[behind] in {"who", "whose"}


def _cleft(u: Unit) -> Presented | None:
    """Who it is "who" does something ("It was Ada Roe, a miller, who found words for it:")."""
    if u.low[0] != "it" or u.low[1:2] not in (["is"], ["was"]):
        return None
    first = 2
    while first < len(u) - 1 and is_adverb(u.low[first]):
        first += 1
    source = _person(u, after(u, first, len(u)), first)
    behind = len(u) if source is None else _behind(u, source, len(u) - 1)
    return Presented("cleft", source) if source is not None and u.low[behind : behind + 1] == ["who"] else None


def _singled_out(u: Unit, last: int) -> Presented | None:
    """Who of several a lead-in ends with ("people were less amused, among them a miller, Ada Roe:")."""
    for at in range(max(1, last - _REACH), last) if not _SINGLES.isdisjoint(u.low) else ():
        for opener in _SINGLING if u.low[at] in _SINGLES else ():
            first = at + len(opener)
            if tuple(u.low[at:first]) == opener and first <= last:
                source = _person(u, after(u, first, last + 1), first)
                if source is not None and _ends(u, source, last):
                    return Presented("singled out", source)
    like = 1 + (u.low[1:2] == [","])
    first = like + (2 if u.low[like : like + 2] == ["such", "as"] else 1)
    if u.low[0] in _SEVERAL and first < last and (first > like + 1 or u.low[like] == "like"):
        source = _person(u, after(u, first, last + 1), first)
        if source is not None and u.low[source.last + 1 : source.last + 2] == [","]:
            return Presented("singled out", source)  # "Others, such as Ada Roe, had seen it coming:"
    return None


def _agent(u: Unit, last: int, main: Phrase | None) -> Presented | None:
    """By whom without a name a text was made or from whom it comes ("It was written in Ost, by a miller who …:")."""
    begins = 0 if main is None else main.last
    for at in range(last - 1, max(begins, last - _REACH), -1) if not _ONE.isdisjoint(u.low) else ():
        if u.low[at] not in {"by", "from", "is", "was"} or u.low[at + 1] not in _ONE:
            continue
        phrase = after(u, at + 1, last + 1)
        who = phrase is not None and u.low[phrase.last + 1 : phrase.last + 2] == ["who"]
        source = phrase if who else _person(u, phrase, at + 1)
        if source is None or source.kind != "noun" or not _ends(u, source, last):
            continue
        if u.low[at] in {"is", "was"}:
            if u.low[0] in _SUPERLATIVE or u.low[1] in _SUPERLATIVE or u.low[1].endswith("est"):
                return Presented("agent", source)  # "The first to answer was a miller:"
            continue
        done = any(u.low[k] in _MAKING and not BE.isdisjoint(u.low[k - 2 : k]) for k in range(begins + 2, at))
        if (done and main is not None and _is_text(u, main)) or (
            u.low[at] == "from" and u.low[at - 1] in {"came", "comes"}
        ):
            return Presented("agent", source)
    return None


def _is_text(u: Unit, main: Phrase) -> bool:
    """Whether a subject is a text, stands for one, or is one of several ("One of them", "Another of the comments")."""
    if u.low[main.first] in {"another", "one"} or u.low[main.head_last] in {"it", "one", "this"}:
        return True
    return not WORKS.isdisjoint(u.low[main.first : main.last + 1])


def _excerpted(u: Unit) -> Presented | None:
    """The text from which somebody prints a part ("a report which nobody has read and of which he prints a page:")."""
    for at in range(2, len(u) - 2) if "which" in u.low else ():
        if u.low[at] != "which" or u.low[at - 1] not in {"from", "of"}:
            continue
        verb = next((k for k in range(at + 2, min(len(u), at + _CLAUSE)) if u.low[k] in _PASSING_ON), None)
        passer = of_verb(u, verb) if verb is not None else None
        if passer is None or passer.first <= at:
            continue
        for noun in range(at - 2, max(0, at - _REACH), -1):
            if u.low[noun] in WORKS and u.low[noun - 1] in {"a", "an", "the"}:
                return Presented("excerpted", Phrase(noun - 1, noun, noun, noun, "noun"), passer)
    return None


def _quotes_from(u: Unit, main: Phrase | None) -> Presented | None:
    """The text that somebody quotes from ("He has got hold of the contract and quotes from it at length:")."""
    if main is None or ("quotes" not in u.low and "quoted" not in u.low):
        return None
    at = next((at for at in range(1, len(u) - 2) if u.low[at : at + 2] in (["quotes", "from"], ["quoted", "from"])), 0)
    if not at or main.last >= at:
        return None
    source = pronoun(at + 2) if u.low[at + 2] in {"it", "them"} else after(u, at + 2, len(u))
    text = source is not None and (source.kind == "pronoun" or u.low[source.head_last] in WORKS)
    return Presented("excerpted", source, main) if source is not None and source.first == at + 2 and text else None


def _text_of(u: Unit, last: int) -> Presented | None:
    """The text that follows in full ("One version has the full text of the notice:")."""
    at = next((at for at in range(1, last) if u.low[at : at + 2] == ["text", "of"]), None) if "text" in u.low else None
    source = None if at is None else after(u, at + 2, last + 1)
    ends = source is not None and source.kind == "noun" and source.last == last and u.low[source.head_last] in WORKS
    return Presented("excerpted", source) if source is not None and ends else None


def _talked(u: Unit) -> Presented | None:
    """With whom somebody has had a conversation that follows ("She relates a talk that she had with a miller:")."""
    if _TALKS.isdisjoint(u.low):
        return None
    noun = next((at for at in range(2, len(u) - 2) if u.low[at] in _TALKS), None)
    verb = next((at for at in range(1, noun or 0) if u.low[at] in _PASSING_ON or u.low[at] in _RELATING), None)
    passer = None if verb is None else of_verb(u, verb)
    if noun is None or passer is None:
        return None
    link = next((at for at in range(noun + 1, min(len(u) - 1, noun + _CLAUSE)) if u.low[at] == "with"), noun)
    source = _person(u, after(u, link + 1, len(u)), link + 1) if link > noun else None
    return None if source is None else Presented("passed on", source, passer)


def _reached(u: Unit, main: Phrase | None) -> Presented | None:
    """Whom a paper has got hold of ("The Post reached Ada Roe by telephone:")."""
    at = 0 if main is None or main.kind != "name" else _verb(u, main)
    talked = u.low[at : at + 2] in (["spoke", "to"], ["spoke", "with"], ["talked", "to"], ["talked", "with"])
    if not at or not (talked or u.low[at] in {"asked", "contacted", "interviewed", "reached"}):
        return None
    source = _person(u, after(u, at + 1 + talked, len(u)), at + 1 + talked)
    if source is None or (u.low[at] == "asked" and u.low[source.last + 1 : source.last + 2] != ["for"]):
        return None
    return Presented("reached" if u.low[at] == "asked" else "asked", source)


def _verb(u: Unit, main: Phrase) -> int:
    """The token behind a subject, auxiliaries and adverbs, where its verb is looked for."""
    at = main.last + 1
    while at < len(u) - 2 and (u.low[at] in AUXILIARIES or is_adverb(u.low[at])):
        at += 1
    return at


def _by_passer(u: Unit, last: int) -> Presented | None:
    """Whose words somebody at the end passes on ("Ada Roe’s poem, translated by Otto Reed:")."""
    for at in range(2, last) if "by" in u.low else ():
        if u.low[at] != "by" or u.low[at - 1] not in _PASSED:
            continue
        passer = _person(u, after(u, at + 1, last + 1), at + 1)
        if passer is None or passer.last < last:
            return None
        noun = next((k for k in range(at - 1, -1, -1) if u.low[k] in WORKS), None)
        source = owner(u, noun) if noun is not None else _person(u, after(u, 0, at - 1), 0)
        return None if source is None or source.kind == "pronoun" else Presented("passed on", source, passer)
    return None


def _issuing(u: Unit, last: int, main: Phrase | None) -> Presented | None:
    """Who has issued the text that a lead-in ends with ("By Monday it had put out a release:")."""
    if main is None or _MAKING.isdisjoint(u.low):
        return None
    verb = next((at for at in range(main.last + 1, last) if u.low[at] in _MAKING), None)
    subject = None if verb is None else of_verb(u, verb)
    if verb is None or subject is None or not BE.isdisjoint(u.low[main.last + 1 : verb]):
        return None
    if subject.kind == "pronoun" and subject.first > main.last:
        return None  # "This winner has deserved it, I wrote on my blog:"
    text = next((at for at in range(last, verb, -1) if u.low[at] in WORDED), None)
    return Presented("issues", main) if text is not None and not finite_between(u, verb + 1, last) else None


def _given(u: Unit, main: Phrase | None) -> Presented | None:
    """Who is given the word ("The same article hands over to Ada Roe:", "the Post lets a miller speak:")."""
    if _HANDING_OVER.isdisjoint(u.low):
        return None
    for at in range(1, len(u) - 2):
        if u.low[at] in _LETTING and u.kinds[at] == WORD:
            talking = next((k for k in range(at + 2, min(len(u), at + _REACH)) if u.low[k] in _TALKING), at + 1)
            source = after(u, at + 1, talking)
            if source is not None and (source.first, source.last) == (at + 1, talking - 1):
                return Presented("passed on", source, main)
        if u.low[at] not in _GIVING:
            continue
        for what in _FLOOR:
            to = at + 1 + len(what)
            if tuple(u.low[at + 1 : to]) == what and u.low[to : to + 1] == ["to"] and (what or u.low[at] == "hands"):
                source = _person(u, after(u, to + 1, len(u)), to + 1)
                return None if source is None else Presented("passed on", source, main)
    return None


def _under_name(u: Unit, last: int) -> Presented | None:
    """Under whose name the words stand, where that is all that a lead-in says ("Under the signature of Ada Roe:")."""
    if u.low[0] != "under":
        return None
    noun = next((at for at in range(1, min(last, 4)) if u.low[at] in _NAMES), None)
    if noun is None:
        return None
    first = noun + 2 if u.low[noun + 1] == "of" else noun + 1
    source = _person(u, after(u, first, last + 1), first)
    return Presented("alone", source) if source is not None and source.kind == "name" and source.last >= last else None


def _from_a_page(u: Unit, last: int) -> Presented | None:
    """Who speaks on a page of somebody’s, without a verb ("From Ada Roe’s notebook, a woman at the weir:")."""
    if u.low[0] != "from":
        return None
    comma = next((at for at in range(2, min(last, _OPENING)) if u.low[at] == ","), None)
    alone = _person(u, after(u, 1, last + 1), 1)
    if alone is not None and alone.kind == "name" and _ends(u, alone, last):
        return Presented("alone", alone)  # "From Ada Roe, a miller who was there:"
    if comma is None or finite_between(u, 0, last):
        return None
    noun = next((at for at in range(comma - 1, 0, -1) if u.low[at] in WORKS), None)
    source = _person(u, after(u, comma + 1, last + 1), comma + 1)
    if noun is None or source is None:
        return None
    passer = owner(u, noun)
    timed = passer is not None and u.low[passer.last].split("’")[0].split("'")[0] in TIME
    return Presented("passed on", source, None if timed else passer)


def _recommended(u: Unit, main: Phrase | None) -> Presented | None:
    """The page that somebody recommends, whose words follow ("Ada Roe recommends Weir Notes, a blog from Ost:")."""
    verb = 0 if main is None else _verb(u, main)
    if not 0 < verb < len(u) or u.low[verb] not in _RECOMMENDING:
        return None
    source = after(u, verb + 1, len(u))
    if source is None or source.kind != "name" or source.first > verb + 2:
        return None
    described = u.low[source.first : min(len(u), source.last + _REACH)]
    return Presented("recommended", source) if not _PUBLISHED.isdisjoint(described) else None


def _on_a_page(u: Unit, last: int) -> Presented | None:
    """Where a text without an author stands ("On the Mill Post, this comment:", "Over at Weir Notes, a reply:")."""
    at = 1 if u.low[0] in {"back", "meanwhile", "over"} else 0
    article = next((k for k in range(last - 1, max(at, last - _TITLE), -1) if u.low[k] in DETERMINERS), 0)
    if not article or u.low[at] not in {"at", "in", "on"} or u.low[last] not in WORKS or finite_between(u, at, last):
        return None
    limit = article - (u.low[article - 1] == ",")
    source = _person(u, after(u, at + 1, limit), at + 1)
    placed = source is not None and source.kind == "name" and source.last + 1 == limit
    known = source is not None and u.low[source.head_last] in _PLATFORMS
    return Presented("alone", source) if source is not None and placed and not known else None


def opening(u: Unit) -> Phrase | None:
    """The name that opens the unit, or its main clause behind a comma ("In the same vein, miller Ada Roe:")."""
    first = 0
    if u.low[0] in PREPOSITIONS:
        first = next((at + 1 for at in range(min(len(u), _OPENING)) if u.low[at] == ","), 0)
    begin = first
    while begin < min(len(u), first + _TITLE) and (u.low[begin] in DETERMINERS or is_role(u.low[begin])):
        begin += 1
    last = u.names_end(begin)
    role = last
    while begin < role < len(u) and u.kinds[role] == WORD and is_role(u.low[role]):
        role += 1
    if role > last and role < len(u) and u.kinds[role] == NAME:  # "Weir Union president Ada Roe"
        begin, last = role, u.names_end(role)
    if last < begin + 2 or u.low[begin] in DETERMINERS or u.low[begin] in PREPOSITIONS:
        return None  # one capital may be no more than that of the sentence
    return Phrase(first, last - 1, begin, last - 1, "name")


def before_verb(u: Unit) -> Phrase | None:
    """The name before a comma and the one verb that is left before the colon ("Ada Roe, a miller, finalizes:")."""
    verb = len(u) - 2
    while verb > 0 and u.kinds[verb] == ASIDE:
        verb -= 1
    if u.low[-1] != ":" or verb < 2 or u.kinds[verb] != WORD or u.low[verb - 1] != ",":  # noqa: PLR2004 - name and comma
        return None
    phrase = before(u, verb) if u.low[verb].endswith(("s", "ed")) else None
    return phrase if phrase is not None and phrase.kind == "name" and phrase.first == 0 else None
