"""Find the content to the left of a cue: what "X said" closes or interrupts, with the part after it."""

from collections.abc import Collection

from reader.analysis.syntax.adjuncts import dateline
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.remarks import begins_shell_noun
from reader.analysis.syntax.speaker_changes import begins_joined_saying, begins_other_saying
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs, verb_at, verb_group
from reader.analysis.words.grammar import (
    BE,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    MODALS,
    PERSONAL,
    PREPOSITIONS,
    cue_verbs,
    is_adverb,
)

PAUSES = frozenset({",", "?", "!", "…", "..."}) | DASHES
_SPEECH_ENDS = frozenset(",.!?…—–-")  # the last characters inside marks before "X said"
_SURE_ENDS = frozenset(",?!…")  # those that surely show that "X said" follows
_RESUMING = DASHES | {",", ":"}
_PARTING = frozenset(
    {"as", "lest", "plus", "so", "than", "when", "whenever", "where", "whereas", "while", "whilst", "yet"}
)
_CONCEDING = frozenset({"although", "despite", "notwithstanding", "though", "whereas", "while"})
_TIMING = frozenset({"after", "before"})  # with a clause, and not “after months of losses”
_CONJOINING = frozenset(
    {"and", "because", "but"}
)  # conjunctions before a clause that “she says” or “according to” follows
LONGEST_CLAUSE = 120  # maximum tokens of a clause that a cue closes
_SPEECH = 3  # minimum blanks in marks that are speech even without punctuation at their end
_LONG_MARKS = 25  # characters
PREFIX = 6  # words before marks that form no clause with them
REST = 14
_REMARK = 5  # tokens from "a" to "that" of "a step that angered many"
_GIVING = frozenset({"citing", "elaborating", "giving", "going", "naming", "offering", "providing", "specifying"})
_ADDING = frozenset({"more", "never", "no", "not", "still"})
_WHEN = frozenset({"being", "once", "when"})  # before a participle that is no cue: "when asked about it"


def follows_marks(u: Unit, source: Phrase) -> bool:
    """Return whether direct speech is right before the source (“…,” X said)."""
    at = u.before_brackets(source.first - 1)
    paused = at > 0 and u.low[at] in PAUSES
    if paused:
        at -= 1
    if at < 0 or u.kinds[at] != QUOTE:
        return False
    if paused or at == 0 or u.stop(at) in _SPEECH_ENDS:
        return True
    return u.text.count(" ", u.starts[at], u.ends[at]) > _SPEECH


def ends_speech(u: Unit, source: Phrase) -> bool:
    """Return whether the marks right before the source end in punctuation, so that "X said" closes them."""
    return u.stop(source.first - 1) in _SURE_ENDS


def content_before(u: Unit, last: int, taken: Collection[int]) -> list[Content]:
    """Return the content that ends at token `last`: the marks there, with a clause that runs into them.

    It goes no further left than the marks in `taken`, which other cues claim. Empty without content.
    """
    while last >= 0 and (u.kinds[last] == PARENTHESIS or (u.kinds[last] == STOP and u.low[last] in PAUSES)):
        last -= 1
    if last < 0 or last in taken:
        return []
    first = last
    while first > 0 and first - 1 not in taken and u.low[first - 1] not in {";", ":"} and first > last - LONGEST_CLAUSE:
        first -= 1
    if u.kinds[last] != QUOTE:
        first += dateline(u, first, last)
    while first < last and (u.kinds[first] == STOP or (u.low[first] in {"and", "but"} and u.kinds[last] != QUOTE)):
        first += 1
    if u.kinds[last] == QUOTE and first < last and _is_separate(u, first, last):
        first = last
    return [Content(first, last, "left")]


def _is_separate(u: Unit, first: int, marks: int) -> bool:
    """Whether the words from `first` on form no clause with the marks after them."""
    if u.low[marks - 1] == "but" and u.low[marks - 2] == "," and " " in u.word(marks):
        return True  # "It was new, but “nobody came,” she said"
    if u.low[marks - 1] == "," and begins_lower(u, marks) and _has_subject_and_aside(u, first, marks):
        return False
    if u.low[marks - 1] in {",", ":"} and u.ends[marks] - u.starts[marks] > _LONG_MARKS:
        return u.low[marks - 1] == ":" or not finite_between(u, first, marks - 1)
    if u.kinds[first] == QUOTE and u.kinds[marks - 1] == WORD:
        return False
    opener = is_only_opener(u, Content(first, marks - 1, "left"))  # "But “it leaks,” she said"
    if u.kinds[marks - 1] in {WORD, NAME} and begins_lower(u, marks) and not opener:
        return False
    gap = sum(u.kinds[at] in {WORD, NAME} for at in range(first, marks))
    return gap < PREFIX and not finite_between(u, first, marks - 1)


