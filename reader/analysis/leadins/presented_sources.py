"""Find sources that a lead-in presents without a reporting verb ("among them Ada Roe:", "by a miller:")."""

from typing import NamedTuple

from reader.analysis.leadins.pseudonyms import under_name
from reader.analysis.sources.owners import WORDED, WORKS, owner_of_noun
from reader.analysis.sources.verb_sources import is_publication
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_of_verb
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, PARENTHESIS, WORD, Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    ORGS,
    PREPOSITIONS,
    TIME,
    can_speak,
    is_adverb,
    is_participle,
    is_role,
    words,
)

_INDEFINITE = frozenset({"somebody", "someone"})
_ONE = _INDEFINITE | {"a", "an", "another", "one"}
_MAKING = words("making") | words("issuing") | words("writing_verbs") | {"begun", "opened", "started"}
_SINGLING = tuple(
    tuple(each.split())
    for each in (", like", "among others", "among them", "first of all", "including", "not least", "notably", "such as")
)
_SINGLES = frozenset(opener[0] for opener in _SINGLING)
_FLOOR = tuple(
    tuple(each.split())
    for each in ("", "over", "the floor", "the last word", "the microphone", "the stage", "the word")
)
_GIVING = frozenset({"gave", "give", "gives", "giving", "handed", "hands", "leave", "leaves", "left", "yields"})
_LINKING = words("linking")
_PLATFORMS = words("platforms")
_LETTING = frozenset({"let", "lets", "letting"})
_BELONGING = frozenset({"belongs", "goes"})
_LAST = (["the", "final", "word"], ["the", "last", "word"])
_HANDING_OVER = _BELONGING | _GIVING | _LETTING
_PRINTED = WORKS | {"account", "page", "site", "wall", "website"}
_BODIES = ORGS - {"news"}
_PLACE_NOUNS = frozenset({"avenue", "bay", "beach", "bridge", "hill", "island", "lake", "road", "square", "street"})
_WRITING = frozenset({"blog", "blogs", "post", "posts", "write", "writes", "writing"})
_TALKING = frozenset({"answer", "explain", "respond", "speak", "talk", "tell"})
_REACH = 30  # maximum tokens from the presented source to the end of a lead-in
_OPENING = 12  # tokens of "From the last page of Ada Roe’s notebook," and of other adverbials that open a lead-in

READERS = frozenset({"one", "we", "you"})  # subjects that read another's words


class Presented(NamedTuple):
    """A source with the feature for how it is presented, and the relaying source, if any."""

    feature: str
    source: Phrase
    passer: Phrase | None = None


def presented(u: Unit, main: Phrase | None) -> list[Presented]:
    """Return the sources that a lead-in with the subject `main` presents.

    "It is Ada Roe who …:" is cleft, "people are angry, among them Ada Roe:" singles her out, "it was written by a
    miller who …:" names an agent, and a report from which she quotes is excerpted. In "The article gives the word to
    Ada Roe:" the article relays her words.
    """
    last = len(u) - 1
    while last > 0 and (u.kinds[last] == PARENTHESIS or u.low[last] in {":", ".", ","}):
        last -= 1
    readings = (
        _cleft_source(u),
        _singled_out(u, last),
        _agent(u, last, main),
        _quotes_from(u, main),
        _owner_of_text(u, last),
        _given_the_word(u, main),
        _contacted(u, main),
        _outlet(u),
        _issuer(u, last, main),
        _signer(u, last),
    )
    return [reading for reading in readings if reading is not None]


def _single_source(u: Unit, phrase: Phrase | None, first: int) -> Phrase | None:
    """The phrase where it begins at token `first` and is a single source: a name, a role or "someone"."""
    if phrase is None or phrase.first != first:
        return None
    low = u.low[phrase.head_last]
    name = phrase.kind == "name" and low not in TIME
    person = phrase.kind == "noun" and (is_role(low) or low in _INDEFINITE or can_speak(low))
    return phrase if name or person else None


