"""Content clauses: what a cue introduces to its right or closes on its left, as token ranges of a unit."""

from dataclasses import dataclass

from reader.analysis.cues import Cue
from reader.analysis.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    LIGHT,
    OBJECTS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    WH,
    cue_verbs,
    is_adverb,
    is_finite,
)
from reader.analysis.units import ASIDE, NAME, NUMBER, QUOTE, STOP, WORD, Unit

REACH = 18
_SUBORDINATE = frozenset("although though while when as if since because after before whereas even despite".split())
_ADDRESSED = frozenset("tell inform remind assure notify reassure ask urge warn advise encourage order instruct beg implore promise convince press invite challenge exhort entreat beseech call persuade".split())


@dataclass(frozen=True, slots=True)
class Content:
    """The tokens `first` to `last` (both included) that a cue presents; `how` names the construction.

    "that", "bare", "wh", "infinitive", "marks" (a marked stretch alone), "object" (a noun phrase with marks),
    "label" (what something is called), "colon" (what follows a colon in the same sentence).
    """

    first: int
    last: int
    how: str


def right(u: Unit, cue: Cue, limit: int) -> Content | None:
    """What stands to the right of the cue as its content, before token `limit`."""
    frames = cue.frames
    index = _skip(u, cue.last + 1, limit)
    if index >= limit:
        return None
    if "l" in frames:
        label = _label(u, cue, index, limit)
        if label is not None:
            return label
    direct = _introduced(u, cue, index, limit)
    if direct is not None:
        return direct
    low = u.low[index]
    if low in {"he", "she", "they"} and index + 1 < limit and u.kinds[index + 1] == STOP:
        return None
    if low in WH and low != "who" and "w" in frames and cue.shape == "verb":
        return Content(index, clause_end(u, index, limit), "wh")
    if "i" in frames and cue.shape == "verb":
        to = _infinitive(u, cue, index, limit)
        if to is not None:
            return Content(to, clause_end(u, to, limit), "infinitive")
    if "b" in frames and cue.shape == "verb" and not cue.passive and _bare(u, index, limit):
        return Content(index, clause_end(u, index, limit), "bare")
    if cue.verb.lemma in _ADDRESSED and "b" in frames and u.low[index] in OBJECTS and _bare(u, index + 1, limit):
        return Content(index + 1, clause_end(u, index + 1, limit), "bare")
    if "q" in frames and cue.shape == "verb":
        return _object(u, index, limit)
    return None


def _skip(u: Unit, index: int, limit: int) -> int:
    """Past brackets and adverbs."""
    while index < limit and (u.kinds[index] == ASIDE or (u.low[index] in ADVERBS - DETERMINERS and u.kinds[index] == WORD)):
        index += 1
    return index


def _introduced(u: Unit, cue: Cue, index: int, limit: int) -> Content | None:
    """A that-clause, or a marked stretch after the cue, a comma or a colon, across an addressee, place or time."""
    takes_marks = "q" in cue.frames or "l" in cue.frames
    previous = ","
    for at in range(index, min(limit, index + REACH)):
        low, kind = u.low[at], u.kinds[at]
        if kind == QUOTE:
            if not takes_marks or (previous not in {",", ":", "that", "-", "–", "—"} and at != index):
                return None
            return _marks(u, at, limit)
        if low == "that" and "t" in cue.frames:
            if at > index and (previous == "," or _relative(u, cue, index, at)):
                return None
            if at + 1 < limit and u.kinds[at + 1] == QUOTE:
                return _that_marks(u, at, limit)
            return Content(at, clause_end(u, at, limit), "that")
        if low == ":" and at + 1 < limit and u.kinds[at + 1] != QUOTE:
            return Content(at + 1, clause_end(u, at + 1, limit, whole=True), "colon")
        if low in {";", ":"} and kind == STOP and not (at + 1 < limit and u.kinds[at + 1] == QUOTE):
            return None
        if at > index and (low in FINITE and kind == WORD and low not in {"set", "cut", "show", "meeting", "left"}):
            return None
        if low in COORDINATORS and u.low[min(at + 1, limit - 1)] in cue_verbs():
            return None
        if low == "," and at + 1 < limit and u.kinds[at + 1] != QUOTE and u.low[at + 1] in cue_verbs() and u.low[at + 1].endswith("ing"):
            return None
        previous = low if kind != ASIDE else previous
    return None


def _relative(u: Unit, cue: Cue, index: int, at: int) -> bool:
    """Whether a "that" some words behind the cue begins a relative clause on an object, not the content."""
    if u.low[index] in PREPOSITIONS or u.low[index] in OBJECTS or cue.verb.lemma in _ADDRESSED:
        return at + 1 < len(u) and u.low[at + 1] in FINITE and u.low[at - 1] not in OBJECTS and u.kinds[at - 1] != NAME
    return not (at - index == 1 and is_adverb(u.low[index]))