def _has_subject_and_aside(u: Unit, first: int, marks: int) -> bool:
    """Whether a subject and an aside between commas precede marks with the verb (“Roe, he said, “left””)."""
    commas = sum(u.low[at] == "," for at in range(first + 1, marks))
    return commas > 1 and not finite_between(u, first, marks - 1)


def content_around(u: Unit, last: int, stop: int, taken: Collection[int]) -> list[Content]:
    """Return the content that ends at token `last`, before its cue, and continues after the comma at `stop`.

    Words that only open the sentence ("For example") are not included where a clause follows.

    Args:
        u: The unit.
        last: The last token before the cue.
        stop: The comma after the cue.
        taken: The marks that other cues claim.
    """
    parts = content_before(u, last, taken)
    rest = stop + 1
    if (
        stop >= len(u)
        or (u.low[stop] != "," and u.low[stop] not in DASHES)
        or rest >= len(u) - 1
        or not (u.low[last - 1] in BE or _belongs_to_content(u, rest))  # "It is, says the baker, a question of money"
    ):
        return parts
    behind = Content(rest, clause_end(u, rest), "bare")
    if all(u.kinds[at] in {NAME, STOP} for at in range(behind.first, behind.last + 1)):
        return parts
    if parts and (u.low[parts[0].last] in _CONJOINING or u.low[parts[0].last] in _PARTING):
        return [behind]  # "left because, she says, it leaks"
    whole = bool(parts) and finite_between(u, parts[0].first, parts[0].last)
    if not parts or (not whole and is_only_opener(u, parts[0])):
        return [] if u.low[rest] == "and" else [behind]
    doing = u.low[rest] == "while" and u.low[rest + 1].endswith("ing")
    doing = doing or (u.low[rest + 1] in PERSONAL and u.low_at(rest + 2) in MODALS)  # ", when they could be dry"
    conceded = u.low[rest] in _CONCEDING and _has_reporting_verb(u, rest + 1, behind.last)
    conceded = conceded or (u.low[rest] in _TIMING and not finite_between(u, rest + 1, behind.last))
    if whole and (conceded or u.low[rest] in _PARTING) and not doing and u.low[rest : rest + 2] != ["so", "that"]:
        return parts
    return [behind] if _is_label(u, behind) else [*parts, behind]


def further_clause(u: Unit, stop: int) -> list[Content]:
    """Return the clause after a semicolon without a cue (“The weir is old, he says; it may fall.”); [] without one."""
    rest = stop + 1
    if u.low[stop:rest] != [";"] or QUOTE in u.kinds or not finite_between(u, rest, len(u) - 1):
        return []
    return [] if _has_reporting_verb(u, rest, len(u)) else [Content(rest, clause_end(u, rest, whole=True), "bare")]


def _has_reporting_verb(u: Unit, first: int, last: int) -> bool:
    """Whether there is a reporting verb among the tokens (“, although they stress that it leaks”)."""
    return any(
        found is not None and found[0].kind != "thinking" for found in (verb_at(u, at) for at in range(first, last))
    )


def _is_label(u: Unit, part: Content) -> bool:
    """Whether a part is only "is" or "was", an article and a quoted noun, which describe the thing before."""
    return (
        u.low[part.first] in BE
        and u.kinds[part.last] == QUOTE
        and part.last > part.first + 1
        and all(u.low[at] in DETERMINERS for at in range(part.first + 1, part.last))
    )


def _belongs_to_content(u: Unit, rest: int) -> bool:
    """Whether the words after an interrupting cue belong to the content: no relative clause, no further cue."""
    low = u.low[rest]
    of_relative = u.low[rest + 1 : rest + 3] in (["of", "which"], ["of", "whom"])
    remark = begins_shell_noun(u, rest - 1) and (low == "in" or "that" in u.low[rest : rest + _REMARK])
    if of_relative or remark or (low == "without" and u.low[rest + 1] in _GIVING):
        return False  # "It will go, she said, without giving a reason"
    if low == "while" and u.low[rest + 1].endswith("ing"):
        return True  # "It cut its budget, she said, while buying a boat"
    if low in {"which", "who", "while", "whom", "whose"} or (
        low == "but" and (_marks_follow_but(u, rest) or _clause_follows_but(u, rest))
    ):
        return low == "but"
    if low in {"and", "but", "or"}:
        if (
            begins_other_saying(u, rest + 1)
            or begins_joined_saying(u, rest - 1, rest)
            or verb_at(u, rest + 1) is not None
        ):
            return False
        clause = finite_between(u, rest + 1, min(len(u) - 1, rest + REST))
        return low == "and" if clause else _adds_to_clause(u, rest + 1)
    return not (u.kinds[rest] == WORD and low.endswith("ing") and low not in {"during", "nothing", "something"})


