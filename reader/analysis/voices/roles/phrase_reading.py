"""Read the noun phrase that says what somebody is: its head, the body after it, and where it ends."""

from typing import Literal, TypeAlias

from reader.analysis.units.units import WORD
from reader.analysis.voices.names.lists import entries, marked, role_of, singular, table
from reader.analysis.voices.names.run_splitting import PLURAL_OWNERS
from reader.analysis.voices.roles.belonging import (
    OUTSIDERS,
    added_role,
    body_at,
    body_behind,
    body_of_role,
    common_body,
    is_common,
    whole_body,
)
from reader.analysis.voices.roles.role_phrases import Role, begins_sentence
from reader.analysis.voices.roles.tokens import Tokens
from reader.analysis.words.grammar import (
    ADDRESSED,
    AUXILIARIES,
    DETERMINERS,
    DONE,
    FINITE,
    GENITIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    cue_form,
    cue_verbs,
    is_adverb,
    is_mute,
    words,
)
from reader.model import Span

Described: TypeAlias = Literal["person", "speaker", "body"]

HEAD_WORDS = 12  # maximum words of a role before its first preposition
TAIL_WORDS = 7  # maximum words after it in an apposition without a body in them
ALL_WORDS = 14
GENERIC = words("generic_body_nouns")
_LEADS = words("before_descriptions")
_SERVING = ("acting", "serv", "work")
_CHOSEN = frozenset({"appointed", "elected", "named", "retired"})
_OBJECTS = DETERMINERS - {"all", "any", "both", "one"} | {"him", "it", "me", "them", "us"}
_RANKS = frozenset({"assistant", "chief", "deputy", "ex", "former", "late", "managing", "new", "senior", "vice"})
_PLACES = words("place_nouns") | {"borough"}
_ENDING = SUBORDINATORS | {"cited", "interviewed", "named", "quoted", "until"}  # "an ecologist quoted in the Herald"
_FINITE = FINITE | AUXILIARIES
_OBJECT_OPENERS = DETERMINERS | PREPOSITIONS | {"to"}
_BEFORE_BODY = 5  # maximum words from a verb to the preposition before a body


def is_finite(t: Tokens, at: int) -> bool:
    """Return whether a token after a noun is a finite verb: "a bus driver *told* the Herald"."""
    return t.low(at) in _FINITE or (cue_form(t.low(at)) in {"past", "s"} and not t.is_name(at))


def _acts(t: Tokens, at: int) -> bool:
    """Whether a token is a verb with an object: "*remembers* him"."""
    low = t.low(at)
    acts = low.endswith(("ed", "s")) and low not in _CHOSEN and low not in {"as", "has", "is", "was"}
    return acts and t.low(at + 1) in _OBJECTS and not t.is_name(at)


def is_verb(t: Tokens, at: int) -> bool:
    """Return whether a phrase begins with a verb, also of a relative clause, and so describes nobody."""
    if t.low(at) in RELATIVES:
        return t.low(at + 1) not in {"is", "was"} and t.low(at + 2) not in {"as", "been"}
    verb = cue_verbs().get(t.low(at))
    return (verb is not None and verb.lemma in ADDRESSED) or _acts(t, at)


def described(t: Tokens, at: int, stop: int | None = None, of: Described = "person") -> Role | None:
    """Return the role in the phrase from a token to the next comma, dash, bracket or `stop`; else None.

    It describes a person; with `of`, one who surely speaks, so that any noun is a role ("a letter carrier"), or a body
    ("an organization which …").
    """
    pause = t.pause(at, len(t) if stop is None else stop)
    if at >= pause or is_verb(t, at):
        return None
    while at < pause and (t.low(at) in _LEADS or (t.low(at + 1) == "as" and t.low(at).startswith(_SERVING))):
        at += 1  # "now", "who is", "serving as"
    first = at + 3 if t.low(at) == "one" and t.low(at + 1) == "of" and t.low(at + 2) in DETERMINERS else at
    head, end = _head_end(t, first, pause)
    if stop is not None and end < pause:
        return None  # "(the engineer knows it)"
    nouns = _head_nouns(t, first, head, of)
    outside = not nouns or nouns[-1] in OUTSIDERS
    if outside and (more := added_role(t, first, head)):
        head = end = more  # "a novelist and a fierce opponent of the plan"
        nouns = _head_nouns(t, first, head, of)
    if not nouns or t.low(head - 1) in _PLACES:
        return None
    end, clause = _clause_in(t, head, end)
    tie, cut = body_of_role(t, head, end, nouns[-1])
    tie = tie or body_inside(t, first, head, nouns[-1]) or clause
    if cut == end and (end - head > TAIL_WORDS or end - at > ALL_WORDS):
        cut = head
    elif cut == end and stop is None:
        cut, last = _enumeration(t, end)
        tie = tie or last
    while cut > head and t.low(cut - 1) in PREPOSITIONS:
        cut -= 1  # "an author of “Salt”"
    return Role(t.span(at, cut), tie, nouns[0])