def _token_after(u: Unit, phrase: Phrase, last: int) -> int:
    """The token after a phrase and its comma, or after `last` where there is no comma."""
    behind = phrase.last + 1
    while behind <= last and (u.kinds[behind] == PARENTHESIS or u.low[behind] == ","):
        behind += 1
    return behind


def _is_last(u: Unit, phrase: Phrase, last: int) -> bool:
    """Whether only a relative clause comes after a phrase, up to token `last`."""
    behind = _token_after(u, phrase, last)
    return behind > last or u.low[behind] in {"who", "whose"}


def _cleft_source(u: Unit) -> Presented | None:
    """The source in a cleft sentence ("It was Ada Roe, a miller, who found words for it:")."""
    if u.low[0] != "it" or u.low[1:2] not in (["is"], ["was"]):
        return None
    first = 2
    while first < len(u) - 1 and is_adverb(u.low[first]):
        first += 1
    source = _single_source(u, phrase_from(u, first, len(u)), first)
    behind = len(u) if source is None else _token_after(u, source, len(u) - 1)
    return Presented("cleft", source) if source is not None and u.low_at(behind) == "who" else None


def _singled_out(u: Unit, last: int) -> Presented | None:
    """One of several people, named at the end ("people were less amused, among them a miller, Ada Roe:")."""
    for at in range(max(1, last - _REACH), last) if not _SINGLES.isdisjoint(u.low) else ():
        for opener in _SINGLING if u.low[at] in _SINGLES else ():
            first = at + len(opener)
            if tuple(u.low[at:first]) == opener and first <= last:
                source = _single_source(u, phrase_from(u, first, last + 1), first)
                if source is not None and _is_last(u, source, last):
                    return Presented("singled out", source)
    return None


def _agent(u: Unit, last: int, main: Phrase | None) -> Presented | None:
    """The unnamed author or sender of a text ("It was written in Ost, by a miller who …:")."""
    begins = 0 if main is None else main.last
    named = None if main is None else _done_by(u, last, main)
    if named is not None:
        return named
    for at in range(last - 1, max(begins, last - _REACH), -1) if not _ONE.isdisjoint(u.low) else ():
        if u.low[at] not in {"by", "from"} or u.low[at + 1] not in _ONE:
            continue
        phrase = phrase_from(u, at + 1, last + 1)
        who = phrase is not None and u.low_at(phrase.last + 1) == "who"
        source = phrase if who else _single_source(u, phrase, at + 1)
        if source is None or not _is_last(u, source, last):
            continue
        done = any(u.low[k] in _MAKING and not BE.isdisjoint(u.low[k - 2 : k]) for k in range(begins + 2, at))
        comes = u.low[at] == "from" and u.low[at - 1] in {"came", "comes"}
        if comes or (done and main is not None and _is_text(u, main)):
            return Presented("agent", source)
    return None


def _done_by(u: Unit, last: int, main: Phrase) -> Presented | None:
    """The agent at the end of a passive ("The news was broken by Ada Roe:", "It was put best by Roe:")."""
    head = u.low[main.head_last]
    if main.kind == "name" or is_role(head) or head in _BODIES or BE.isdisjoint(u.low[main.last + 1 :]):
        return None
    by = next((at for at in range(last - 1, main.last + 1, -1) if u.low[at] == "by"), 0)
    source = _single_source(u, phrase_from(u, by + 1, last + 1), by + 1) if by else None
    unnamed = source is not None and source.kind == "noun" and u.low[by + 1] not in _ONE
    if source is None or unnamed or not _is_last(u, source, last):
        return None
    done = next((at for at in range(main.last + 1, by - 1) if u.low[at] in BE), by)
    return Presented("agent", source) if u.kinds[done + 1] == WORD and done < by else None


def _is_text(u: Unit, main: Phrase) -> bool:
    """Whether a subject is a text, refers to one, or is one of several ("One of them", "Another of the comments")."""
    if u.low[main.first] in {"another", "one"} or u.low[main.head_last] in {"it", "one", "this"}:
        return True
    return not WORKS.isdisjoint(u.low[main.first : main.last + 1])


