"""Find the cues of a unit: verbs and nouns of saying and "according to", with their verb groups."""

from dataclasses import dataclass
from functools import cache
from itertools import compress, count

from reader.analysis.cues.cue_constructions import FORMS, HEARING, adjective, adjectives, before_court, idiom
from reader.analysis.cues.speech_nouns import content_of_noun, frames_of_noun
from reader.analysis.cues.verb_forms import base, ends_subject, of_several, third_person
from reader.analysis.syntax.gerunds import gerund_preposition, marks_preposition, talking_verb_forms
from reader.analysis.syntax.measures import is_by_rule
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_verbs, frames_at, verb_at, verb_group
from reader.analysis.words.grammar import (
    ADDRESSED,
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    FUNCTION_WORDS,
    GENITIVES,
    IDIOMS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    Verb,
    cue_form,
    cue_verbs,
    is_adverb,
    is_contraction,
    is_finite,
    prepositional_verbs,
    words,
)
from reader.analysis.words.lexicon import table

_SAYING = Verb("according", "saying", "qtb", "past")
_PLURALS, _SINGULAR = words("plurals"), words("singular_determiners")
_GERUND = words("gerund_prepositions")
_BEGINNING = frozenset({"begin", "continue", "start"})
ENDING = frozenset({"begin", "close", "conclude", "continue", "end", "finish", "open", "start"})
"""Lemmas of verbs for the beginning and the end of something, which may be a text."""

_FACT = 4  # tokens of "refer to the fact"
_ARTICLE = 3  # maximum tokens from a participle over "as" and an article to marks
_NEAR = 8  # maximum tokens of the source at the end or the beginning of its content
_INVARIABLE = words("invariable")
_OBJECTIVE = frozenset({"about", "against", "of", "over", "with", "without"})
_SEEMING = frozenset({"mean", "means", "meant", "remain", "remained", "remains", "represented", "represents", "seems"})
_OPINION = _SUBJECT = 8  # tokens of "in the mayor of Ferry’s view", and of a plural subject with its names
_OPINIONS = words("opinions")
_QUANTIFYING = frozenset({"several", "some", "many", "most", "others", "people", "police", "these", "those", "two"})
_LATEST = frozenset({"best", "earlier", "first", "last", "latest", "many", "new", "old", "other", "own", "recent"})
_ONE = frozenset({"first", "last", "many", "other"})  # "the other claims that"
_MEANS = frozenset({"e-mail", "email", "fax", "letter", "phone", "telephone", "text"})
_NAMING = frozenset({"brand", "call", "dub", "label", "term"})  # "it's called" is never "it has called"
_WANT = {"want": "base", "wanted": "past", "wants": "s"}
_CRIES = frozenset({"calls", "chants", "cheers", "cries", "roars", "screams", "shouts", "yells"})
_WITHHOLDING = words("withholding") | {"not", "never"}
_PARTICLES = frozenset({"down", "off", "on", "out", "up"})


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Cue:
    """A cue as token indexes `first` to `last`; `group` is the first token of its verb group.

    `shape` is "verb", "according" ("according to X"), "opinion" ("in her view"), "viewpoint" ("to her, it is “home”")
    or "noun" ("the warning that"). `passive` is True where the verb is a participle after "be", `negated` where nothing
    is said ("never said", "refused to say").
    """

    first: int
    last: int
    group: int
    verb: Verb
    shape: str
    passive: bool = False
    negated: bool = False


def cues(u: Unit) -> list[Cue]:
    """Return the cues of a unit in text order, with or without content. Linear in the unit."""
    found: list[Cue] = []
    views = not _OPINIONS.isdisjoint(u.low) or u.low[0] in {"for", "to"}
    openers, tellers, held_by = _openers(views=views), talking_verb_forms(), adjectives()
    has_fact = "fact" in u.low
    for index in compress(count(), map(openers.__contains__, u.low)):
        low = u.low[index]
        held = adjective(u, index) if low in held_by else None
        if held is not None:
            found.append(Cue(index, index, held[1], held[0], "verb", negated=_is_denied(u, held[1], index)))
            continue
        may_be_idiom = low in FORMS or (has_fact and "fact" in u.low[index : index + _FACT])
        several = idiom(u, index) if may_be_idiom else None
        if several is not None:
            found.append(Cue(index, several[1], verb_group(u, index)[0], several[0], "verb"))
            continue
        verb: tuple[Verb, int] | None
        if low in _WANT and u.low[index + 1 : index + 3] == ["to", "know"]:
            verb = Verb("ask", "asking", "wq", _WANT[low]), index + 2
        else:
            verb = (_talking_verb(u, index) if low in tellers else None) or verb_at(u, index)
        cue = verb_cue(u, index, *verb) if verb is not None else None
        heard = before_court(u, index) if low in HEARING or low == "told" else None
        if heard is not None:
            cue = Cue(index, index, verb_group(u, index)[0], heard, "verb", passive=True)
        cue = cue or _without_verb(u, index)
        if cue is not None:
            found.append(cue)
    return found


