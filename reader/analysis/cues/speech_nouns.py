"""Find the content and the owner of nouns of speech (“his pledge to go”, “her point is that …”)."""

from reader.analysis.syntax.adjuncts import occasion_noun
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.predicates import has_predicate
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, subject_end, verb_at
from reader.analysis.words.grammar import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    GENITIVES,
    LINKS,
    OBJECTS,
    PERSONAL,
    POSSESSIVES,
    SUBORDINATORS,
    TIME,
    WH,
    can_speak,
    cue_form,
    is_actor,
    is_adverb,
    is_contraction,
    is_finite,
    is_mute,
    is_participle,
    words,
)
from reader.analysis.words.lexicon import table

_VOICING = words("voicing")
_AGENTS = frozenset({"among", "by", "from"})
_SAYING = (PERSONAL - WH) | words("orders") | {"no"}
_SPOKEN = frozenset({"announcement", "claim", "comment", "report", "statement", "suggestion", "testimony"})
_CLOSING = words("closing_forms")
# After these, “of” introduces the target of the words, not their speaker.
_AGAINST = frozenset({"accusation", "accusations", "criticism", "criticisms", "denunciation", "indictment"})
_LEFT = 4  # maximum tokens between a noun and its owner or the verb before it
_BEFORE = 8  # tokens before a noun searched for the verb that has it as object
_SENDER = 16  # maximum tokens of the sender
_BEFORE_ADJUNCT = frozenset({"at", "during", "in", "last", "on", "this", "to"})
_DATE = 5  # maximum tokens of a date
_REACH = 10  # maximum tokens from a noun to its clause, with the sender or a place between


def frames_of_noun(low: str) -> str:
    """Return the letters for the complements of a noun in data/cue_nouns.txt; "" for any other noun."""
    row = table("cue_nouns").get(low)
    return "" if row is None else row[1]


def content_of_noun(u: Unit, noun: int) -> Content | None:
    """Return the clause that is the content of a noun of speech; None without one.

    That is a that-clause right after it or after “is”, the words after a colon, the content of rumours “on the square”,
    and the infinitive of “a call for Roe to go”, also after the sender.
    """
    letters = frames_of_noun(u.low[noun])
    owner = owner_behind_noun(u, noun)
    at = _after_adjunct(u, u.after_brackets(noun + 1, len(u))) if owner is None else owner.last + 1
    if at + 1 >= len(u) or not letters:
        return None
    colon = _colon(u, at)
    if colon is not None:
        return Content(colon + 1, clause_end(u, colon + 1, whole=True), "colon")
    if u.low[at] in BE and "t" in letters:
        at += 1
        while at + 1 < len(u) and is_adverb(u.low[at]):
            at += 1
        stated = _content_after_be(u, noun, at, owned=owner is not None)
        if stated is not None or "n" not in letters or u.low[at] == "that":
            return stated
    if u.low[at] == "that":
        clause = (
            not {"t", "v"}.isdisjoint(letters)
            and has_predicate(u, at)
            and (not finite_at(u, at + 1) or is_contraction(u.low[at + 1]))
            and not _is_relative(u, at)
        )
        return Content(at, _end_of_clause(u, noun, at), "that") if clause else None
    if "i" in letters:
        to = _to_after_noun(u, at)
        if to is not None:
            end = _end_of_clause(u, noun, to)
            adjunct = (i - 1 for i in range(to + 2, end) if u.low[i] in SUBORDINATORS and u.low[i - 1] == ",")
            return Content(to, next(adjunct, end + 1) - 1, "infinitive")
    return _clause_after_sender(u, noun) or _rumour(u, noun, at)


def _content_after_be(u: Unit, noun: int, at: int, *, owned: bool) -> Content | None:
    """The content that begins at a token after “is” (“her point is that …”, “her pledge was to go”, “… was “no””)."""
    hers = possessive_of_noun(u, noun) is not None
    if u.kinds[at] == QUOTE and hers:
        return None if _is_judged(u, noun, at) else Content(at, at, "marks")
    if hers and "i" in frames_of_noun(u.low[noun]) and u.low[at] == "to" and _infinitive(u, at + 1):
        return Content(at, clause_end(u, at), "infinitive")
    that = (hers or owned) and u.low[at] == "that" and has_predicate(u, at)
    return Content(at, clause_end(u, at), "that") if that else None


def _is_relative(u: Unit, that: int) -> bool:
    """Whether "that" is the subject of a reporting verb (“a claim that says the weir leaks”)."""
    verb = verb_at(u, that + 1)
    said = verb is not None and verb[0].form in {"past", "s"} and that + 2 < len(u)
    return said and (u.low[that + 2] in DETERMINERS or u.low[that + 2] == "that")


