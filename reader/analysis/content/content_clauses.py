"""Find the content to the right of a cue: clauses, quotation marks, infinitives, labels and objects."""

from collections.abc import Iterator

from reader.analysis.content.bare_clauses import CLAUSE, begins_bare_clause, begins_with_subclause, with_opening_adverb
from reader.analysis.content.before_content import (
    after_addressee,
    after_date,
    closes_apposition,
    opens_addressee_clause,
    tells_thing,
)
from reader.analysis.content.clefts import cleft_content_start, is_comment_on_cleft
from reader.analysis.content.infinitives import infinitive, to_verb
from reader.analysis.content.labels import declared_content, label_content, names_only, object_with_marks
from reader.analysis.content.questions import question_start
from reader.analysis.content.reported_gerunds import gerund_content, warning_content
from reader.analysis.content.unmarked_speech import unmarked_speech
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.speech_nouns import frames_of_noun
from reader.analysis.syntax.boundaries import REACH, clause_end
from reader.analysis.syntax.closings import closing_cue
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.objects import object_end
from reader.analysis.syntax.openings import opening_ends
from reader.analysis.syntax.predicates import has_predicate, opens_clause
from reader.analysis.units.units import NAME, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs, verb_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    ADVERBS,
    CONJUNCTIONS,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    FINITE,
    GENITIVES,
    OBJECTS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SPEECH_STOPS,
    WH,
    cue_verbs,
    is_adverb,
    is_contraction,
    is_present_participle,
    words,
)

_SKIPPED = ADVERBS - DETERMINERS
_NOT_ALL = (["a"], ["all"], ["every"], ["everybody"], ["everyone"], ["many"], ["one"])
_CLAUSES = (["after"], ["as"], ["before"], ["if"], ["in"], ["when"], ["while"], ["with"])
_BEFORE_IT = frozenset({"after", "before", "like", "since", "with"})
_BEFORE_MARKS = frozenset({",", ":", "that", "-", "–", "—", "“”"})
_MARKING = frozenset({"", ":"})  # "": a marked span, or brackets
_INTRODUCING = _MARKING | {"that"}
_RUNNING_ON = words("running_on")
_SUBORDINATING = frozenset({"because", "if", "though", "when", "while"})
_NO_VERBS = frozenset({"set", "cut", "show", "meeting", "left"})
_LONG_MARKS = 12  # minimum words that are a clause of their own
_WISHING = frozenset({"ask", "demand", "insist", "order", "propose", "recommend", "request", "suggest", "urge"})
_EXAMPLES = frozenset({"as", "like", "including"})
_NO_OBJECTS = ADDRESSED | {"express", "voice"}  # an object with a quoted word is the author's
_ASKED = frozenset({"how", "if", "what", "whether", "why"})
_OTHERWISE = frozenset({"differently", "otherwise"})
_BETWEEN = _EXAMPLES | {"citing", "quoting"}  # words between a verb and its content
_WORDINGS = words("wordings")
_WORDED = 8  # tokens to the marks in “chanted slogans against the dam such as “…””
_NEAR = 3  # tokens to the marks in “cries of “…””, “replied with a simple “…””
_JOINING = frozenset({"although", "and", "but", "so", "though", "while"})
_REPORTING = frozenset({"recalled", "recounted", "reported", "reports"})


def content_after(u: Unit, cue: Cue, *, whole: bool = False) -> Content | None:
    """Return the content to the right of the cue; None without one.

    With `whole`, the content of "called X “Y”" is "X “Y”", not only “Y”.
    """
    index, size = cue.last + 1, len(u)
    while index < size and (u.kinds[index] == PARENTHESIS or (u.kinds[index] == WORD and u.low[index] in _SKIPPED)):
        index += 1
    index += u.low[index : index + 1] == ["not"] and u.low[index + 1 : index + 2] in _NOT_ALL
    index = cleft_content_start(u, cue, index)
    if index < size:
        index = after_date(u, index)
    if index >= size or names_only(u, cue, index):
        return None
    found = label_content(u, cue, index, whole=whole) if "l" in cue.verb.frames else None
    if found is None and _is_subject_of_verb(u, cue, index):
        return _introduced(u, cue, index)
    return _unless_in_opening(u, cue, with_opening_adverb(u, cue, found or _content(u, cue, index, whole=whole)))


