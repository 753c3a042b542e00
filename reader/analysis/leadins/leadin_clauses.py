"""Find where the last of several coordinated clauses of a lead-in begins, and its subject."""

from reader.analysis.leadins.candidates import Candidate
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_of_verb
from reader.analysis.units.noun_phrases import Phrase
from reader.analysis.units.units import WORD, Unit
from reader.analysis.units.verbs import finite_between, finite_verbs
from reader.analysis.words.grammar import AUXILIARIES, is_adverb, words

_BESIDE = frozenset({"whereas", "while"})
_JOINING = frozenset({"and", "but", "nor", "yet"})
_DRAWING = words("drawing")
_PARTING = _BESIDE | {";"}
_ISSUED = frozenset({"issued", "posted", "printed", "produced", "published"})
_PLACING = frozenset({"at", "by", "from", "in", "on"})
_LONGEST = 200  # tokens of the last clause


def last_clause_start(u: Unit, read: list[Candidate], main: Phrase | None) -> tuple[int, Phrase | None]:
    """Return the token before the last of two coordinated clauses (-1: only one), and its subject if that is a name.

    The clause begins after a semicolon, after "while" with a speaker of its own, or after "and" or "but" with a name as
    its subject that speaks there ("Otto Reed sums it up, and Ada Roe adds a thought:"), or where no name spoke in the
    clause before ("The mill was shut, and Ada Roe is angry:").

    `read` are the readings of the lead-in so far, `main` is the subject of its main clause.
    """
    begin = len(u) - _LONGEST
    for at in range(len(u) - 1, max(0, begin), -1) if not _PARTING.isdisjoint(u.low) else ():
        if u.low[at] == ";" and at < len(u) - 1:
            return at, None
        if u.low[at] in _PARTING and u.low[at - 1] == ",":
            behind = (c for c in read if c.source.first > at and (c.cue is not None or c.source.first == at + 1))
            return at if any(c.features[0] == "named" for c in behind) else -1, None
    answer = _answer_clause(u)
    if answer and any(c.source.first > answer and c.features[0] == "named" for c in read):
        return answer, None
    for at in range(len(u) - 3, max(2, begin), -1) if not _JOINING.isdisjoint(u.low) else ():
        if u.low[at] in _JOINING and u.low[at - 1] == ",":
            if any(c.source.first == at + 1 and _speaks_last(u, c) for c in read):
                return at, None
            subject = _subject(u, at + (u.low[at] != "nor"))
            if subject is not None and _is_independent(u, read, main, at):
                return at, subject
    return -1, None


def is_reduced_relative(u: Unit, source: Phrase) -> bool:
    """Return whether an indefinite noun has a participle of issuing after it, not a verb ("a paper published in Ost").

    Such a participle has no object: a preposition follows it.
    """
    done, behind = u.low[source.last + 1 : source.last + 3] if source.last + 2 < len(u) else ("", "")
    return u.low[source.first] in {"a", "an"} and source.kind == "noun" and done in _ISSUED and behind in _PLACING


def _answer_clause(u: Unit) -> int:
    """The ", which" of a clause that names who answered the clause before ("…, which drew a reply from Roe:")."""
    relatives = (at for at in range(3, len(u) - 3) if u.low[at] == "which" and u.low[at - 1] == ",")
    for at in relatives if "which" in u.low else ():
        verb = at + 2 if u.low[at + 1] in AUXILIARIES or is_adverb(u.low[at + 1]) else at + 1
        if u.low[verb] in _DRAWING:
            return at
    return 0


def _subject(u: Unit, first: int) -> Phrase | None:
    """The name that begins a clause at a token, with a finite verb after or before it (“so does Roe”).

    Adverbs may precede it.
    """
    if u.low[first] in {"neither", "nor", "so"} and u.low[first + 1] in AUXILIARIES:
        phrase = phrase_from(u, first + 2, len(u))
        return phrase if phrase is not None and phrase.first == first + 2 and phrase.kind == "name" else None
    while first < len(u) - 2 and u.kinds[first] == WORD and is_adverb(u.low[first]):
        first += 1
    phrase = phrase_from(u, first, len(u))
    if phrase is None or phrase.first != first or phrase.kind != "name":
        return None
    about = (subject_of_verb(u, verb) for verb in finite_verbs(u, phrase.last + 1, len(u) - 1))
    return phrase if any(each is not None and each.head_last == phrase.head_last for each in about) else None


def _speaks_last(u: Unit, candidate: Candidate) -> bool:
    """Whether a candidate is a name with a reporting verb, and no other clause comes after that."""
    cue = candidate.cue
    return candidate.source.kind == "name" and cue is not None and "," not in u.low[cue.last + 1 :]


def _is_independent(u: Unit, read: list[Candidate], main: Phrase | None, joint: int) -> bool:
    """Whether the clause before a conjunction has its own subject and verb, and no name in it speaks."""
    begins = 0 if main is None or main.first > joint else main.last + 1
    said = [c for c in read if c.source.last < joint and c.cue is not None and c.cue.last < joint]
    return (bool(said) or finite_between(u, begins, joint - 1)) and all(c.source.kind != "name" for c in said)