def _talking_verb(u: Unit, index: int) -> tuple[Verb, int] | None:
    """The verb of talking at `index` with its preposition, where its content is a gerund (“spoke of losing it”)."""
    gerund, marks = gerund_preposition(u, index), marks_preposition(u, index)
    last = marks if gerund is None else gerund
    if last is None:
        return None
    verb = prepositional_verbs()[u.low[index]][0]
    return Verb(verb.lemma, "saying", "g" if marks is None else "q", verb.form), last


def _without_verb(u: Unit, index: int) -> Cue | None:  # noqa: PLR0911 - one return a form
    """The cue that begins at a token and is no reporting verb: a noun, "according to", "made it clear"."""
    low, nouns = u.low[index], table("cue_nouns")
    if low == "per" and u.low[index - 1 : index] == ["as"]:
        return Cue(index - 1, index, index - 1, _SAYING, "according")
    if low in {"by", "in", "to"}:
        end = _opinion(u, index)
        if end is not None:
            return Cue(index, end, index, _SAYING, "opinion")
    if index == 0 and low in {"for", "to"} and _may_state_view(u):
        return Cue(index, index, index, _SAYING, "viewpoint")
    if low == "in" and u.low[index + 1 : index + 4 : 2] == ["the", "of"] and u.low[index + 2] in _OPINIONS:
        return Cue(index, index + 3, index, _SAYING, "according")
    if low == "according" and u.low_at(index + 1) == "to" and not is_by_rule(u, index):
        return Cue(index, index + 1, index, _SAYING, "according")
    if low in nouns and _has_content(u, index):
        return Cue(index, index, index, Verb(low, nouns[low][0], "qt", "base"), "noun")
    return None


def _may_state_view(u: Unit) -> bool:
    """Whether the unit may state a view (“To Roe, it is “home””): it has a comma, "is" and marks."""
    comma = next((at for at in range(2, min(len(u), _OPINION)) if u.low[at] == ","), 0)
    marks = u.marked(comma, len(u) - 1) if comma else []
    verbs = [u.low[at] for at in finite_verbs(u, comma + 1, marks[0])] if marks else []
    return bool(verbs) and all(verb in BE or verb in _SEEMING for verb in verbs)


def _opinion(u: Unit, index: int) -> int | None:
    """The last token of "in her view", "in Ana Roe’s words" when that begins at `index`; else None."""
    for at in range(index + 1, min(len(u), index + _OPINION)):
        if u.low[at] in _OPINIONS:
            owner = u.low[at - 1]
            return at if owner in POSSESSIVES or _is_owner(owner) else None
        if u.kinds[at] not in {WORD, NAME} or u.low[at] in PREPOSITIONS:
            return None
    return None


@cache
def _openers(*, views: bool) -> frozenset[str]:
    """The words in lower case with which a cue may begin; `views` adds those of "in her view" and "to her, …"."""
    return frozenset(
        {*cue_verbs(), *table("cue_nouns"), *FORMS, *_WANT, *HEARING, "per", "according"}
        | ({"by", "in", "for", "to"} if views else set())  # so common that units without a view are ruled out first
        | talking_verb_forms()
        | adjectives().keys()
    )


def _has_content(u: Unit, noun: int) -> bool:
    """Whether marks or a clause follow as content of the noun."""
    following = noun + 1
    letters = frames_of_noun(u.low[noun])
    if following >= len(u) or (noun and u.kinds[noun] != WORD):
        return False
    plain = "t" in letters and "v" not in letters
    if plain and u.kinds[following] == QUOTE:
        return True
    return content_of_noun(u, noun) is not None