def _unless_in_opening(u: Unit, cue: Cue, found: Content | None) -> Content | None:
    """The content, unless the main verb is between it and a cue in an adverbial that opens the unit."""
    opened = opening_ends(u) if found is not None else []
    behind = next((at for at in opened if at > cue.last), 0) if opened else 0
    if found is None or not cue.last < behind <= found.first:
        return found
    said = any(verb_at(u, at) is not None for at in range(behind, found.first))
    return None if said or finite_between(u, behind, found.first - 1) else found


def _content(u: Unit, cue: Cue, index: int, *, whole: bool) -> Content | None:
    """The content of the cue that begins at `index`, if it is no label."""
    found = None
    if "b" not in cue.verb.frames and "t" in cue.verb.frames and cue.shape == "verb" and not cue.passive:
        found = _reported(u, cue, index)
    found = found or _introduced(u, cue, index)
    return (
        found
        if found is not None or cue.shape != "verb"
        else _clause(u, cue, index, whole=whole) or unmarked_speech(u, cue)
    )


def _is_subject_of_verb(u: Unit, cue: Cue, index: int) -> bool:
    """Whether the content is the subject of the verb at `index` (“whatever she did or said was right”)."""
    either = cue.shape == "verb" and u.low[cue.first - 1] == "or" and u.low[index] not in POSSESSIVES
    return either and (finite_at(u, index) or u.low[index].endswith("s")) and not opens_clause(u, index)


def _reported(u: Unit, cue: Cue, index: int) -> Content | None:
    """A clause without "that", with a pronoun as subject, after a verb that seldom has one ("stressed it was safe")."""
    low = u.low[index]
    plain = (low in PERSONAL and low not in WH) or is_contraction(low) or _named_subject(u, index)
    if not plain or cue.verb.lemma in ADDRESSED or not opens_clause(u, index):
        return None
    return Content(index, clause_end(u, index), "bare")


def _named_subject(u: Unit, index: int) -> bool:
    """Whether a name with a finite verb right after it begins at `index`."""
    at = u.names_end(index)
    return index < at < len(u) and finite_at(u, at)


def _clause(u: Unit, cue: Cue, index: int, *, whole: bool = False) -> Content | None:  # noqa: PLR0911 - one a form
    """A clause or phrase right after the verb that is introduced neither by "that" nor by marks."""
    frames, low = cue.verb.frames, u.low[index]
    if low == "the" and u.low[index + 1 : index + 3] == ["fact", "that"] and "o" in frames:
        return Content(index, clause_end(u, index), "that")
    is_so = None if whole else declared_content(u, cue, index) or warning_content(u, cue, index)
    if is_so is not None:
        return is_so
    wh = question_start(u, cue, index) if "w" in frames and not begins_with_subclause(u, cue, index) else None
    to = infinitive(u, cue, index) if "i" in frames else None
    if wh is not None and (to is None or wh < to):
        return Content(wh, clause_end(u, wh), "wh")
    if to is not None:
        first = index if whole and cue.verb.kind in {"asking", "thinking"} and not cue.passive else to
        end = clause_end(u, first)
        end = object_end(u, first) if whole and u.marked(first, end) else end
        return Content(first, end, "infinitive")
    if is_comment_on_cleft(u, cue, index):
        return None
    if "b" in frames and (not cue.passive or cue.verb.lemma == "tell"):
        begin = index if cue.passive else after_addressee(u, cue, index)
        if not tells_thing(u, cue, index) and begins_bare_clause(u, cue, begin):
            return Content(begin, clause_end(u, begin), "bare")
    doing = None if whole else gerund_content(u, cue, index)
    return doing or (object_with_marks(u, index) if "q" in frames and cue.verb.lemma not in _NO_OBJECTS else None)


