"""Cues of a unit: verbs and nouns of saying, "according to", with the verb group they belong to."""

from dataclasses import dataclass
from functools import cache

from reader.analysis.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    GENITIVES,
    LIGHT,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    Verb,
    attitude_verbs,
    contracted,
    cue_verbs,
    is_adverb,
    is_finite,
    prepositional_verbs,
    words,
)
from reader.analysis.lexicon import table
from reader.analysis.subjects import verb_group
from reader.analysis.units import NAME, NUMBER, QUOTE, WORD, Unit
from reader.analysis.verbs import finite_at, verb_at

_SAYING = Verb("according", "saying", "qtb", "past")
_PLURALS = words("plurals")
_SINGULAR = words("singular_determiners")
_GERUND = words("gerund_prepositions")
_BEGINNING = frozenset({"begin", "continue", "start"})
_PRESENTED = frozenset({":", "", "that", "whether"})  # "": a marked stretch, or the end
_AFTER_VERB = frozenset({"that", ":", ",", "how", "why", "to", ""})
_INVARIABLE = words("invariable")
_OPINION = 8  # tokens of "in the mayor of Ferry’s view"
_OPINIONS = words("opinions")
_SUBJECT = 8  # tokens of a plural subject with its names
_MEANS = frozenset({"e-mail", "email", "fax", "letter", "phone", "telephone", "text"})
_NAMING = frozenset({"brand", "call", "dub", "label", "term"})  # "it's called" is never "it has called"
_MAKE = {"made": "past", "makes": "s", "making": "ing"}


@dataclass(slots=True)  # not frozen: so many are made that it tells in the time
class Cue:
    """A cue as token indexes `first` to `last`; `group` is the first token of its verb group.

    `shape` is "verb", "according" ("according to X"), "opinion" ("in her view") or "noun" ("the warning that");
    `passive` is True where the verb is a participle after "be", `negated` where "not" or "never" stands in its group.
    """

    first: int
    last: int
    group: int
    verb: Verb
    shape: str
    passive: bool = False
    negated: bool = False

    @property
    def frames(self) -> str:
        """The frames of the verb (see data/cue_verbs.txt)."""
        return self.verb.frames


def cues(u: Unit, *, thoughts: bool = False) -> list[Cue]:
    """The cues of a unit in text order; which of them has content is for the caller to find. Linear in the unit.

    `thoughts` takes verbs of attitude ("loves", "opposes") for cues too.
    """
    found: list[Cue] = []
    openers = _openers(thoughts=thoughts)
    for index, low in enumerate(u.low):
        if low not in openers:
            continue
        verb = verb_at(u, index) or (_attitude(u, index) if thoughts else None)
        cue = _verb(u, index, *verb) if verb is not None else None
        if thoughts and verb is not None:
            cue = _thought(u, index, cue, *verb)
        cue = cue or _without_verb(u, index)
        if cue is not None:
            found.append(cue)
    return found


def _attitude(u: Unit, index: int) -> tuple[Verb, int] | None:
    """The verb of attitude whose form stands at `index`; one that is such with its preposition only, with that."""
    low = u.low[index]
    if u.kinds[index] != WORD:
        return None
    if low in attitude_verbs():
        return attitude_verbs()[low], index
    verb, prepositions = prepositional_verbs().get(low, (None, frozenset[str]()))
    behind = index + 1
    while (
        behind < len(u) and u.kinds[behind] == WORD and is_adverb(u.low[behind]) and u.low[behind] not in prepositions
    ):
        behind += 1
    return (verb, index) if verb is not None and behind < len(u) and u.low[behind] in prepositions else None


def _thought(u: Unit, index: int, cue: Cue | None, verb: Verb, last: int) -> Cue | None:
    """The cue that a verb is where thoughts count: also a participle with its agent, and any infinitive."""
    if _reduced(u, index, verb):
        return Cue(index, last, index, verb, "verb", passive=True)
    if cue is None and verb.form == "base" and index and u.low[index - 1] == "to":
        return Cue(index, last, index - 1, verb, "verb")
    return cue


