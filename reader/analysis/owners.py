"""Owners: whose words a lead-in speaks of without a verb of saying that is theirs ("a letter from Ada Roe:")."""

from reader.analysis.cues import Cue
from reader.analysis.grammar import (
    AUXILIARIES,
    DETERMINERS,
    GENITIVES,
    POSSESSIVES,
    PREPOSITIONS,
    cue_verbs,
    is_adverb,
    is_finite,
    speaks,
    words,
)
from reader.analysis.phrases import Phrase, ending_at
from reader.analysis.postposed import after
from reader.analysis.subjects import before
from reader.analysis.units import ASIDE, NAME, STOP, WORD, Unit
from reader.analysis.verbs import finite_at, verb_at

DOCUMENTS = words("pieces") | words("utterances")
_NAMED_LAST = frozenset({"are", "as", "by", "from", "including", "is", "like", "of", "quote", "was", "were"})
_BEHIND = frozenset({"by", "from", "is", "was", "were"})
_DONE = frozenset({"drawn", "given", "known", "made", "put", "shown", "told", "written"})
_WHOSE = ([",", "who"], [",", "whose"])
_COMES = frozenset({"came", "come", "comes"})
_QUOTING = frozenset({"cite", "quote"})
_TITLED = words("naming")
_TOPICS = frozenset({"about", "on"})
_TALKS = frozenset({"chat", "conversation", "interview", "interviews"})
_PASSING_ON = words("passing_on")
_REPEATING = frozenset({"cites", "cited", "quotes", "quoted", "reposted", "reposts", "retweeted", "retweets"})
_OPINING = frozenset({"for", "to"})
_WRITES = words("writing_verbs")
_REACH = 5  # tokens between a possessor and the words that are theirs
_SHORT = 4  # tokens before "from" in a lead-in without a verb ("And this from Ada Roe:")
_DESCRIBED = 30  # tokens of a name with its apposition


def quotes(cue: Cue) -> bool:
    """Whether a cue is a verb of quoting."""
    return cue.verb.lemma in _QUOTING


def repeats(u: Unit) -> bool:
    """Whether a word of the unit passes somebody's words on, without which `without_verb` finds none passed on."""
    return not _PASSING_ON.isdisjoint(u.low)  # the verbs of `_REPEATING` are among them


def quoted(u: Unit, cue: Cue) -> Phrase | None:
    """Whom a verb of quoting has as its object ("the Post quotes Ada Roe as saying") or, in the passive, as subject."""
    if not quotes(cue):
        return None
    phrase = before(u, cue.group) if cue.passive else after(u, cue.last + 1, len(u))
    if phrase is None or not (cue.passive or _somebody(u, phrase)):
        return None
    return phrase if cue.passive or phrase.first == cue.last + 1 else None


def without_verb(u: Unit) -> list[tuple[str, Phrase]]:
    """The sources that no verb of the lead-in has, each with the feature that tells how it names them.

    "Ada Roe:" is alone, "then there is Ada Roe:" and "others, like Ada Roe:" name them last, "Ada Roe’s reply:" and
    "in the words of Ada Roe:" own the words, and in "the Post reprints a letter from Ada Roe:" they are passed on.
    "For Ada Roe, the weir is a disgrace:" is her opinion.
    """
    last = len(u) - 1
    while last > 0 and (u.kinds[last] == ASIDE or u.low[last] in {":", "."}):
        last -= 1
    found = _at_the_end(u, last)
    for at in range(last + 1):
        if u.low[at] in DOCUMENTS and (u.kinds[at] == WORD or at == 0):
            owner = _owner(u, at)
            if owner is not None and owner.kind == "pronoun":
                found.append(("owned by", owner))
            elif owner is not None:
                found.append(("passed on" if _passes_on(u, at, owner) else "owned", owner))
        elif u.low[at] in _REPEATING and at > 0 and u.low[at - 1] not in AUXILIARIES:
            phrase = after(u, at + 1, len(u))
            whole = phrase is not None and phrase.first == at + 1 and not u.low[phrase.head_last].endswith(GENITIVES)
            if phrase is not None and whole and _somebody(u, phrase) and u.low[phrase.head_last] not in DOCUMENTS:
                found.append(("passed on", phrase))
    if u.low[0] in _OPINING and len(u) > 2 and u.kinds[1] == NAME:  # noqa: PLR2004 - a name and a comma
        phrase = after(u, 1, len(u))
        if phrase is not None and phrase.kind == "name" and u.low[phrase.last + 1 : phrase.last + 2] == [","]:
            found.append(("opinion of", phrase))
    return found


def _at_the_end(u: Unit, last: int) -> list[tuple[str, Phrase]]:
    """The name that the lead-in ends with, alone or behind a word that leads to it, with its apposition."""
    phrase = before(u, last + 1, 0)
    if phrase is not None and phrase.kind == "name" and "according" not in u.low[phrase.first : phrase.head_first]:
        if all(
            u.kinds[at] == STOP or is_adverb(u.low[at]) or u.low[at] in {"and", "but"} for at in range(phrase.first)
        ):
            return [("alone", phrase)]
        if phrase.first > 0 and u.low[phrase.first - 1] in _NAMED_LAST and _leads_to(u, phrase.first - 1):
            return [("named last", phrase)]
    for at in range(last - 1, max(-1, last - _DESCRIBED), -1):
        if u.low[at] in _BEHIND and u.kinds[at] == WORD and _leads_to(u, at):
            phrase = after(u, at + 1, last + 1)
            described = phrase is not None and u.low[phrase.last + 1 : phrase.last + 3] in _WHOSE
            if phrase is not None and phrase.kind == "name" and (phrase.last >= last or described):
                return [("named last", phrase)]
    return []