def _introduced(u: Unit, cue: Cue, index: int) -> Content | None:  # noqa: PLR0911 - one return a reason
    """A that-clause, or a marked span after the cue, a comma or a colon, possibly after an addressee, place or time."""
    begin = _that_after_clause(u, cue, index)
    if begin is not None:
        return Content(begin, clause_end(u, begin), "that")
    for at, previous in _tokens_in_reach(u, cue, index):
        low = u.low[at]
        if u.kinds[at] == QUOTE and not (previous.endswith(GENITIVES) and at + 1 < len(u)):
            return _introduced_marks(u, cue, index, at, previous)
        that = low == "that" and "t" in cue.verb.frames and u.low[at + 1 : at + 2] != [":"]
        if that and (cue.verb.lemma != "ask" or (at == index and _ASKED.isdisjoint(u.low[at + 2 : at + 4]))):
            clause = _opens_clause(u, at) or _allows_base_verb(u, cue, at)
            if not clause or (at > index and _separates_that(u, index, at, previous)):
                return None
            if at + 1 >= len(u) or not _verb_of_relative(u, at + 1):
                right_there = at == index or previous != "," or u.low[index] == "," or u.low[index] in PREPOSITIONS
                right_there = right_there or (cue.verb.lemma in ADDRESSED and closes_apposition(u, index, at))
                return _that(u, cue, index, at) if right_there else None
        elif low == ":" and at + 1 < len(u) and u.kinds[at + 1] != QUOTE:
            return (
                None if _has_object(u, cue, index, at) else Content(at + 1, clause_end(u, at + 1, whole=True), "colon")
            )
        elif (
            (at > index and "i" in cue.verb.frames and to_verb(u, at))
            or _separates(u, index, at)
            or (low in DASHES and _label_follows(u, at))
        ):
            return None
    return None


def _has_object(u: Unit, cue: Cue, index: int, colon: int) -> bool:
    """Whether the words from `index` to a colon are the object of a verb that has no addressee."""
    named = colon > index and u.kinds[index] != PARENTHESIS and u.low[index] not in PREPOSITIONS
    otherwise = colon == index + 1 and u.low[index] in _OTHERWISE
    return named and not otherwise and cue.verb.lemma not in ADDRESSED


def _that_after_clause(u: Unit, cue: Cue, index: int) -> int | None:
    """The "that" after a clause between commas (“argued, as she had before, that it leaks”); None without one."""
    if "t" not in cue.verb.frames or u.low[index] != "," or u.low[index + 1 : index + 2] not in _CLAUSES:
        return None
    comma = next((at for at in range(index + 2, min(len(u) - 2, index + REACH)) if u.kinds[at] in {STOP, QUOTE}), index)
    return comma + 1 if u.low[comma] == "," and u.low[comma + 1] == "that" and _opens_clause(u, comma + 1) else None


def _introduced_marks(u: Unit, cue: Cue, index: int, at: int, previous: str) -> Content | None:
    """The marks at `at` as the content of the cue; None where the cue does not introduce them."""
    far = previous == ":" or (previous == "," and at > index + 1)
    if far and "p" not in cue.verb.frames and u.stop(at) == "," and _is_followed_by_cue(u, cue, at):
        return None  # "defends it on the air: “…,” the mayor says to us"
    worded = "q" in cue.verb.frames and _has_noun_for_words(u, index, at, previous)
    if not (worded or _introduces(u, cue, index, at, previous)):
        return None
    alone = worded or (cue.verb.frames == "q" and cue.last > cue.first)
    return Content(at, _end_of_list(u, at), "marks") if alone else _marks(u, at)


def _is_followed_by_cue(u: Unit, cue: Cue, marks: int) -> bool:
    """Whether "X said" follows the marks; a speaker before them is relayed by X (“told us, “…,” the Post reported”)."""
    at = closing_cue(u, marks + 1)
    return at is not None and not (cue.verb.lemma == "tell" and u.low[at] in _REPORTING)


def _separates_that(u: Unit, index: int, at: int, previous: str) -> bool:
    """Whether the word before "that" separates it from the verb: a noun (“comment on claims that it leaks”), "and"."""
    on = u.low[index] == "on" and any({"n", "t"} & {*frames_of_noun(low)} for low in u.low[index + 1 : at])
    apart = u.low[index] == "," and u.low[index + 1] in _JOINING
    joined = apart and verb_at(u, index + 2) is None  # "says, and glad that", "says, although they stress that"
    behind = previous in _BEFORE_IT  # "said no, and after that he left"
    return (
        previous in COORDINATORS
        or on
        or joined
        or behind
        or (u.low[index] in PREPOSITIONS and "n" in frames_of_noun(previous))
    )