def _without_verb(u: Unit, index: int) -> Cue | None:
    """The cue that begins at a token and is no verb of saying: a noun, "according to", "made it clear"."""
    low, nouns = u.low[index], table("cue_nouns")
    if low in _MAKE and u.low[index + 1 : index + 3] == ["it", "clear"]:
        return Cue(index, index + 2, verb_group(u, index)[0], Verb("make", "saying", "qt", _MAKE[low]), "verb")
    if low in {"in", "to"}:
        end = _opinion(u, index)
        if end is not None:
            return Cue(index, end, index, _SAYING, "opinion")
    if low == "in" and u.low[index + 1 : index + 4] == ["the", "words", "of"]:
        return Cue(index, index + 3, index, _SAYING, "according")
    if low == "according" and index + 1 < len(u) and u.low[index + 1] == "to":
        return Cue(index, index + 1, index, _SAYING, "according")
    if low in nouns and _has_clause(u, index):
        return Cue(index, index, index, Verb(low, nouns[low][0], "qt", "base"), "noun")
    return None


def _opinion(u: Unit, index: int) -> int | None:
    """The last token of "in her view", "in Ana Roe’s words" when that begins at `index`; None where it does not."""
    for at in range(index + 1, min(len(u), index + _OPINION)):
        if u.low[at] in _OPINIONS:
            owner = u.low[at - 1]
            return at if owner in POSSESSIVES or _owns(owner) else None
        if u.kinds[at] not in {WORD, NAME} or u.low[at] in PREPOSITIONS:
            return None
    return None


@cache
def _openers(*, thoughts: bool) -> frozenset[str]:
    """The words, in lower case, with which a cue may begin."""
    return frozenset(
        {*cue_verbs(), *table("cue_nouns"), *_MAKE, "in", "according"}
        | ({*attitude_verbs(), *prepositional_verbs()} if thoughts else set())
    )


def _reduced(u: Unit, index: int, verb: Verb) -> bool:
    """Whether a participle with its agent stands on a noun (“a plan backed by Roe”)."""
    if verb.form != "past" or "n" not in verb.frames or u.low[index + 1 : index + 2] != ["by"] or not index:
        return False
    return (
        u.kinds[index - 1] in {WORD, NAME} and u.low[index - 1] not in AUXILIARIES and not is_adverb(u.low[index - 1])
    )


def _has_clause(u: Unit, noun: int) -> bool:
    following = noun + 1
    return following < len(u) and (u.low[following] == "that" or u.kinds[following] == QUOTE)


def _verb(u: Unit, index: int, verb: Verb, last: int) -> Cue | None:
    """The cue that the verb form at `index` is, or None where it is no verb here."""
    group, passive = verb_group(u, index)
    if not _is_verb(u, index, group, verb):
        return None
    between = u.low[group:index]
    negated = any(low in {"not", "never"} or low.endswith(("n't", "n’t")) for low in between)
    named = verb.lemma in _NAMING and group > 0 and contracted(u.low[group - 1]) and u.low[group - 1].endswith("s")
    passive = (passive or named or (index == 0 and verb.form == "past")) and verb.form != "ing"
    return Cue(index, last, group, verb, "verb", passive, negated)


def _is_verb(u: Unit, index: int, group: int, verb: Verb) -> bool:  # noqa: PLR0911 - one return a reason
    """Tells a verb from the noun or adjective of the same form by its neighbours."""
    before = u.low[index - 1] if index else ""
    if _nominal(u, index, verb, before):
        return False
    if before in PREPOSITIONS and before != "to" and not (index and u.kinds[index - 1] == NAME):
        return verb.form == "ing" and before in _GERUND
    after = u.low[index + 1] if index + 1 < len(u) else ""
    if after == "to" and verb.lemma in _BEGINNING:
        return False
    if verb.form == "ing":
        return before != "to" and after not in {"of", "room", "house"} and not _attributive(u, index, group)
    if verb.lemma == "read" and index and (u.kinds[index - 1] == QUOTE or (u.kinds[0] == QUOTE and after in {"", "."})):
        return True  # “…,” the letter read.
    if verb.form == "past" or (verb.form == "base" and verb.lemma in _INVARIABLE and _ends_subject(u, index)):
        behind = u.low[index + 2] if index + 2 < len(u) else ""
        return after != "by" or not index or before in AUXILIARIES or behind in _MEANS or behind.endswith("ing")
    if verb.form == "s":
        return _third_person(u, index, verb, after)
    return _base(u, index, group, verb, after)


