"""Cues of a unit: verbs and nouns of saying, "according to", with the verb group they belong to."""

from dataclasses import dataclass

from reader.analysis.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    LIGHT,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    Verb,
    is_adverb,
    words,
)
from reader.analysis.lexicon import table
from reader.analysis.subjects import verb_group
from reader.analysis.units import NAME, NUMBER, QUOTE, WORD, Unit
from reader.analysis.verbs import verb_at

_SAYING = Verb("according", "saying", "qtb", "past")
_PLURALS = words("plurals")
_SINGULAR = words("singular_determiners")
_GERUND = words("gerund_prepositions")
_AFTER_VERB = frozenset({"that", ":", ",", "how", "why", "to", ""})
_INVARIABLE = frozenset({"bet", "broadcast", "burst", "cast", "forecast", "hit", "put", "read"})
_SUBJECT = 8  # tokens of a plural subject with its names
_MEANS = frozenset({"e-mail", "email", "fax", "letter", "phone", "telephone", "text"})
_MAKE = {"made": "past", "makes": "s", "making": "ing"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as token indexes `first` to `last`; `group` is the first token of its verb group.

    `shape` is "verb", "according" ("according to X") or "noun" ("the warning that"); `passive` is True where the
    verb is a participle after "be", `negated` where "not" or "never" stands in its group.
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


def cues(u: Unit) -> list[Cue]:
    """The cues of a unit in text order; which of them has content is for the caller to find. Linear in the unit."""
    nouns = table("cue_nouns")
    found: list[Cue] = []
    for index, low in enumerate(u.low):
        verb = verb_at(u, index)
        if verb is not None:
            cue = _verb(u, index, *verb)
            if cue is not None:
                found.append(cue)
                continue
        if low in _MAKE and u.low[index + 1 : index + 3] == ["it", "clear"]:
            found.append(
                Cue(index, index + 2, verb_group(u, index)[0], Verb("make", "saying", "qt", _MAKE[low]), "verb")
            )
        if low == "in" and u.low[index + 1 : index + 4] == ["the", "words", "of"]:
            found.append(Cue(index, index + 3, index, _SAYING, "according"))
        if low == "according" and index + 1 < len(u) and u.low[index + 1] == "to":
            found.append(Cue(index, index + 1, index, _SAYING, "according"))
        elif low in nouns and _has_clause(u, index):
            found.append(Cue(index, index, index, Verb(low, nouns[low][0], "qt", "base"), "noun"))
    return found


def _has_clause(u: Unit, noun: int) -> bool:
    following = noun + 1
    return following < len(u) and (u.low[following] == "that" or u.kinds[following] == QUOTE)


def _verb(u: Unit, index: int, verb: Verb, last: int) -> Cue | None:
    """The cue that the verb form at `index` is, or None where it is no verb here."""
    group, passive = verb_group(u, index)
    if not _is_verb(u, index, group, verb):
        return None
    between = u.low[group:index]
    negated = any(low in {"not", "never", "n't"} or low.endswith(("n't", "n’t")) for low in between)
    return Cue(index, last, group, verb, "verb", passive and verb.form != "ing", negated)


def _is_verb(u: Unit, index: int, group: int, verb: Verb) -> bool:  # noqa: PLR0911 - one return a reason
    """Tells a verb from the noun or adjective of the same form by its neighbours."""
    before = u.low[index - 1] if index else ""
    if _nominal(u, index, verb, before):
        return False
    if before in PREPOSITIONS and before != "to" and not (index and u.kinds[index - 1] == NAME):
        return verb.form == "ing" and before in _GERUND
    after = u.low[index + 1] if index + 1 < len(u) else ""
    if verb.form == "ing":
        return after not in {"of", "room", "house"}
    if verb.lemma == "read" and index and u.kinds[index - 1] == QUOTE:
        return True
    if verb.form == "past" or (verb.form == "base" and verb.lemma in _INVARIABLE and _ends_subject(u, index)):
        return after != "by" or before in AUXILIARIES or (index + 2 < len(u) and u.low[index + 2] in _MEANS)
    if verb.form == "s":
        return _third_person(u, index, before, after)
    return _base(u, index, group, verb, after)


def _nominal(u: Unit, index: int, verb: Verb, before: str) -> bool:
    """Whether an article or a possessive before it makes the form a noun."""
    if before in _SINGULAR:
        return verb.form == "base"
    if verb.form == "s" and before in DETERMINERS:
        return True
    if before in ADVERBS and index > 1 and u.low[index - 2] in DETERMINERS and u.low[index - 2] not in PRONOUNS:
        return True
    return (before in DETERMINERS and before not in PRONOUNS) or before in POSSESSIVES or before.endswith(("'s", "’s"))


def _third_person(u: Unit, index: int, before: str, after: str) -> bool:
    """Whether a form in -s is a verb and no plural."""
    if after in FINITE and after != "has":
        return False
    if after == "that" and index + 2 < len(u) and u.low[index + 2] in AUXILIARIES:
        return False
    if index > 1 and u.kinds[index - 1] == WORD and u.low[index - 2] in _PLURALS:
        return False
    return not before.endswith("ing") and (index > 0 or (len(u) > 1 and u.kinds[1] == NAME))


def _base(u: Unit, index: int, group: int, verb: Verb, after: str) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether a base form is a verb: after "to", an auxiliary or a plural subject."""
    before = u.low[index - 1] if index else ""
    quantified = before in DETERMINERS and before in PRONOUNS and index + 2 < len(u) and u.kinds[index + 1] == WORD
    if quantified and after.endswith("s") and u.kinds[index + 2] == WORD:
        return False
    if before == "to":
        return group < index - 1 or after in {":", ""}
    if verb.lemma == "read" and after in {":", ""}:
        return True
    if not before:
        return False
    if verb.lemma == "say" and (
        (u.kinds[index - 1] in {WORD, NUMBER} and before not in PREPOSITIONS) or before == "," or _plural_near(u, index)
    ):
        return True
    if after == "that" and "t" in verb.frames and (before == "," or _plural_near(u, index)):
        return True
    if u.kinds[index - 1] == NAME and after not in _AFTER_VERB and after not in DETERMINERS and after not in PRONOUNS:
        return False
    if before.endswith("s") or is_adverb(before) or before in {"people", "and"}:
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