def _label_follows(u: Unit, dash: int) -> bool:
    """Whether only names and a colon follow a dash ("Votes may rise - Ada Roe: “…”")."""
    at = u.names_end(dash + 1)
    return dash + 1 < at < len(u) and u.low[at] == ":"


def _tokens_in_reach(u: Unit, cue: Cue, index: int) -> Iterator[tuple[int, str]]:
    """The tokens within reach after the cue, each with the word before it, without a clause about the addressee.

    There are none where nothing in reach can introduce a content, as after most cues.
    """
    if (_INTRODUCING if "t" in cue.verb.frames else _MARKING).isdisjoint(u.low[index : index + REACH]):
        return
    previous = ","
    behind = index
    addressed = cue.verb.lemma in ADDRESSED
    for at in range(index, min(len(u), index + REACH)):
        if addressed and at > index and opens_addressee_clause(u, at):
            behind = next((i + 1 for i in range(at, min(len(u), at + CLAUSE)) if u.low[i] == ","), behind)
        if at >= behind:
            yield at, previous
        if u.kinds[at] != PARENTHESIS:
            previous = u.low[at]


def _opens_clause(u: Unit, that: int) -> bool:
    """Whether a clause follows a "that", and not words without a verb."""
    if that + 1 >= len(u):
        return True
    if u.low[that + 1] == "," and that + 2 < len(u) and u.low[that + 2].endswith("ing") and verb_at(u, that + 2):
        return False  # "disputed that, saying"
    verb = next(finite_verbs(u, that + 1, len(u)), that)  # "repeated that vow in May but told them"
    return has_predicate(u, that) and not (
        verb > that + 2 and u.low[verb - 1] == "but" and u.low[that + 2] in PREPOSITIONS
    )


def _allows_base_verb(u: Unit, cue: Cue, that: int) -> bool:
    """Whether the base form of a verb can follow a "that", as after wishes (“demanded that the mill close”)."""
    return cue.verb.lemma in _WISHING and that == cue.last + 1 and u.low[that + 1 : that + 2] != ["of"]


def _verb_of_relative(u: Unit, at: int) -> bool:
    """Whether the verb of a relative clause is at `at`, and not a subject contracted with its verb ("it’s")."""
    return finite_at(u, at) and u.low[at] not in _NO_VERBS and not is_contraction(u.low[at])


def _introduces(u: Unit, cue: Cue, index: int, at: int, previous: str) -> bool:
    """Whether the cue introduces the marks at `at`: right after it, or after a comma, a colon, "with"."""
    if ("q" not in cue.verb.frames and "l" not in cue.verb.frames) or (at == cue.last + 1 and _attributive(u, at)):
        return False
    near = previous in {"against", "of", "with"} or u.low[index : index + 2] in (["with", "a"], ["with", "an"])
    return at == index or previous in _BEFORE_MARKS or (near and at - index <= _NEAR)


def _has_noun_for_words(u: Unit, index: int, at: int, previous: str) -> bool:
    """Whether a noun for words connects a verb with marks (“chanted slogans against the dam such as “…””)."""
    near = at - index <= _WORDED and (previous in _EXAMPLES or previous in _WORDINGS)
    return near and u.low[index] != "with" and not _WORDINGS.isdisjoint(u.low[index:at])


def _separates(u: Unit, index: int, at: int) -> bool:
    """Whether the token at `at` separates the cue from all words to its right."""
    low, kind = u.low[at], u.kinds[at]
    if kind == STOP and low in {";", ":"}:
        return not (at + 1 < len(u) and u.kinds[at + 1] == QUOTE)
    if at > index:
        if kind == WORD and (low in _SUBORDINATING or (low in FINITE and low not in _NO_VERBS)):
            return True
        if low in {"adding", "saying", "telling"} or (low in cue_verbs() and _another_cue(u, index, at)):
            return True
    following = u.low[at + 1] if at + 1 < len(u.low) else ""
    if low in COORDINATORS:
        return following in cue_verbs()
    if low == "as":
        return following == "having" or (following.endswith("ing") and following in cue_verbs())
    return low == "," and is_present_participle(following) and following not in _BETWEEN