def _nominal(u: Unit, index: int, verb: Verb, before: str) -> bool:
    """Whether an article or a possessive before it makes the form a noun."""
    if before in _SINGULAR:
        return verb.form == "base"
    if verb.form == "past" and "n" in verb.frames and index and u.kinds[index - 1] == NUMBER:
        return u.low[index + 1 : index + 2] != [] and u.kinds[index + 1] == WORD and u.low[index + 1].endswith("s")
    if verb.form == "s" and (before in DETERMINERS or _behind_verb(u, index)):
        return True
    if _counted(u, index) and verb.form == "base":
        return False
    if before in ADVERBS and index > 1 and u.low[index - 2] in DETERMINERS and u.low[index - 2] not in PRONOUNS:
        return True
    return (before in DETERMINERS and before not in PRONOUNS) or before in POSSESSIVES or _owns(before)


def _behind_verb(u: Unit, index: int) -> bool:
    """Whether a finite verb whose object the form may be stands right before `index` ("raised questions")."""
    before = u.low[index - 1] if index else ""
    return before not in AUXILIARIES and (is_finite(before) or before.endswith("s")) and finite_at(u, index - 1)


def _counted(u: Unit, index: int) -> bool:
    """Whether a number that stands for people ends before `index` ("the two write")."""
    return index > 1 and u.low[index - 1] in _PLURALS and u.low[index - 2] in {"the", "these", "those"}


def _owns(low: str) -> bool:
    return low.endswith(GENITIVES) and not contracted(low)


def _attributive(u: Unit, index: int, group: int) -> bool:
    """Whether a form in -ing only tells which noun behind it is meant ("one Brill County reporting station has")."""
    if not index or group < index or index + 2 >= len(u) or u.kinds[index - 1] not in {NAME, WORD}:
        return False
    noun = u.kinds[index + 1] == WORD and u.low[index + 1] not in DETERMINERS and u.low[index + 1] not in PRONOUNS
    return noun and finite_at(u, index + 2) and "with" not in u.low[max(0, index - _SUBJECT) : index]


def _third_person(u: Unit, index: int, verb: Verb, after: str) -> bool:
    """Whether a form in -s is a verb and no plural."""
    before = u.low[index - 1] if index else ""
    if after in FINITE and after != "has":
        return False
    if after == "that" and index + 2 < len(u) and u.low[index + 2] in AUXILIARIES:
        return False
    if index > 1 and u.kinds[index - 1] == WORD and u.low[index - 2] in _PLURALS:
        return False
    gerund = before.endswith("ing") and not (
        verb.lemma == "say" and DETERMINERS.intersection(u.low[max(0, index - 4) : index])
    )
    return not gerund and (index > 0 or (len(u) > 1 and u.kinds[1] == NAME))


def _base(u: Unit, index: int, group: int, verb: Verb, after: str) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether a base form is a verb: after "to", an auxiliary or a plural subject."""
    before = u.low[index - 1] if index else ""
    quantified = before in DETERMINERS and before in PRONOUNS and index + 2 < len(u) and u.kinds[index + 1] == WORD
    if quantified and after.endswith("s") and u.kinds[index + 2] == WORD:
        return False
    if before == "to":
        return group < index - 1 or after in _PRESENTED
    if verb.lemma == "read" and after in {":", ""}:
        return True
    if not before:
        return False
    if verb.lemma == "say" and (
        (u.kinds[index - 1] in {WORD, NAME, NUMBER} and before not in PREPOSITIONS)
        or before == ","
        or _plural_near(u, index)
    ):
        return True
    if after == "that" and "t" in verb.frames and (before == "," or _plural_near(u, index)):
        return True
    if index == 1 and before.endswith("s") and u.kinds[0] == NAME and u.low[0] != "is":
        return True
    if u.kinds[index - 1] == NAME and after not in _AFTER_VERB and after not in DETERMINERS and after not in PRONOUNS:
        return False
    if before.endswith("s") or _counted(u, index) or is_adverb(before) or before in {"and", "people", "percent"}:
        return True
    return before in AUXILIARIES or before in PRONOUNS or before in LIGHT


def _ends_subject(u: Unit, index: int) -> bool:
    """Whether the token before `index` can end a subject in the singular."""
    return index > 0 and (u.kinds[index - 1] in {NAME, QUOTE} or u.low[index - 1] in {",", "he", "she", "it", "who"})


def _plural_near(u: Unit, index: int) -> bool:
    """Whether a plural noun stands in the few words before `index`, so that a plain form may be its verb."""
    for at in range(index - 1, max(-1, index - _SUBJECT), -1):
        if u.kinds[at] not in {WORD, NAME, NUMBER}:
            return False
        low = u.low[at]
        if u.kinds[at] == WORD and (
            low in {"people", "percent", "women", "men"} or (low.endswith("s") and low[-2:] not in {"ss", "us", "is"})
        ):
            return True
    return False