def _is_judged(u: Unit, noun: int, marks: int) -> bool:
    """Whether marks after “is” only state an opinion about the words (“Roe’s remarks were “a disgrace””)."""
    words_in = u.word(marks)[1:].split(maxsplit=1)[:1]
    plain = words_in != [] and words_in[0][0].islower() and words_in[0] not in _SAYING
    # But not: "her only comment was “we leave”".
    return plain and (u.low[noun] in _SPOKEN or (u.low[noun] != "words" and u.low[noun].endswith("s")))


def owner_behind_noun(u: Unit, noun: int) -> Phrase | None:
    """Return the owner of a noun of speech in an “of” phrase (“the verdict of the inquiry was that …”); else None.

    “That”, “is”, or a comma and marks, must follow it.
    """
    if u.low_at(noun + 1) != "of" or "t" not in frames_of_noun(u.low[noun]):
        return None
    owner = phrase_from(u, noun + 2, min(len(u), noun + _SENDER))
    behind = len(u) if owner is None else owner.last + 1
    if owner is None or behind + 1 >= len(u):
        return None
    head = u.low[owner.head_last]
    one_of = u.low_at(owner.first + 1) == "of"  # "one of the subjects"
    apposed = u.low[behind] == "," and u.kinds[behind + 1] == QUOTE and (one_of or not is_mute(head))
    named = owner.kind == "name" and head not in TIME
    that = u.low[behind] == "that" and u.low[noun] not in _AGAINST
    speaks = (can_speak(head) and u.low[behind] in BE) or (that and (named or can_speak(head)))
    return owner if apposed or speaks else None


def _clause_after_sender(u: Unit, noun: int) -> Content | None:
    """The clause after the sender (“the warning by Roe that …”, “the claim, made by Roe here, that …”)."""
    letters = frames_of_noun(u.low[noun])
    first = sender_start(u, noun) if "t" in letters and "v" not in letters else None
    sender = None if first is None else phrase_from(u, first, min(len(u), first + _SENDER))
    if sender is None or (sender.last > sender.first and verb_at(u, sender.last) is not None):
        return None  # "a report by it states that"
    near = range(sender.last + 1, min(len(u) - 1, sender.last + _SENDER))
    at = next((i for i in near if u.low[i] == "that" or (u.kinds[i] == STOP and u.low[i] != ",")), 0)
    if u.low[at] != "that" or not has_predicate(u, at) or finite_at(u, at + 1):
        return None
    parted = "who" not in u.low[sender.last : at] and finite_between(u, sender.last + 1, at - 1)
    own = at == sender.last + 1 or (u.low[at - 1] == "," and not parted)
    return Content(at, _end_of_clause(u, noun, at), "that") if own else None


def _after_adjunct(u: Unit, at: int) -> int:
    """The "that" after the day, the occasion or the addressee of a noun (“her claim in a speech that …”), else `at`."""
    while at + 2 < len(u) and u.low[at] in TIME:
        at += 1
    if "that" not in u.low[at + 1 : at + _REACH] or u.low[at] not in _BEFORE_ADJUNCT:
        return at
    occasion = occasion_noun(u, at)
    addressee = phrase_from(u, at + 1, min(len(u), at + _REACH)) if u.low[at] == "to" else None
    dated = next((i for i in range(at + 1, at + _DATE) if u.low_at(i) == "that"), 0)
    if occasion:
        that = occasion + 1
    elif addressee is not None and (addressee.kind == "name" or is_actor(u.low[addressee.head_last])):
        that = addressee.last + 1
    else:
        that = dated if dated and u.low[dated - 1] in TIME else 0
    return that if u.low_at(that) == "that" else at


def _colon(u: Unit, at: int) -> int | None:
    """The colon after a noun, or after “is clear”, that is followed by words without marks; None without one."""
    while at + 2 < len(u) and (u.low[at] in BE or (u.kinds[at] == WORD and u.low[at - 1] in BE)):
        at += 1
    words = at + 2 < len(u) and u.low[at] == ":" and u.kinds[at] == STOP and u.kinds[at + 1] not in {STOP, QUOTE}
    return at if words else None


def _to_after_noun(u: Unit, first: int) -> int | None:
    """The "to" and verb after a noun: right there, after "for Roe", or after the sender ("by the guild")."""
    if u.low[first] in {"never", "not"} and u.low_at(first + 1) == "to":
        return first if _infinitive(u, first + 2) else None
    if u.low[first] not in _AGENTS and u.low[first] not in {"to", "for"}:
        return None
    for at in range(first, min(len(u) - 1, first + _REACH)):
        if u.low[at] == "to":
            for_person = u.low[first] == "for" and u.kinds[at + 1] == WORD and at > first + 1
            return at - (u.low[at - 1] == "not") if for_person or _infinitive(u, at + 1) else None
        if u.kinds[at] in {STOP, QUOTE} or (at > first and finite_at(u, at)):
            return None
    return None