def _marks(u: Unit, at: int, limit: int) -> Content:
    """A marked stretch that is the content, with the rest of the clause when that runs on from it."""
    following = at + 1
    if following < limit and u.kinds[following] in {WORD, NAME} and not u.text[u.ends[at] - 2 : u.ends[at] - 1] in ".!?,":
        low = u.low[following]
        if (low in FINITE or low in {"and", "or"} or low == "of") and not (low == "and" and following + 1 < limit and (u.low[following + 1] in cue_verbs() or u.low[following + 1] in FINITE or u.low[following + 1] in PERSONAL)):
            return Content(at, clause_end(u, at, limit), "bare")
    return Content(at, at, "marks")


def _that_marks(u: Unit, at: int, limit: int) -> Content:
    """"that" and a marked stretch: the clause goes on behind the marks unless they hold all of it."""
    content = u.text[u.starts[at + 1] : u.ends[at + 1]]
    follow = at + 2
    if follow >= limit or content[-2:-1] in {",", ".", "!", "?"} or len(content.split()) > 12:
        return Content(at, at + 1, "that")
    return Content(at, clause_end(u, at, limit), "that")


def _label(u: Unit, cue: Cue, index: int, limit: int) -> Content | None:
    """"called X “Y”", "described X as “Y”": the marked words; "calls this a farce": the clause."""
    for at in range(index, min(limit, index + 12)):
        if u.kinds[at] == QUOTE:
            return Content(at, at, "label") if at == limit - 1 or u.kinds[at + 1] != WORD or u.low[at + 1] in PREPOSITIONS | CONJUNCTIONS else Content(index, clause_end(u, index, limit), "object")
        if u.kinds[at] == STOP or (at > index and u.low[at] in FINITE):
            return None
    if cue.verb.lemma in {"call", "label", "dub", "brand", "term", "deem"} and not cue.passive and u.low[index] in {"it", "this", "him", "her", "them", "the", "these", "that"}:
        return Content(index, clause_end(u, index, limit), "label")
    return None


def _infinitive(u: Unit, cue: Cue, index: int, limit: int) -> int | None:
    """The "to" of "promised to go", "urged people to go"."""
    if u.low[index] == "to" and index + 1 < limit and u.kinds[index + 1] == WORD and u.low[index + 1] not in DETERMINERS | POSSESSIVES | OBJECTS:
        return None if cue.verb.kind != "thinking" and cue.verb.lemma in _ADDRESSED and not cue.passive and cue.last == cue.first and cue.verb.lemma not in {"ask", "promise"} else index
    if cue.verb.lemma not in _ADDRESSED and cue.verb.kind != "asking":
        return None
    for at in range(index + 1, min(limit, index + 14)):
        low = u.low[at]
        if low == "to" and at + 1 < limit and u.kinds[at + 1] == WORD and u.low[at + 1] not in DETERMINERS | POSSESSIVES | OBJECTS:
            return at
        if u.kinds[at] in {STOP, QUOTE} or low in FINITE or low == "that" or low in WH:
            return None
    return None


def _bare(u: Unit, index: int, limit: int) -> bool:
    """Whether a clause without "that" begins at `index`: a noun phrase and a finite verb before any stop."""
    if index >= limit:
        return False
    low, kind = u.low[index], u.kinds[index]
    if kind in {STOP, QUOTE, ASIDE} or low in PREPOSITIONS or low in CONJUNCTIONS - {"if", "as", "while", "because"} or low in RELATIVES - {"that"} or low in AUXILIARIES:
        return False
    if low in PERSONAL:
        return index + 1 < limit and u.kinds[index + 1] in {WORD, NAME}
    if low in OBJECTS and low not in {"it", "you", "people", "journalists", "reporters", "everyone"}:
        return False
    for at in range(index + 1, min(limit, index + 16)):
        if u.kinds[at] == STOP:
            return False
        if u.kinds[at] == WORD and is_finite(u.low[at]) and not (u.low[at].endswith("ed") and u.low[at - 1] in DETERMINERS):
            return True
        if u.low[at] in CONJUNCTIONS - {"and", "or", "as"} or (u.low[at] == "and" and at + 1 < limit and is_finite(u.low[at + 1])):
            return False
    return False


def _object(u: Unit, index: int, limit: int) -> Content | None:
    """A noun phrase with marked words in it: "stressed the “historic relations” of both"."""
    low = u.low[index]
    if low in PREPOSITIONS or low in CONJUNCTIONS or u.kinds[index] in {STOP, QUOTE}:
        return None
    for at in range(index + 1, min(limit, index + 10)):
        if u.kinds[at] == QUOTE:
            text = u.text[u.starts[at - 1] : u.ends[at - 1]].lower()
            if text in {"titled", "entitled", "called", "named", "headlined", "song", "book", "film", "slogan"}:
                return None
            return Content(index, clause_end(u, index, limit), "object")
        if u.kinds[at] == STOP or u.low[at] in FINITE or u.low[at] in CONJUNCTIONS - {"and"}:
            return None
    return None


