"""Find where the last of several coordinated clauses of a lead-in begins, and its subject."""

from reader.analysis.leadins.candidates import Candidate
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import Unit

_BESIDE = frozenset({"whereas", "while"})
_JOINING = frozenset({"and", "but", "nor", "yet"})
_PARTING = _BESIDE | {";"}
_ISSUED = frozenset({"issued", "posted", "printed", "produced", "published"})
_PLACING = frozenset({"at", "by", "from", "in", "on"})
_LONGEST = 200  # tokens of the last clause


def last_clause_start(u: Unit, read: list[Candidate]) -> int:
    """Return the token before the last of two coordinated clauses; -1 where there is only one.

    The clause begins after a semicolon, after "while" with a speaker of its own, or after "and" or "but" with a name as
    its subject that speaks there ("Otto Reed sums it up, and Ada Roe adds a thought:"). `read` are the readings so far.
    """
    begin = len(u) - _LONGEST
    for at in range(len(u) - 1, max(0, begin), -1) if not _PARTING.isdisjoint(u.low) else ():
        if u.low[at] == ";" and at < len(u) - 1:
            return at
        if u.low[at] in _PARTING and "," in {u.low[at - 1], u.stop(at - 1)}:
            behind = (c for c in read if c.source.first > at and (c.cue is not None or c.source.first == at + 1))
            return at if any(c.features[0] == "named" for c in behind) else -1
    joints = range(len(u) - 3, max(2, begin), -1) if not _JOINING.isdisjoint(u.low) else ()
    joined = (at for at in joints if u.low[at] in _JOINING and u.low[at - 1] == ",")
    return next((at for at in joined if any(c.source.first == at + 1 and _speaks_last(u, c) for c in read)), -1)


def is_reduced_relative(u: Unit, source: Phrase) -> bool:
    """Return whether an indefinite noun has a participle of issuing after it, not a verb ("a paper published in Ost").

    Such a participle has no object: a preposition follows it.
    """
    done, behind = u.low[source.last + 1 : source.last + 3] if source.last + 2 < len(u) else ("", "")
    return u.low[source.first] in {"a", "an"} and source.kind == "noun" and done in _ISSUED and behind in _PLACING


def _speaks_last(u: Unit, candidate: Candidate) -> bool:
    """Whether a candidate is a name with a reporting verb, and no other clause comes after that."""
    cue = candidate.cue
    return candidate.source.kind == "name" and cue is not None and "," not in u.low[cue.last + 1 :]