def verb_cue(u: Unit, index: int, verb: Verb, last: int) -> Cue | None:
    """Return the cue for the verb form from `index` to `last`; None where it is no verb here."""
    before = u.low[index - 1] if index else ""
    if _is_noun(u, index, verb, before) or (verb.lemma == "show" and u.low_at(index + 1) in {"off", "up"}):
        return None
    group, passive = verb_group(u, index)
    if not _is_verb(u, index, group, verb, last):
        return None
    negated = _is_denied(u, group - (before == "to"), index)
    named = verb.lemma in _NAMING and group > 0 and is_contraction(u.low[group - 1]) and u.low[group - 1].endswith("s")
    opened = index > 0 and (u.low[index - 1] in {"if", "when"} or (u.low[index - 1] == "once" and index == 1))
    first = index == 0 or opened  # "Asked why it leaked", "when asked"
    opens = first and verb.form == "past" and (verb.lemma in ADDRESSED or u.low_at(index + 1) == "by")
    participle = verb.form == "past" or (verb.form == "base" and verb.lemma in _INVARIABLE)
    passive = (passive or named or opens or labels_by_agent(u, index, verb)) and participle
    return Cue(index, last, group, verb, "verb", passive, negated)


def labels_by_agent(u: Unit, index: int, verb: Verb) -> bool:
    """Return whether a participle gives its agent’s words for the noun before (“the weir, called “a trap” by Roe”)."""
    before = u.low[index - 1] if index else ""
    if verb.form != "past" or "l" not in verb.frames or before in AUXILIARIES or before in PERSONAL:
        return False
    near = range(index + 1, min(len(u), index + _NEAR))
    marks = next((at for at in near if u.kinds[at] in {QUOTE, STOP} or finite_at(u, at)), 0)
    if not marks or u.kinds[marks] != QUOTE:
        return False
    return u.low[index + 1] == "by" or (u.low_at(marks + 1) == "by" and marks <= index + _ARTICLE)


def _is_denied(u: Unit, group: int, index: int) -> bool:
    """Whether a word of the verb group says that it did not happen ("never said", "refused to say")."""
    words = u.low[max(0, group) : index]
    return words != [] and any(low in _WITHHOLDING or low.endswith(("n't", "n’t")) for low in words)