def _quotes_from(u: Unit, main: Phrase | None) -> Presented | None:
    """The text from which a source quotes ("He has got hold of the contract and quotes from it at length:")."""
    if main is None or ("quotes" not in u.low and "quoted" not in u.low):
        return None
    at = next((at for at in range(1, len(u) - 2) if u.low[at : at + 2] in (["quotes", "from"], ["quoted", "from"])), 0)
    if not at or main.last >= at:
        return None
    source = pronoun_phrase(at + 2) if u.low[at + 2] in {"it", "them"} else phrase_from(u, at + 2, len(u))
    text = source is not None and (source.kind == "pronoun" or u.low[source.head_last] in WORKS)
    if text and source is not None and source.kind == "noun":
        source = owner_of_noun(u, source.head_last) or source
    return Presented("excerpted", source, main) if source is not None and text else None


def _owner_of_text(u: Unit, last: int) -> Presented | None:
    """The owner of a text in an opening adverbial ("In its leaflet, which is short, we read:")."""
    helped = u.low[last - 1] in AUXILIARIES
    if u.low[last] != "read" or u.low[last - 1 - helped] not in READERS or u.low[0] not in {"at", "in", "on", "under"}:
        return None
    text = phrase_from(u, 1, last)
    noun = 0 if text is None else text.head_last
    if text is None or u.low[noun] not in _PRINTED:
        return None
    its = next((at for at in range(text.first, noun) if u.low[at] == "its"), 0)
    source = pronoun_phrase(its) if its else owner_of_noun(u, noun)
    return None if source is None else Presented("excerpted", source)


def _issuer(u: Unit, last: int, main: Phrase | None) -> Presented | None:
    """The issuer of the text that ends a lead-in ("By Monday it had put out a release:")."""
    if main is None or _MAKING.isdisjoint(u.low):
        return None
    verb = next((at for at in range(main.last + 1, last) if u.low[at] in _MAKING), None)
    subject = None if verb is None else subject_of_verb(u, verb)
    if verb is None or subject is None or not BE.isdisjoint(u.low[main.last + 1 : verb]):
        return None
    if subject.kind == "pronoun" and subject.first > main.last:
        return None  # "This winner has deserved it, I wrote on my blog:"
    text = next((at for at in range(last, verb, -1) if u.low[at] in WORDED), None)
    return Presented("issues", main) if text is not None and not finite_between(u, verb + 1, last) else None


def _given_the_word(u: Unit, main: Phrase | None) -> Presented | None:
    """The person who is given the word ("The same article hands over to Ada Roe:", "the Post lets a miller speak:")."""
    if u.low[:3] in _LAST and u.low_at(3) == "to":  # "The last word to Ada Roe:"
        source = _single_source(u, phrase_from(u, 4, len(u)), 4)
        return None if source is None else Presented("singled out", source)
    if _HANDING_OVER.isdisjoint(u.low):
        return None
    for at in range(1, len(u) - 2):
        if u.low[at] in _BELONGING and u.low[at + 1] == "to" and u.low[max(0, at - 4) : at] in _LAST:
            source = _single_source(u, phrase_from(u, at + 2, len(u)), at + 2)
            return None if source is None else Presented("singled out", source)
        if u.low[at] in _LETTING and u.kinds[at] == WORD:
            talking = next((k for k in range(at + 2, min(len(u), at + _REACH)) if u.low[k] in _TALKING), at + 1)
            source = phrase_from(u, at + 1, talking)
            if source is not None and (source.first, source.last) == (at + 1, talking - 1):
                return Presented("passed on", source, main)
        if u.low[at] not in _GIVING or u.low[at - 1] in BE or (is_participle(u.low[at]) and u.low[at - 1] in WORKS):
            continue  # "a petition handed to parliament", "that it be left to the engineers"
        for what in _FLOOR:
            to = at + 1 + len(what)
            if tuple(u.low[at + 1 : to]) == what and u.low_at(to) == "to":
                source = _single_source(u, phrase_from(u, to + 1, len(u)), to + 1)
                return None if source is None else Presented("passed on", source, main)
    return None