def _leads_to(u: Unit, at: int) -> bool:
    """Whether the word at `at` leads to who speaks.

    "from" does in "the reply came from", not in "lessons from", and "by" in "was made by", not in "an inquiry by".
    """
    low = u.low[at - 1]
    if u.low[at] == "of":  # "among them is that of Ada Roe"
        return low in {"that", "those"}
    if u.low[at] not in {"by", "from"} or at < _SHORT or low in DOCUMENTS:
        return True
    if u.low[at] == "from":
        return low in _COMES
    return is_finite(low) or low in cue_verbs() or is_adverb(low) or low in _DONE


def _somebody(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a name or a noun for who can speak."""
    return phrase.kind == "name" or (phrase.kind == "noun" and speaks(u.low[phrase.head_last]))


def _owner(u: Unit, noun: int) -> Phrase | None:
    """Whose words the noun at `noun` speaks of: "Ada Roe’s short reply", "her verdict", "a letter from Ada Roe"."""
    for at in range(noun - 1, max(-1, noun - _REACH), -1):
        low = u.low[at]
        if low.endswith(GENITIVES) and u.kinds[at] in {NAME, WORD}:
            return _possessor(u, at, 0)
        if low in POSSESSIVES and low not in {"its", "my", "our", "your"}:
            return Phrase(at, at, at, at, "pronoun")
        if u.kinds[at] not in {WORD, NAME} or low in PREPOSITIONS or low in DETERMINERS or low in cue_verbs():
            break
    return _owner_behind(u, noun)


def _owner_behind(u: Unit, noun: int) -> Phrase | None:
    """Whose words the noun at `noun` speaks of by what stands behind it: "from Ada Roe", "that Ada Roe sent"."""
    behind = noun + 1
    while behind < len(u) and (u.kinds[behind] == ASIDE or u.low[behind] in _TITLED or u.low[behind] == "“”"):
        behind += 1
    if behind < len(u) and u.low[behind] in _TOPICS:  # "a poem about him, by Ada Roe"
        reach = range(behind + 1, min(len(u), behind + _REACH))
        behind = next((at for at in reach if u.low[at] in {",", "by"}), behind)
    if u.low[behind : behind + 2] == [",", "by"]:
        behind += 1
    if behind + 1 < len(u) and (u.low[behind] in {"that", "which"} or u.kinds[behind] == NAME):
        return _author(u, behind if u.kinds[behind] == NAME else behind + 1)
    if behind + 1 >= len(u) or not (
        u.low[behind] in {"by", "from", "of"} or (u.low[behind] == "with" and u.low[noun] in _TALKS)
    ):
        return None
    verbs = (at for at in range(behind + 2, len(u)) if finite_at(u, at) or verb_at(u, at) is not None)
    phrase = after(u, behind + 1, next(verbs, len(u)))
    if phrase is None or phrase.kind == "name":
        return phrase
    genitive = (at for at in range(phrase.last, phrase.first - 1, -1) if u.low[at].endswith(GENITIVES))
    owner = next((owner for at in genitive if (owner := _possessor(u, at, phrase.first)) is not None), phrase)
    return owner if _somebody(u, owner) or owner is not phrase else None


def _author(u: Unit, at: int) -> Phrase | None:
    """Who the relative clause whose subject begins at `at` says has written it ("a letter that Ada Roe sent")."""
    phrase = after(u, at, len(u))
    if phrase is None or phrase.first != at or phrase.last + 1 >= len(u) or not _somebody(u, phrase):
        return None
    return phrase if u.low[phrase.last + 1] in _WRITES else None


def _possessor(u: Unit, genitive: int, lowest: int) -> Phrase | None:
    """Who the genitive at `genitive` names from token `lowest` on, None where that is nobody who can speak."""
    phrase = ending_at(u, genitive, lowest)
    if phrase is None or phrase.kind == "name":
        return phrase
    low = u.low[phrase.head_last]
    bare = next((low.removesuffix(ending) for ending in GENITIVES if low.endswith(ending)), low)
    return phrase if speaks(bare) else None


def _passes_on(u: Unit, noun: int, owner: Phrase) -> bool:
    """Whether the noun is the object of a verb of passing on ("reprints a letter", "shares Ada Roe’s post")."""
    at = noun - 1
    while at > 0 and (
        u.kinds[at] == ASIDE
        or u.low[at] in DETERMINERS
        or u.low[at] in POSSESSIVES
        or owner.first <= at <= owner.last
        or _plain(u, at)
    ):
        at -= 1
    return at >= 0 and u.low[at] in _PASSING_ON


def _plain(u: Unit, at: int) -> bool:
    """Whether the token may be an adjective: a word that is no preposition and no verb of passing on or saying."""
    low = u.low[at]
    return u.kinds[at] == WORD and low not in PREPOSITIONS and low not in _PASSING_ON and low not in cue_verbs()