def _clause_in(t: Tokens, head: int, end: int) -> tuple[int, Span | None]:
    """Where a phrase ends before its relative clause, and the body in that: "a miller who is now mayor of Tarn".

    The clause belongs to the words for a body that say nothing by themselves: "an organization which works there,".
    """
    relative = next((i for i in range(head, end) if t.low(i) in RELATIVES), end)
    if relative == end or (t.low(relative - 1) in GENERIC and t.low(end) == "," and end - relative <= TAIL_WORDS):
        return end, None
    told = described(t, relative) or clause_at(t, relative)
    return relative, None if told is None else told.affiliation


def _head_end(t: Tokens, first: int, end: int) -> tuple[int, int]:
    """Where the words of a phrase before its first complement end, and where a verb or a time ends all of it."""
    head = 0
    for at in range(first, end):
        low = t.low(at)
        if t.inside(at) or (t.is_name(at) and low not in PREPOSITIONS):
            continue
        before = at > first and role_of(t.low(at - 1)) is not None
        and_then = low == "and" and any(is_finite(t, i) for i in (at + 1, at + 2)) and role_of(t.low(at + 1)) is None
        owned = t.low(at - 1).endswith(GENITIVES)
        verb = at > first and (_acts(t, at) or ((before or (t.is_name(at - 1) and not owned)) and is_finite(t, at)))
        if low in _ENDING or and_then or verb:
            return head or at, at
        participle = low.endswith(("ed", "ing")) or low in DONE
        opens = participle and at > first and (before or t.low(at + 1) in _OBJECT_OPENERS)
        also = low == "and" and t.low(at + 1) in {"also", "based"}
        if not head and (low in PREPOSITIONS or (low in RELATIVES and at > first) or low == "to" or opens or also):
            head = at
    return head or end, end


def _head_nouns(t: Tokens, first: int, head: int, of: Described) -> list[str]:
    """The role nouns at the end of a phrase, in the singular; empty if its last word is none."""
    heads, body = [t.word(at).strip(".’'") for at in range(first, head)], of == "body"
    if not heads or len(heads) > HEAD_WORDS:
        return []
    if not any(is_role(word, body=body) for word in heads[-2:]):
        other = is_mute(heads[-1]) or is_adverb(heads[-1]) or is_role(heads[-1], body=True)
        return heads[-1:] if of == "speaker" and t.unit.kinds[head - 1] == WORD and not other else []
    if heads[-1][:1].isupper() and role_of(heads[-1]) is None:
        return []
    heads = [word for word in heads if word == heads[-1] or word not in entries("demonyms")]  # "the Republican leader"
    return [singular(word) for word in heads if is_role(word, body=body)]


def is_role(word: str, *, body: bool) -> bool:
    """Return whether a noun says what a person is, or with `body` what a body or a document is."""
    if body:
        return word.lower() in table("bodies") or word.lower() in table("called")
    return role_of(word) is not None


def _enumeration(t: Tokens, end: int) -> tuple[int, Span | None]:
    """Where a list of roles ends ("writer, a dramatist and translator"), and the body at its end."""
    while t.low(end) == ",":
        name, stop = t.name_at(end + 1), t.pause(end + 1, len(t))
        if name is not None and name.body and t.behind(name) == stop:
            return end, name.span
        opens = t.low(end + 1 + (t.low(end + 1) == "and")) in {"a", "an", "chair", "director", "head"}
        head, _ = _head_end(t, end + 1, stop)
        if t.low(stop) not in {",", ".", ""} or not opens or not any(map(role_of, map(t.low, range(end + 1, head)))):
            break
        end = stop
    return end, None


def body_inside(t: Tokens, first: int, head: int, noun: str) -> Span | None:
    """Return the body among the words of a role up to its head: "Delta Foods CEO", "a Tarn city council clerk"."""
    near = t.names.within(t.unit.starts[first], t.unit.starts[head - 1])
    body = next(filter(None, map(whole_body, near)), None)
    return body or employer(t, range(first, head - 1), noun)