def _contacted(u: Unit, main: Phrase | None) -> Presented | None:
    """The person that a paper contacted ("The Post reached Ada Roe by telephone:", "asked Ada Roe for a reaction:")."""
    at = len(u) if main is None or main.kind != "name" else main.last + 1
    while at < len(u) and (u.low[at] in AUXILIARIES or is_adverb(u.low[at])):
        at += 1
    talked = u.low[at : at + 2] in (["spoke", "to"], ["spoke", "with"], ["talked", "to"], ["talked", "with"])
    if at >= len(u) or not (talked or u.low[at] in {"asked", "contacted", "interviewed", "reached"}):
        return None
    source = _single_source(u, phrase_from(u, at + 1 + talked, len(u)), at + 1 + talked)
    if source is None or (u.low[at] == "asked" and u.low_at(source.last + 1) != "for"):
        return None
    return Presented("reached", source)


def _outlet(u: Unit) -> Presented | None:
    """The blog or paper to which the main clause applies ("At Low Tide, where two write, there is grief:").

    The subject of that clause is "there" or cannot speak. After "at", a name without a word of writing is a place.
    """
    first = int(u.low[0] == "over")
    placed = u.low_at(first) in {"at", "on"} and u.kind_at(first + 1) == NAME
    source = phrase_from(u, first + 1, len(u)) if placed else None
    if source is None or source.first != first + 1 or source.kind != "name" or u.low[source.last] in _PLACE_NOUNS:
        return None  # "On Mill Street, there is anger:"
    if u.low[0] == "at" and not (is_publication(u, source) or any(map(_WRITING.__contains__, u.low))):
        return None  # a town, because no word of writing is used
    if not (TIME | _PLATFORMS).isdisjoint(u.low[source.first : source.last + 1]):
        return None
    ahead = range(source.last + 1, min(len(u) - 2, source.last + _REACH))
    for at in (at for at in ahead if at == source.last + 1 or u.low[at - 1] == ","):
        subject = pronoun_phrase(at) if u.low[at] == "there" else phrase_from(u, at, len(u))
        if subject is None or subject.first != at or u.low[at] == ",":
            continue
        if u.low_at(subject.last + 1) in _LINKING:
            head = u.low[subject.head_last]
            there = head == "there" or (subject.kind == "noun" and (head in WORKS or not can_speak(head)))
            return Presented("singled out", source) if there else None
    return None


def _signer(u: Unit, last: int) -> Presented | None:
    """The name that signs the words, where a lead-in says nothing else ("Under the signature of Ada Roe:")."""
    first = under_name(u)
    source = _single_source(u, phrase_from(u, first, last + 1), first) if first else None
    return Presented("alone", source) if source is not None and source.kind == "name" and source.last >= last else None


def opening_name(u: Unit) -> Phrase | None:
    """Return the name that opens the unit, or its main clause after a comma ("In the same vein, miller Ada Roe:")."""
    first = 0
    if u.low[0] in PREPOSITIONS:
        first = next((at + 1 for at in range(min(len(u), _OPENING)) if u.low[at] == ","), 0)
    begin = first
    while begin < len(u) and (u.low[begin] in DETERMINERS or is_role(u.low[begin])):
        begin += 1
    last = role = u.names_end(begin)
    while begin < role < len(u) - 1 and u.kinds[role] == WORD and is_role(u.low[role]):
        role += 1
    if role > last and u.kinds[role] == NAME:  # "Weir Union president Ada Roe"
        begin, last = role, u.names_end(role)
    if last < begin + 2 or u.low[begin] in PREPOSITIONS:
        return None  # a single capital may be only that of the sentence
    return Phrase(first, last - 1, begin, last - 1, "name")