def _infinitive(u: Unit, at: int) -> bool:
    """Whether the word is surely an infinitive: a known verb, or one with an object after it."""
    low = u.low[at]
    if u.kinds[at] != WORD or low in DETERMINERS:
        return False
    if low == "be" or cue_form(low) == "base" or (is_finite(low) and not low.endswith(("s", "ed"))):
        return True
    behind = u.low_at(at + 1)
    takes_object = behind in DETERMINERS or behind in OBJECTS
    return (takes_object and not low.endswith("s")) or f"{low}s" in FINITE


def _rumour(u: Unit, noun: int, first: int) -> Content | None:
    """The clause of a rumour after the place where it is heard (“rumours were heard there that …”)."""
    letters = frames_of_noun(u.low[noun])
    if "n" not in letters or "i" in letters:
        return None
    for at in range(first, min(len(u) - 1, first + _REACH)):
        if u.low[at] == "that":
            own = has_predicate(u, at) and not finite_at(u, at + 1)
            has = finite_between(u, noun + 1, at - 1)  # "rumour has it that"
            end = clause_end(u, at) if has else _end_of_clause(u, noun, at)
            return Content(at, end, "that") if own else None
        other = verb_at(u, at) is not None or u.low[at] in WH or u.low[at] in CONJUNCTIONS
        if u.kinds[at] in {STOP, QUOTE} or other:
            return None
    return None


def _end_of_clause(u: Unit, noun: int, first: int) -> int:
    """The end of a that-clause or an infinitive of a noun; where the noun is the subject, before its verb."""
    end = clause_end(u, first)
    if finite_between(u, max(0, noun - _BEFORE), noun - 1):
        return end
    if u.low[first] == "that":
        return subject_end(u, first, end)
    for at in range(first + 2, end + 1):
        if u.low[at] in WH or u.low[at] in CONJUNCTIONS or u.kinds[at] in {STOP, QUOTE}:
            break
        if finite_at(u, at):
            return at - 1
    return end


def possessive_of_noun(u: Unit, noun: int) -> int | None:
    """Return the token of the possessive or genitive a few words before a noun; None without one."""
    at = noun - 1
    while at > max(0, noun - _LEFT) and _may_describe(u, at) and not _is_possessive(u.low[at]):
        at -= 1
    if u.low[max(0, at - 2) : at] in (["all", "of"], ["any", "of"], ["each", "of"], ["many", "of"], ["most", "of"]):
        return None
    told = at > 0 and u.low[at] == "her" and verb_at(u, at - 1) is not None  # "asked her one question"
    return at if at >= 0 and _is_possessive(u.low[at]) and not told else None


def _may_describe(u: Unit, at: int) -> bool:
    """Whether a token can be between an owner and a noun: a word or a date (“Roe’s May 3 claim”)."""
    return u.kinds[at] in {WORD, NUMBER} or u.low[at] in TIME or f"{u.low[at]}." in TIME


def _is_possessive(low: str) -> bool:
    """Whether a word is a possessive or genitive."""
    return low in POSSESSIVES or low.endswith(GENITIVES)


def verb_with_noun(u: Unit, noun: int) -> int | None:
    """Return the verb with a noun of speech as object (“makes the point”, “is of the opinion”); None without one.

    For a noun that is voiced it may also be a verb of denying (“rejects Roe’s idea”).
    """
    if u.low[max(0, noun - 2) : noun] == ["of", "the"] and noun > 2 and u.low[noun - 3] in BE:  # noqa: PLR2004 - "is of the"
        return noun - 3
    denied = frames_of_noun(u.low[noun]) == "v"
    for at in range(noun - 1, max(-1, noun - 1 - _LEFT), -1):
        if u.low[at] in _VOICING or (denied and (verb := verb_at(u, at)) is not None and verb[0].kind == "denying"):
            return at
        if u.low[at] == "with" and u.low[at - 1] in _CLOSING and u.low[noun + 1] == "that":
            return at - 1
        if u.kinds[at] != WORD and not u.low[at].endswith(GENITIVES):
            return None
        if finite_at(u, at) or u.low[at] in LINKS:
            return None
    return None


def sender_start(u: Unit, noun: int) -> int | None:
    """Return where the source after “by”, “from” or “among” begins after a noun; None without one.

    A participle may come between (“the claim made by Roe”, “the warning, issued by Roe,”).
    """
    at = noun + 1 + (u.low_at(noun + 1) == ",")
    at += u.low_at(at + 1) == "by" and (u.low[at] in {"given", "made", "put"} or is_participle(u.low[at]))
    apart = u.low_at(noun + 1) == "," and u.low[at - 1] == ","
    return at + 1 if at + 1 < len(u) and u.low[at] in _AGENTS and not apart else None