def _adds_to_clause(u: Unit, at: int) -> bool:
    """Whether words that "and" joins without a verb add to a clause: “and not since”, “and worse than most”."""
    low = u.low[at]
    marks = u.kinds[at] in {NUMBER, QUOTE}
    compared = "than" in u.low[at + 1 : at + REST]
    return marks or compared or low in _ADDING or low in PREPOSITIONS - CONJUNCTIONS or is_adverb(low)


def _marks_follow_but(u: Unit, but: int) -> bool:
    """Whether marks follow a "but" and no verb of its clause introduces them (“It leaks, he said, but is “safe””)."""
    clause = range(but + 1, clause_end(u, but + 1) + 1)
    marks = next((at for at in clause if u.kinds[at] == QUOTE), 0)
    return marks > 0 and all(verb_at(u, at) is None for at in range(but + 1, marks))


def _clause_follows_but(u: Unit, but: int) -> bool:
    """Whether "but" continues with a clause without a reporting verb (“It leaks, he said, but it holds”).

    Another speaker's words there are reported by the author (“It leaks, he said, but the mayor denied it”).
    """
    last = clause_end(u, but + 1)
    if verb_at(u, but + 1) is not None or finite_at(u, but + 1) or not finite_between(u, but + 2, last):
        return False
    return not any(_is_speech_verb(u, at) for at in finite_verbs(u, but + 2, last + 1))


def _is_speech_verb(u: Unit, at: int) -> bool:
    """Whether a verb at a token means that its subject speaks ("denied it", not "was warned", "will hold")."""
    found = verb_at(u, at)
    said = found is not None and found[0].kind != "thinking" and found[0].form in {"past", "s"}
    return said and not verb_group(u, at)[1]


def is_only_opener(u: Unit, part: Content) -> bool:
    """Return whether the words of a part without a verb are an adverbial or a conjunction and no subject."""
    low = u.low[part.first]
    if low in CONJUNCTIONS or (u.kinds[part.first] != QUOTE and is_adverb(low)):
        return part.last == part.first or _is_adverbial(u, part.first + 1, part.last)
    return _is_adverbial(u, part.first, part.last)


def _is_adverbial(u: Unit, first: int, last: int) -> bool:
    """Whether the tokens are one prepositional phrase or adverb without a comma before a subject."""
    if not (u.low[first] in PREPOSITIONS or is_adverb(u.low[first])):
        return False
    return not any(u.low[at] == "," for at in range(first, last))


def resumed_marks(u: Unit, at: int) -> list[Content]:
    """Return the marks after a comma that continue an utterance interrupted by its cue; [] without any."""
    for index in range(at, min(len(u), at + REST)):
        if u.kinds[index] == QUOTE:
            if u.low[index - 1] not in _RESUMING:
                return []
            return [Content(index, index, "marks")]
        noun = u.low[index - 1] in DETERMINERS or u.low[index - 1] in _WHEN  # "on her blog", "when asked about it"
        another = u.kinds[index] == WORD and u.low[index] in cue_verbs() and index > at + 1 and not noun
        if another or u.low[index] in {"that", ";"}:
            return []
    return []


def interrupted_predicate(u: Unit, at: int) -> list[Content]:
    """Return the predicate of a quoted subject before its cue (“Fate itself,” he argued, brought them here)."""
    if at + 2 >= len(u) or u.low[at] != "," or not finite_at(u, at + 1) or verb_at(u, at + 1) is not None:
        return []
    return [Content(at + 1, clause_end(u, at + 1), "bare")]


def begins_lower(u: Unit, marks: int) -> bool:
    """Return whether quoted words begin in lower case, so that they continue the words before them."""
    words = u.text[u.starts[marks] : u.starts[marks] + 4].lstrip("\"'“‘«„ ")
    return words[:1].islower()
