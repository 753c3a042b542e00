"""Find the content to the right of a cue: clauses, quotation marks, infinitives, labels and objects."""

from collections.abc import Iterator

from reader.analysis.content.bare_clauses import (
    CLAUSE,
    begins_bare_clause,
    begins_with_subclause,
    unmarked_speech,
    with_opening_adverb,
)
from reader.analysis.content.before_content import (
    after_addressee,
    after_date,
    opens_addressee_clause,
    tells_thing,
)
from reader.analysis.content.infinitives import gerund_content, infinitive, to_verb, warning_content
from reader.analysis.content.labels import (
    EXAMPLES,
    declared_content,
    introduced_marks,
    label_content,
    names_only,
    object_with_marks,
)
from reader.analysis.content.questions import question_start
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.speech_nouns import frames_of_noun
from reader.analysis.syntax.boundaries import REACH, clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.openings import opening_ends
from reader.analysis.syntax.predicates import has_predicate, opens_clause
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.units import NAME, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs, verb_at
from reader.analysis.words.grammar import (
    ADDRESSED,
    ADVERBS,
    BE,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    FINITE,
    GENITIVES,
    OBJECTS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    WH,
    cue_verbs,
    is_actor,
    is_adverb,
    is_contraction,
    is_plural,
    is_present_participle,
)

_SKIPPED = ADVERBS - DETERMINERS
_NOT_ALL = frozenset({"a", "all", "every", "everybody", "everyone", "many", "one"})
_OF_CONTENT = frozenset({"because", "besides", "despite", "given", "notwithstanding", "unless", "unlike", "without"})
_BEFORE_IT = frozenset({"after", "before", "like", "since", "with"})
_MARKING = frozenset({"", ":"})  # "": a marked span, or brackets
_HOW_OR_WHEN = frozenset({"day", "extent", "moment", "time", "way", "ways"})  # "writes about the way that it leaks"
_INTRODUCING = _MARKING | {"that"}
_SUBORDINATING = frozenset({"because", "if", "though", "when", "while"})
_NO_VERBS = frozenset({"set", "cut", "show", "meeting", "left"})
_LONG_MARKS = 12  # minimum words that are a clause of their own
_WISHING = frozenset({"ask", "demand", "insist", "order", "propose", "recommend", "request", "suggest", "urge"})
_VOICING = frozenset({"express", "voice"})
_NO_OBJECTS = ADDRESSED | _VOICING  # an object with a quoted word is the author's
_ASKED = frozenset({"how", "if", "what", "whether", "why"})
_BETWEEN = EXAMPLES | {"citing", "quoting"}  # words between a verb and its content
_JOINING = frozenset({"although", "and", "but", "so", "though", "while"})
_ALL = frozenset({"all", "thing", "what"})
_CLEFT = 6  # maximum tokens between "all" and "said", and from there to "was that"


def content_after(u: Unit, cue: Cue) -> Content | None:
    """Return the content to the right of the cue; None without one."""
    index, size = cue.last + 1, len(u)
    while index < size and (u.kinds[index] == PARENTHESIS or (u.kinds[index] == WORD and u.low[index] in _SKIPPED)):
        index += 1
    index += u.low[index : index + 2] in (["here", "that"], ["there", "that"])
    index += u.low_at(index) == "not" and u.low_at(index + 1) in _NOT_ALL
    index = _start_after_cleft(u, cue, index)
    if index < size:
        index = after_date(u, index)
    if index >= size or names_only(u, cue, index):
        return None
    found = label_content(u, cue, index) if "l" in cue.verb.frames else None
    if found is None and _is_subject_of_verb(u, cue, index):
        return _introduced(u, cue, index)
    return _unless_in_opening(u, cue, with_opening_adverb(u, cue, found or _content(u, cue, index)))


def _unless_in_opening(u: Unit, cue: Cue, found: Content | None) -> Content | None:
    """The content, unless the main verb is between it and a cue in an adverbial that opens the unit."""
    opened = opening_ends(u) if found is not None else []
    behind = next((at for at in opened if at > cue.last), 0) if opened else 0
    if found is None or not cue.last < behind <= found.first:
        return found
    said = any(verb_at(u, at) is not None for at in range(behind, found.first))
    return None if said or finite_between(u, behind, found.first - 1) else found


def _content(u: Unit, cue: Cue, index: int) -> Content | None:
    """The content of the cue that begins at `index`, if it is no label."""
    found = None
    if "b" not in cue.verb.frames and "t" in cue.verb.frames and cue.shape == "verb" and not cue.passive:
        found = _reported(u, cue, index)
    found = found or _introduced(u, cue, index)
    return found if found is not None or cue.shape != "verb" else _clause(u, cue, index) or unmarked_speech(u, cue)


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