def employer(t: Tokens, indexes: range, noun: str) -> Span | None:
    """Return the capitalised name of the employer before a role: "Delta Foods CEO", "Vela Online Author"."""
    named = noun in marked("roles", "employed")
    body = max((at for at in indexes[1:] if t.is_name(at) and t.low(at) in entries("workplaces")), default=-1)
    found: list[int] = []
    for at in indexes:
        word, low = t.word(at), t.low(at)
        if t.is_name(at) and role_of(word) is None and not (word in entries("demonyms") or word in PLURAL_OWNERS):
            mere = word.endswith("ed") and begins_sentence(t.text, t.unit.starts[at])  # "Acclaimed blogger Ada Cole"
            placed = word in entries("places") and at > body
            if found or not (mere or placed or low in _RANKS or word in entries("openers")):
                found.append(at)
        elif found and not (low == "of" and t.is_name(at + 1)):
            break
        if found[:-1] and at == body:
            return t.span(found[0], at + 1)  # "*Delta University* Law Professor Ada Cole"
    headed = role_of(noun) == "official" or noun in marked("roles", "executive")
    if not found or not (named or headed):
        return None
    name = Span(t.unit.starts[found[0]], t.end_of(found[-1])).of(t.text)
    if noun == "correspondent" and name.istitle() and name.isalpha():
        return None  # "Lisk correspondent": a place, not an employer
    if not named and not (name.isalpha() and name.isupper() and len(name) > 2):  # noqa: PLR2004
        return None  # "Norvia President" of a country in no list, but "NATO chief"
    known = name in entries("places") or name in entries("platforms") or is_common(name.lower())
    return None if known else Span(t.unit.starts[found[0]], t.end_of(found[-1]))


def clause_at(t: Tokens, at: int) -> Role | None:
    """Return what a clause that begins at a token says of a person's work and body; None where it says nothing of them.

    The body is the affiliation; what they lead there is the role, with its verb: "leads the tide team". The leader of
    an opposition or a party is a politician, by the noun alone. From "who teaches law at Delta University" only the
    body is taken.
    """
    who = t.low(at) == "who"
    at += who
    while t.low(at) in words("clause_adverbs"):
        at += 1
    body = _workplace(t, at) if who or t.low(at) in {"employed", *words("sitting")} else None
    if body is not None:
        return Role(None, body)
    return _led(t, at) if who and t.low(at) in words("leading_verbs") else None


def _workplace(t: Tokens, verb: int) -> Span | None:
    """The body where somebody works: "teaches law at Delta University", "sits on the city council", "is now at"."""
    if t.low(verb) == "joined":
        return body_at(t, t.after_article(verb + 1), "at")
    for at in range(verb, verb + _BEFORE_BODY + 1) if t.low(verb) in words("working_verbs") | {"at", "with"} else ():
        low, on = t.low(at), t.low(at) == "on"
        body = body_behind(t, at, vague=True) if low in {"at", "by", "for", "of", "on", "with"} else None
        body = body or (common_body(t, at + 1, len(t)) if on else None)
        if body is not None or (low in DETERMINERS and t.low(at - 1) != "on") or t.is_stop(at):
            return body
    return None


def _led(t: Tokens, verb: int) -> Role | None:
    """The role of who leads something, and its body: "heads the Delta Union", "leads the tide team at the Union"."""
    first = verb + 1 + (t.low(verb + 1) in {"a", "its", "the"})
    stop = _clause_end(t, first)
    body = body_at(t, first, "of")
    if body is not None and t.past(body.end) <= t.pause(first, len(t)):
        return Role(None, body, "head")
    tie, cut = body_of_role(t, first, stop, "")
    if tie is None or (t.low(verb + 1) == "a" and t.text[tie.start].islower()):  # "runs a shop at the central station"
        political = any(t.low(at) in words("political_bodies") for at in range(first, stop))
        return Role(None, None, "politician") if political else None
    return Role(t.span(verb, cut), tie, "head")


def _clause_end(t: Tokens, at: int) -> int:
    """Where a relative clause ends, or continues with another verb ("… and speaks for")."""
    stop = t.pause(at, len(t))
    return next((i for i in range(at, stop) if t.low(i) in words("clause_joints") and not t.inside(i)), stop)