def clause_end(u: Unit, first: int, limit: int, *, whole: bool = False) -> int:
    """The last token of the clause that begins at `first`, without its closing stop.

    It ends before a further cue of the same speaker (", adding", "and said"), before a closing "X said" or
    "according to", and before a semicolon; `whole` keeps everything up to `limit`.
    """
    end = limit - 1
    if not whole:
        subordinate = u.low[0] in _SUBORDINATE and first < REACH
        for at in range(first + 1, limit):
            if _breaks(u, at, limit) or (subordinate and u.low[at] == "," and _main_follows(u, first, at, limit)):
                end = at - 1
                break
    while end > first and (u.kinds[end] == STOP or (u.kinds[end] == ASIDE and u.text[u.starts[end]] == "[")):
        end -= 1
    return end


def _main_follows(u: Unit, first: int, comma: int, limit: int) -> bool:
    """Whether the comma closes the subordinate clause that the unit opens with."""
    verb = any(u.kinds[at] == WORD and is_finite(u.low[at]) for at in range(first, comma))
    return verb and comma + 1 < limit and u.low[comma + 1] not in {"and", "or", "which", "who"} and not u.low[comma + 1].endswith("ing")


def _dash(u: Unit, at: int, limit: int) -> bool:
    """Whether a dash begins a remark of the author's: it stands between blanks and no second one closes it."""
    return (
        u.text[u.starts[at] - 1].isspace()
        and u.kinds[at - 1] != QUOTE
        and at + 1 < limit
        and u.low[at + 1] in {"this", "that", "which", "it", "a", "and", "but"}
        and not any(u.low[i] == u.low[at] for i in range(at + 1, min(limit, at + 40)))
    )


def _breaks(u: Unit, at: int, limit: int) -> bool:
    """Whether the content clause stops before the token at `at`."""
    low = u.low[at]
    verbs = cue_verbs()
    if low == ":" and u.kinds[at] == STOP:
        return True
    if low == ";":
        return at + 1 < limit and u.low[at + 1] in PERSONAL and at + 2 < limit and u.low[at + 2] in verbs
    if low in {"–", "—", "-"} and _dash(u, at, limit):
        return True
    if low not in {",", "and", "but", "–", "—", "according"}:
        return False
    follow = at + 1
    if low == "according":
        return follow < limit and u.low[follow] == "to"
    paused = low == "," or u.text[u.ends[at - 1] - 2 : u.ends[at - 1] - 1] == ","
    if paused and (low == "but" or low == "," and u.low[min(follow, limit - 1)] == "but"):
        return True
    if paused and low == "," and u.low[min(follow, limit - 1)] == "and" and follow + 2 < limit and u.low[follow + 1] in PERSONAL and u.low[follow + 2] in verbs:
        return True
    moved = follow
    while follow < limit and follow - moved < 6 and (
        u.low[follow] in {"and", "but", "then"}
        or u.kinds[follow] == ASIDE
        or (u.kinds[follow] == WORD and (is_adverb(u.low[follow]) or (low == "and" and u.low[follow] in LIGHT)))
    ):
        follow += 1
    if follow >= limit:
        return False
    if u.low[follow] == "according":
        return True
    verb = verbs.get(u.low[follow])
    if verb is not None and u.kinds[follow] == WORD and verb.frames != "x" and verb.kind != "thinking":
        if verb.form == "ing":
            return low != "and" and ("l" not in verb.frames or follow + 1 < limit and u.kinds[follow + 1] == QUOTE)
        if verb.form == "base" and u.low[follow - 1] == "to":
            return True
        if verb.form in {"past", "s"}:
            after = follow + 1
            return low != "," and after < limit and (u.low[after] in {"that", ",", ":"} or u.kinds[after] == QUOTE or "t" in verb.frames and u.low[after] in PERSONAL | DETERMINERS)
    return low in {",", "–", "—"} and closing(u, follow, limit) is not None


def closing(u: Unit, first: int, limit: int) -> int | None:
    """The cue token of a parenthetical "X said" or "said X" that fills the tokens from `first` to the next stop."""
    verbs = cue_verbs()
    for at in range(first, min(limit, first + REACH)):
        low = u.low[at]
        verb = verbs.get(low)
        if verb is not None and u.kinds[at] == WORD and "p" in verb.frames and verb.form in {"past", "s", "base"} and at > first:
            after = at + 1
            while after < limit and (u.kinds[after] == ASIDE or is_adverb(u.low[after])):
                after += 1
            ends = after >= limit or u.kinds[after] == STOP and u.low[after] in {",", ".", "!", "?", "–", "—"} or u.low[after] in {"in", "on", "during", "after"}
            return at if ends and all(u.kinds[i] in {WORD, NAME, ASIDE, NUMBER} for i in range(first, at)) and u.low[first] not in {"which", "and", "but", "that", "when", "while", "where", "what", "whom"} else None
        if u.kinds[at] in {STOP, QUOTE} or low in FINITE and verb is None:
            return None
    return None


def marked_words(u: Unit, content: Content) -> str:
    """"direct", "mixed" or "indirect": whether all, some or none of the content's words stand in marks."""
    inside = outside = False
    for at in range(content.first, content.last + 1):
        if u.kinds[at] == QUOTE:
            inside = True
        elif u.kinds[at] in {WORD, NAME, NUMBER} and not (at == content.first and u.low[at] == "that" and content.last == at):
            outside = True
    return "direct" if inside and not outside else "mixed" if inside else "indirect"