def _clause(u: Unit, cue: Cue, index: int) -> Content | None:  # noqa: PLR0911 - one a form
    """A clause or phrase right after the verb that is introduced neither by "that" nor by marks."""
    frames, low = cue.verb.frames, u.low[index]
    if low == "the" and u.low[index + 1 : index + 3] == ["fact", "that"] and "o" in frames:
        return Content(index, clause_end(u, index), "that")
    is_so = declared_content(u, cue, index) or warning_content(u, cue, index)
    if is_so is not None:
        return is_so
    wh = question_start(u, cue, index) if "w" in frames and not begins_with_subclause(u, cue, index) else None
    to = infinitive(u, cue, index) if "i" in frames else None
    if wh is not None and (to is None or wh < to):
        return Content(wh, clause_end(u, wh), "wh")
    if to is not None:
        called = u.low[cue.last] == "for" and to > index  # "called for it to be shut"
        return Content(cue.last if called else index if low == "for" else to, clause_end(u, to), "infinitive")
    if _is_comment_on_cleft(u, cue, index):
        return None
    if "b" in frames and (not cue.passive or cue.verb.lemma == "tell"):
        later = _clause_after_aside(u, cue, index)
        if later is not None:
            return later
        begin = index if cue.passive else after_addressee(u, cue, index)
        if not tells_thing(u, cue, index) and begins_bare_clause(u, cue, begin):
            end = clause_end(u, begin)
            if u.low[begin] in BE and end == begin + 1 and u.kinds[end] == QUOTE:
                return Content(end, end, "marks")  # "a price Roe says is “too high”"
            return Content(begin, end, "bare")
    doing = gerund_content(u, cue, index)
    named = "q" in frames and (cue.verb.lemma not in _NO_OBJECTS or u.low[cue.last] == "for")  # "called for a “halt””
    return doing or (object_with_marks(u, index) if named else None)


def _introduced(u: Unit, cue: Cue, index: int) -> Content | None:  # noqa: PLR0911 - one return a reason
    """A that-clause, or a marked span after the cue, a comma or a colon, possibly after an addressee, place or time."""
    aside = _aside_end(u, index) if "t" in cue.verb.frames and u.low[index] == "," else None
    if aside is not None and u.low[aside + 1] == "that" and _opens_clause(u, aside + 1):
        return Content(aside + 1, clause_end(u, aside + 1), "that")
    for at, previous in _tokens_in_reach(u, cue, index):
        low = u.low[at]
        if u.kinds[at] == QUOTE and not (previous.endswith(GENITIVES) and at + 1 < len(u)):
            return introduced_marks(u, cue, index, at, previous)
        that = low == "that" and "t" in cue.verb.frames and u.low_at(at + 1) != ":"
        if that and (cue.verb.lemma != "ask" or (at == index and _ASKED.isdisjoint(u.low[at + 2 : at + 4]))):
            # “demanded that the mill close”
            wished = cue.verb.lemma in _WISHING and at == cue.last + 1 and u.low_at(at + 1) != "of"
            if not (wished or _opens_clause(u, at)) or (at > index and _separates_that(u, index, at, previous)):
                return None
            if at + 1 >= len(u) or not _verb_of_relative(u, at + 1):
                right_there = at == index or previous != "," or u.low[index] == "," or u.low[index] in PREPOSITIONS
                return _that(u, cue, index, at) if right_there or cue.verb.lemma in ADDRESSED else None
        elif low == ":" and at + 1 < len(u) and u.kinds[at + 1] != QUOTE:
            named = _has_object(u, cue, index, at)
            return None if named else Content(at + 1, clause_end(u, at + 1, whole=True), "colon")
        elif (
            (at > index and "i" in cue.verb.frames and to_verb(u, at))
            or _separates(u, index, at)
            or (low in DASHES and _label_follows(u, at))
        ):
            return None
    return None


def _is_voiced(u: Unit, cue: Cue, index: int, that: int) -> bool:
    """Whether a feeling without a phrase of its own is voiced in a that-clause (“voiced alarm that it leaks”)."""
    voicing = cue.verb.lemma in _VOICING and not is_plural(u.low[that - 1]) and not frames_of_noun(u.low[that - 1])
    return voicing and all(u.kinds[at] == WORD and u.low[at] not in PREPOSITIONS for at in range(index, that))


def _has_object(u: Unit, cue: Cue, index: int, colon: int) -> bool:
    """Whether the words from `index` to a colon are the object of a verb that has no addressee."""
    named = colon > index and u.kinds[index] != PARENTHESIS and u.low[index] not in PREPOSITIONS
    otherwise = colon == index + 1 and u.low[index] in {"differently", "otherwise"}
    manner = u.low[index:colon] in (["this", "way"], ["like", "this"])  # "puts it this way: …"
    thing = u.low[index] in {"a", "an"} and not is_actor(u.low[colon - 1])  # "promised a plan with two features: …"
    return named and not (otherwise or manner) and (thing or cue.verb.lemma not in ADDRESSED)


def _aside_end(u: Unit, index: int) -> int | None:
    """The comma that ends an aside between commas (“argued, among others, that it leaks”); None without one."""
    opener = u.low_at(index + 1)
    if not (opener in PREPOSITIONS or opener in {"as", "if", "when", "while"} or is_adverb(opener)):
        return None
    comma = next((at for at in range(index + 2, min(len(u) - 2, index + REACH)) if u.kinds[at] in {STOP, QUOTE}), index)
    return comma if comma > index and u.low[comma] == "," else None