def _is_verb(u: Unit, index: int, group: int, verb: Verb, last: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether a form is a verb and not the noun or adjective of the same form, by its neighbours."""
    before = u.low[index - 1] if index else ""
    if before == "since" and index > 1 and u.low[index - 2] in AUXILIARIES:
        before = u.low[index - 2]
    if before in PREPOSITIONS and before != "to" and not (index and u.kinds[index - 1] == NAME):
        return verb.form == "ing" and before in _GERUND
    after = u.low_at(index + 1)
    begins = verb.lemma in _BEGINNING and (after == "to" or cue_form(after) == "ing")  # "begins yelling “Stop!”"
    if begins or (verb.lemma in ENDING and _participle_follows_with(u, index + 1)):
        return False
    if verb.form == "ing":
        noun = before in {"to", "worth"} or (after in {"of", "room", "house"} and last == index)
        return not (noun or _attributive(u, index, group))
    if verb.lemma == "read" and index and (u.kinds[index - 1] == QUOTE or (u.kinds[0] == QUOTE and after in {"", "."})):
        return True  # “…,” the letter read.
    if verb.form == "past" or (verb.form == "base" and verb.lemma in _INVARIABLE and ends_subject(u, index)):
        behind = u.low_at(index + 2)
        active = index == 0 or before in AUXILIARIES or behind in _MEANS or behind.endswith("ing")
        by = (after == "by" and behind not in TIME) or (behind == "by" and after in _PARTICLES)  # "cheered on by"
        by = by and not labels_by_agent(u, index, verb)
        as_said = before == "as" and (index == 1 or u.low[index - 2] == ",")
        return not by or active or as_said  # "As reported by the Post, it leaks."
    if verb.form == "s":
        return third_person(u, index, verb, after)
    further = last + 1
    while before == "to" and further + 1 < len(u) and is_adverb(u.low[further]) and u.low[further] not in DETERMINERS:
        further += 1
    if index and u.kinds[index - 1] == QUOTE and after in _QUANTIFYING and "q" in verb.frames:
        return True  # "“It leaks,” say many millers"
    return base(u, index, group, verb, u.low_at(further))


def _participle_follows_with(u: Unit, first: int) -> bool:
    """Whether "with" is at a token, followed by a participle of saying (“ends with Roe asking, “Why?””)."""
    return u.low_at(first) == "with" and any(cue_form(low) == "ing" for low in u.low[first + 1 : first + _NEAR])


def _is_noun(u: Unit, index: int, verb: Verb, before: str) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether an article or a possessive before it makes the form a noun."""
    if before in _SINGULAR:
        return verb.form == "base"
    if verb.lemma == "allege" and verb.form == "past" and before in {"these", "those"}:
        return True  # "all of these alleged offences"
    if verb.form == "past" and "n" in verb.frames and index and u.kinds[index - 1] == NUMBER:
        return u.low[index + 1 : index + 2] != [] and u.kinds[index + 1] == WORD and u.low[index + 1].endswith("s")
    further = u.low_at(index + 1)
    credit = u.low[index] == "reporting" and further == "by"
    if credit or (u.low[index] in _CRIES and further == "of") or (u.low[index] == "terms" and further in PREPOSITIONS):
        return True  # "Additional reporting by Ada Roe", "shouts of joy", "prison terms during the war"
    if verb.form == "s" and (before == "to" or before in DETERMINERS or before in BE or _follows_verb(u, index)):
        return True
    marked = further in {",", ":"} and u.kind_at(index + 2) == QUOTE
    speech = marked or u.low[index] in _WANT  # "the ministry of mills warns: “…”"
    if verb.form in {"base", "s"} and verb.lemma != "say" and not speech and _has_adjective(u, index, verb):
        return True
    if of_several(u, index) and verb.form == "base":
        return False
    if before in ADVERBS and index > 1 and u.low[index - 2] in DETERMINERS and u.low[index - 2] not in PRONOUNS:
        return True
    # "almost half said", "all five say", "a mother of two told"
    counted = verb.lemma in {"say", "tell"} and (before in _PLURALS or before == "half")
    return (
        (before in DETERMINERS and before not in PRONOUNS and not counted)
        or before in POSSESSIVES
        or (u.kinds[index - 1] == NUMBER and index > 1 and _is_owner(u.low[index - 2]))  # "Roe’s 2019 claim"
        or (_is_owner(before) and not _is_named_like_owner(u, index, verb))
    )


def _has_adjective(u: Unit, index: int, verb: Verb) -> bool:
    """Whether an adjective makes the form a noun (“a calm comment”, “of internal documents”, “voiced new doubts”)."""
    if index < 2 or u.kinds[index - 1] != WORD or u.low[index - 1] in PRONOUNS:  # noqa: PLR2004 - an adjective and its article
        return False
    before, further = u.low[index - 1], u.low[index - 2]
    if (further, before) in IDIOMS:
        return False
    if verb.form == "base":
        at = index - 2
        while at > 0 and u.kinds[at] == WORD and is_adverb(u.low[at]):
            at -= 1
        return u.low[at] in {"a", "an"}
    function = before in FUNCTION_WORDS or before in AUXILIARIES
    plain = not (function or is_adverb(before))
    objective = (
        further in _OBJECTIVE
        or (further in POSSESSIVES and before in _LATEST)
        or (further in {"the", "these", "those"} and before in _LATEST - _ONE)
        or (finite_at(u, index - 2) and further not in AUXILIARIES and "b" not in frames_at(u, index - 2))
    )
    return plain and objective


def _follows_verb(u: Unit, index: int) -> bool:
    """Whether a finite verb with the form as possible object is right before `index` ("raised questions")."""
    before = u.low[index - 1] if index else ""
    if before in AUXILIARIES or (index > 1 and u.low[index - 2] in BE):
        return False
    return (is_finite(before) or before.endswith("s")) and finite_at(u, index - 1)


def _is_owner(low: str) -> bool:
    return low.endswith(GENITIVES) and not is_contraction(low)


def _is_named_like_owner(u: Unit, index: int, verb: Verb) -> bool:
    """Whether a name in the genitive before a form of "say" is its subject (“McDonald’s said it leaks”)."""
    if verb.lemma != "say" or u.kinds[index - 1] != NAME:
        return False
    return verb.form != "base" or u.low_at(index + 1) == "that" or opens_clause(u, index + 1)


def _attributive(u: Unit, index: int, group: int) -> bool:
    """Whether a form in -ing only modifies the noun after it ("one Brill County reporting station has")."""
    if not index or group < index or index + 2 >= len(u) or u.kinds[index - 1] not in {NAME, WORD}:
        return False
    noun = u.kinds[index + 1] == WORD and u.low[index + 1] not in DETERMINERS and u.low[index + 1] not in PRONOUNS
    return noun and finite_at(u, index + 2) and "with" not in u.low[max(0, index - _SUBJECT) : index]