def _another_cue(u: Unit, index: int, at: int) -> bool:
    """Whether another reporting verb is at `at`, with "to" or a subject before it."""
    before = u.low[at - 1]
    if before == "to":
        return u.low[at] in cue_verbs() and u.kinds[at] == WORD
    plain = before not in {",", "and"} and before not in PERSONAL and u.kinds[at - 1] != NAME
    if plain and "," not in u.low[index:at]:
        return False
    found = verb_at(u, at)
    return found is not None and found[0].form in {"past", "s"} and finite_at(u, at)


def _that(u: Unit, cue: Cue, index: int, at: int) -> Content | None:
    """The clause that begins with the "that" at `at`, unless it is a relative clause on an object."""
    pointing = u.low[at - 1] in OBJECTS and u.low[at + 2 : at + 3] == ["when"]  # "promised us that clerk when …"
    if index < at < len(u) - 1 and (pointing or _relative(u, cue, index, at)):
        return None
    if at + 1 < len(u) and u.kinds[at + 1] == QUOTE:
        content = u.text[u.starts[at + 1] : u.ends[at + 1]]
        if at + 2 >= len(u) or content[-2:-1] in {",", ".", "!", "?"} or content.count(" ") >= _LONG_MARKS:
            return Content(at, at + 1, "that")
    return Content(at, clause_end(u, at), "that")


def _relative(u: Unit, cue: Cue, index: int, at: int) -> bool:
    """Whether a "that" some words after the cue begins a relative clause on an object, not the content."""
    if u.low[index] in PREPOSITIONS or u.low[index] in OBJECTS or cue.verb.lemma in ADDRESSED:
        told = u.low[at - 1] in OBJECTS or (u.kinds[at - 1] == NAME and verb_at(u, at + 1) is None)
        verb = at + 1
        while verb + 1 < len(u) and u.kinds[verb] == WORD and u.low[verb].endswith("ly"):
            verb += 1
        return verb < len(u) and finite_at(u, verb) and not (told or is_contraction(u.low[verb]))
    return u.low[index] != "," and not (at - index == 1 and is_adverb(u.low[index]))


def _marks(u: Unit, at: int) -> Content:
    """The marked span that is the content, with the rest of the clause when it continues after the marks."""
    row = _end_of_list(u, at)
    if row > at:
        return Content(at, row, "marks")
    following = at + 1
    if following >= len(u) or u.kinds[following] not in {WORD, NAME} or u.stop(at) in SPEECH_STOPS:
        return Content(at, at, "marks")
    low = u.low[following]
    third = u.low[following + 1] if following + 1 < len(u) else ""
    beside = low == "as" and opens_clause(u, following + 1)  # “shouted “shame” as the vote was read out”
    joined = (low in _RUNNING_ON and not beside) or (
        low == "and" and not (third in cue_verbs() or third in FINITE or third in PERSONAL)
    )
    if joined or low in FINITE:
        return Content(at, clause_end(u, at), "bare")
    return Content(at, at, "marks")


def _attributive(u: Unit, at: int) -> bool:
    """Whether a quoted word right after a verb only modifies the noun after it (“offering “royal” dinners”)."""
    if " " in u.word(at) or u.stop(at) in SPEECH_STOPS or at + 1 >= len(u) or u.kinds[at + 1] != WORD:
        return False
    low = u.low[at + 1]
    other = low in PREPOSITIONS or low in CONJUNCTIONS or low in DETERMINERS or low in OBJECTS or is_adverb(low)
    return not other and u.text[u.starts[at] + 1].islower() and not finite_at(u, at + 1)


def _end_of_list(u: Unit, first: int) -> int:
    """The last of a list of marked spans that begins at `first`, with “and” before it (“Go,” “Stay” and “Sit”)."""
    last = first
    at = first + 1
    while at < len(u) and (u.kinds[at] == QUOTE or u.low[at] in {",", "and", "or"}):
        if u.kinds[at] == QUOTE:
            last = at
        at += 1
    return last if any(u.low[i] in {"and", "or"} for i in range(first, last)) else first