def _clause_after_aside(u: Unit, cue: Cue, index: int) -> Content | None:
    """A clause without "that" after a comma and an aside (“said, after a pause, it leaks”).

    A condition or a contrast is a part of what is said (“said, despite the rain, it holds”).
    """
    subject = subject_before(u, cue.group) if u.low[index] == "," and not cue.passive else None
    aside = None if subject is None or (subject.first and u.kinds[subject.first - 1] == STOP) else _aside_end(u, index)
    if aside is None or not begins_bare_clause(u, cue, aside + 1):
        return None
    part = u.low[index + 1] in _OF_CONTENT or finite_between(u, index + 3, aside - 1)
    first = index + 1 if part else aside + 1
    return Content(first, clause_end(u, aside + 1), "bare")


def _separates_that(u: Unit, index: int, at: int, previous: str) -> bool:
    """Whether the word before "that" separates it from the verb: a noun (“comment on claims that it leaks”), "and"."""
    on = u.low[index] == "on" and any({"n", "t"} & {*frames_of_noun(low)} for low in u.low[index + 1 : at])
    noun = "n" in frames_of_noun(previous) and u.kinds[at - 1] != NAME  # "in news that", not "to Sky News that"
    apart = u.low[index] == "," and u.low[index + 1] in _JOINING
    joined = apart and verb_at(u, index + 2) is None  # "says, and glad that", "says, although they stress that"
    behind = previous in _BEFORE_IT or u.low[at - 2 : at] == ["on", "condition"]  # "said no, and after that he left"
    noun = noun or previous in _HOW_OR_WHEN
    return previous in COORDINATORS or on or joined or behind or (u.low[index] in PREPOSITIONS and noun)


def _label_follows(u: Unit, dash: int) -> bool:
    """Whether only names and a colon follow a dash ("Votes may rise - Ada Roe: “…”")."""
    at = u.names_end(dash + 1)
    return at > dash + 1 and u.low_at(at) == ":"


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


def _verb_of_relative(u: Unit, at: int) -> bool:
    """Whether the verb of a relative clause is at `at`, and not a subject contracted with its verb ("it’s")."""
    return finite_at(u, at) and u.low[at] not in _NO_VERBS and not is_contraction(u.low[at])


def _separates(u: Unit, index: int, at: int) -> bool:
    """Whether the token at `at` separates the cue from all words to its right."""
    low, kind = u.low[at], u.kinds[at]
    if kind == STOP and low in {";", ":"}:
        return u.kind_at(at + 1) != QUOTE
    if at > index:
        if kind == WORD and (low in _SUBORDINATING or (low in FINITE and low not in _NO_VERBS)):
            return True
        if low in {"adding", "saying", "telling"} or (low in cue_verbs() and _another_cue(u, index, at)):
            return True
    following = u.low_at(at + 1)
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
    pointing = u.low[at - 1] in OBJECTS and u.low_at(at + 2) == "when"  # "promised us that clerk when …"
    if index < at < len(u) - 1 and (pointing or _relative(u, cue, index, at)):
        return None
    if u.kind_at(at + 1) == QUOTE:
        content = u.text[u.starts[at + 1] : u.ends[at + 1]]
        if at + 2 >= len(u) or content[-2:-1] in {",", ".", "!", "?"} or content.count(" ") >= _LONG_MARKS:
            return Content(at, at + 1, "that")
    return Content(at, clause_end(u, at), "that")


def _relative(u: Unit, cue: Cue, index: int, at: int) -> bool:
    """Whether a "that" some words after the cue begins a relative clause on an object, not the content."""
    if u.low[at + 1] == "," or _is_voiced(u, cue, index, at):
        return False  # "claimed all over the place that, he was ill"
    if u.low[index] in PREPOSITIONS or u.low[index] in OBJECTS or cue.verb.lemma in ADDRESSED:
        told = u.low[at - 1] in OBJECTS or (u.kinds[at - 1] == NAME and verb_at(u, at + 1) is None)
        verb = at + 1
        while verb + 1 < len(u) and u.kinds[verb] == WORD and u.low[verb].endswith("ly"):
            verb += 1
        return verb < len(u) and finite_at(u, verb) and not (told or is_contraction(u.low[verb]))
    return u.low[index] != "," and not (at - index == 1 and is_adverb(u.low[index]))


def _start_after_cleft(u: Unit, cue: Cue, index: int) -> int:
    """Where the content of a cleft begins: “all he said was *that it leaks*”, “what Roe told us is …”."""
    if _ALL.isdisjoint(u.low[max(0, cue.group - _CLEFT) : cue.group]):
        return index
    ways = (at for at in range(index, min(len(u) - 1, index + _CLEFT)) if u.low[at] in BE and u.low[at + 1] == "that")
    return next(ways, index - 1) + 1


def _is_comment_on_cleft(u: Unit, cue: Cue, index: int) -> bool:
    """Whether the “is” at `index` only comments on the content (“What Roe said was untrue”)."""
    opens = u.low[0] in {"all", "what"} and u.low[index] in BE
    return opens and not finite_between(u, 0, cue.group - 1) and "," not in u.low[:index]
