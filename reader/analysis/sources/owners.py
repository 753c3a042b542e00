"""Owners: whose words a lead-in speaks of without a verb of saying that is theirs ("a letter from Ada Roe:")."""

from itertools import compress

from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.postposed import after
from reader.analysis.syntax.subjects import before
from reader.analysis.units.phrases import Phrase, ending_at
from reader.analysis.units.units import ASIDE, NAME, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, verb_at
from reader.analysis.words.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    GENITIVES,
    ORGS,
    POSSESSIVES,
    PREPOSITIONS,
    TIME,
    cue_verbs,
    is_adverb,
    is_role,
    speaks,
    without_genitive,
    words,
)
from reader.analysis.words.lexicon import entries

DOCUMENTS = words("pieces") | words("utterances")
TEXTS = DOCUMENTS | words("texts")
PICTURES = words("pictures")
WORKS = TEXTS | PICTURES | words("terms")
WORDED = WORKS - PICTURES
STARTERS = frozenset(word.lower() for word in entries("starters"))
_INDEFINITE = frozenset({"another", "one", "other", "others", "somebody", "someone"})
_DOES = frozenset({"can", "could", "did", "do", "does", "had", "has", "is", "was", "would"})
_QUESTIONS = frozenset({"about", "how", "if", "what", "when", "where", "whether", "which", "who", "why"})
_PARTS = frozenset({"all", "excerpts", "extracts", "most", "part", "parts", "passages", "some"})
_PLACING = frozenset(
    {"at", "in", "inside", "near", "of", "on", "outside"}
)  # behind these a name is a place’s or a title’s
_JOINING = frozenset({"and", "but", "then"})
_NAMED_LAST = frozenset({"are", "as", "by", "from", "including", "is", "like", "of", "quote", "was", "were"})
_BEHIND = frozenset({"by", "from", "is", "of", "was", "were"})
_DONE = frozenset({"drawn", "given", "known", "made", "put", "shown", "told", "written"})
_WHOSE = ([",", "who"], [",", "whose"])
_COMES = frozenset({"came", "come", "comes"})
_QUOTING = frozenset({"cite", "quote"})
_NO_LABELS = words("no_labels")
_TITLED = words("naming")
TOPICS = frozenset({"about", "on"})  # behind these stands what words are on
_TALKS = frozenset({"chat", "conversation", "interview", "interviews"})
GREETING = frozenset({"dear", "hello", "hi"})
"""The words with which a letter begins, before whom it is for."""

_PASSING_ON = words("passing_on")
_REPEATING = frozenset({"cites", "cited", "quotes", "quoted", "reposted", "reposts", "retweeted", "retweets"})
_SEVERAL = frozenset(f"{piece}s" for piece in DOCUMENTS) - TEXTS
_ONE_OF = frozenset({"another", "first", "last", "latest", "many", "one", "some"})
_OWNED = TEXTS | _SEVERAL | _REPEATING
_HAVING = frozenset({"brings", "contains", "gives", "has", "offers", "picked", "picks"})
_LINKING = frozenset({"linked", "links", "pointed", "points"})
_OPINING = frozenset({"for", "to"})
_AUTHOR = frozenset({"i", "voices", "we"})  # the author, "Global Voices", and with "let us" the reader too
_ASKING = frozenset({"asked", "contacted", "interviewed", "met", "visited"})
_TALKING = frozenset({"chatted", "hear", "heard", "listen", "listened", "spoke", "talked", "turn", "turned"})
_HEARING = _ASKING | _TALKING
_WITH = frozenset({"from", "to", "up", "with"})
_WRITES = words("writing_verbs")
_REACH = 5  # tokens between a possessor and the words that are theirs
_PAGES = frozenset({"account", "blog", "page", "profile", "site", "wall", "website"})
_ANSWERS = frozenset({"answer", "comment", "comments", "question", "reaction", "reply", "response"})  # of others
_PAGE_REACH = 9  # tokens from "on" to the noun for the page
_SHORT = 4  # tokens before "from" in a lead-in without a verb ("And this from Ada Roe:")
_APPOSITION = 14  # tokens from a name to the "who" behind its apposition
_DESCRIBED = 48  # tokens of a name with its apposition


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
    for at in compress(range(last + 1), map(_OWNED.__contains__, u.low)):
        if (u.low[at] in TEXTS and (u.kinds[at] == WORD or at == 0)) or _one_of(u, at):
            whose = owner(u, at)
            if whose is not None and whose.kind == "pronoun":
                found.append(("owned by", whose))
            elif whose is not None:
                quoted_words = u.low[at - 2 : at + 1] == ["in", "the", "words"]
                owned = "according" if quoted_words else "owned"
                found.append(("passed on" if _passes_on(u, at, whose) else owned, whose))
        elif u.low[at] in _REPEATING and at > 0 and u.low[at - 1] not in AUXILIARIES | {"which", "who"}:
            phrase = after(u, at + 1, len(u))
            whole = phrase is not None and phrase.first == at + 1 and not u.low[phrase.head_last].endswith(GENITIVES)
            if phrase is not None and whole and _somebody(u, phrase) and u.low[phrase.head_last] not in DOCUMENTS:
                found.append(("passed on", phrase))
    return [*found, *_given_the_floor(u, last)]


def _one_of(u: Unit, at: int) -> bool:
    """Whether one of several texts is spoken of at a token ("one of her latest posts")."""
    if u.low[at] not in _SEVERAL:
        return False
    return any(u.low[of] == "of" and u.low[of - 1] in _ONE_OF for of in range(max(1, at - _REACH), at))


def _given_the_floor(u: Unit, last: int) -> list[tuple[str, Phrase]]:
    """Who is asked ("We spoke with Ada Roe:"), answers ("but Ada Roe did:"), or has an opinion ("For Ada Roe, …")."""
    asked = _asked(u, last)
    found = [] if asked is None else [("asked", asked)]
    answers = _answering(u) if u.low[-1] == "." else None
    if answers is not None:
        found.append(("answers", answers))
    does = before(u, last) if u.low[last] in _DOES and u.low[last + 1 : last + 2] == [":"] else None
    if does is not None and _somebody(u, does):
        found.append(("does", does))
    if u.low[0] in _OPINING and len(u) > 2 and u.kinds[1] == NAME:  # noqa: PLR2004 - a name and a comma
        phrase = after(u, 1, len(u))
        if phrase is not None and phrase.kind == "name" and u.low[phrase.last + 1 : phrase.last + 2] == [","]:
            found.append(("opinion of", phrase))
    return found


def one_name(u: Unit) -> Phrase | None:
    """The one name of a unit that can be a person’s, of two words or of a user’s own; None where none or more stand.

    It is what is left to go by when no verb and no noun says whose words follow ("Leave it to Ada Roe to explain:").
    """
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(u):
        end = u.names_end(at)
        if end > at:
            opens = at == 0 and (is_adverb(u.low[0]) or u.low[0] in STARTERS or u.low[0] in PREPOSITIONS)
            if not all(low in TIME for low in u.low[at + opens : end]):
                found.append((at + opens, end - 1))
        at = max(end, at + 1)
    names = [(first, last) for first, last in found if last > first or _own_spelling(u, first)]
    if not names and not any(finite_at(u, at) for at in range(len(u))):
        names = [(first, last) for first, last in found if first and u.low[first] not in _NO_LABELS]
    if len(names) != 1 or u.low[names[0][0] - 1] in _PLACING:
        return None
    first, last = names[0]
    owns = (
        u.low[last].endswith(GENITIVES) or "“”" in u.low[first : last + 1] or u.low[last] in ORGS or u.low[last] in TIME
    )
    return None if owns else Phrase(first, last, first, last, "name")


def _own_spelling(u: Unit, at: int) -> bool:
    """Whether a name is spelled as only users spell theirs: "@ada", "lotta_k", "drozd-k"."""
    return not u.word(at)[0].isupper() and u.low[at] != "“”" and u.word(at)[0] != "#"


def _answering(u: Unit) -> Phrase | None:
    """Who is asked in a sentence with a stop, behind which the answer comes ("He asked her why.")."""
    at = next((k for k in range(1, len(u) - 1) if u.low[k] in {"asked", "asks"}), 0)
    if not at or _QUESTIONS.isdisjoint(u.low[at + 1 :]):
        return None
    if u.low[at - 1] in BE:
        phrase = before(u, at - 1)
    elif u.low[at + 1] in {"her", "him", "them"} and u.low[at + 2] in _QUESTIONS:
        return Phrase(at + 1, at + 1, at + 1, at + 1, "pronoun")
    else:
        phrase = after(u, at + 1, len(u))
    return phrase if phrase is not None and (phrase.kind == "pronoun" or _somebody(u, phrase)) else None


def _asked(u: Unit, last: int) -> Phrase | None:
    """Whom the author has asked or heard ("We asked Ada Roe about it:", "Let us hear from Ada Roe:")."""
    for at in range(1, last) if not _HEARING.isdisjoint(u.low) else ():
        talks = u.low[at] in _TALKING and u.low[at + 1] in _WITH
        if not talks and u.low[at] not in _ASKING:
            continue
        by = {u.low[before] for before in range(max(0, at - _REACH), at)}
        if by & _AUTHOR or {"let", "us"} <= by:
            begin = at + 2 if talks else at + 1
            phrase = after(u, begin, last + 1)
            return phrase if phrase is not None and phrase.first == begin and _somebody(u, phrase) else None
    return None


def _at_the_end(u: Unit, last: int) -> list[tuple[str, Phrase]]:
    """The name that the lead-in ends with, alone or behind a word that leads to it, with its apposition."""
    label = _label(u, last)
    if label is not None:
        return [("alone", label)]
    phrase = before(u, last + 1, 0)
    if phrase is not None and phrase.kind == "name" and "according" not in u.low[phrase.first : phrase.head_first]:
        if all(
            u.kinds[at] == STOP or is_adverb(u.low[at]) or u.low[at] in {"and", "but"} for at in range(phrase.first)
        ):
            return [("alone", phrase)] if not _acts(u, phrase) else []
        time = u.low[phrase.head_last] in TIME
        titled = u.low[phrase.head_last] == "“”" and u.low[phrase.first - 1] == "as"  # "as the “Mill of the Week”"
        if (
            not time
            and not titled
            and phrase.first > 0
            and u.low[phrase.first - 1] in _NAMED_LAST
            and _leads_to(u, phrase.first - 1)
        ):
            return [("named last", phrase)]
    for at in range(last - 1, max(-1, last - _DESCRIBED), -1):
        if u.low[at] in _BEHIND and u.kinds[at] == WORD and _leads_to(u, at):  # "that of Ada Roe, who …"
            phrase = after(u, at + 1, last + 1)
            described = phrase is not None and any(
                u.low[k : k + 2] in _WHOSE for k in range(phrase.last + 1, min(len(u), phrase.last + _APPOSITION))
            )
            if phrase is not None and phrase.kind == "name" and (phrase.last >= last or described):
                return [("named last", phrase)]
    return []


def _acts(u: Unit, phrase: Phrase) -> bool:
    """Whether what was taken for a name with its apposition is one with its verb ("Ada Roe counted all night")."""
    behind = phrase.head_last + 1
    related = {",", "who", "which", "that"} & set(u.low[behind : phrase.last + 1])
    return not related and finite_between(u, behind, phrase.last)


def _label(u: Unit, last: int) -> Phrase | None:
    """Who a lead-in without more words names: a person without a name, or one word that a user is called by."""
    first = 0
    while first < last and (u.kinds[first] == STOP or is_adverb(u.low[first]) or u.low[first] in _JOINING):
        first += 1
    if u.low[last + 1 : last + 2] != [":"] or u.low[first] in _NO_LABELS:
        return None
    if first == last == 0 and u.kinds[first] == WORD and u.low[first] not in DOCUMENTS and not is_adverb(u.low[first]):
        return Phrase(first, first, first, first, "name")
    phrase = after(u, first, last + 1)
    if phrase is None or phrase.kind != "noun" or (phrase.first, phrase.last) != (first, last):
        return None
    return phrase if is_role(u.low[phrase.head_last]) or u.low[phrase.head_last] in _INDEFINITE else None


def _leads_to(u: Unit, at: int) -> bool:
    """Whether the word at `at` leads to who speaks.

    "from" does in "the reply came from" and "the best from", not in "lessons from", and "by" in "was made by", not in
    "an inquiry by".
    """
    low = u.low[at - 1]
    if u.low[at] == "of":  # "among them is that of Ada Roe"
        return low in {"that", "those"}
    if u.low[at] not in {"by", "from"} or at < _SHORT or low in DOCUMENTS:
        return True
    if u.low[at] == "from":
        return low in _COMES or low.endswith("est") or low in _INDEFINITE
    done = low if not is_adverb(low) else u.low[at - 2]
    verb = cue_verbs().get(done)
    return done.endswith("ed") or done in _DONE or (verb is not None and verb.form == "past")


def _somebody(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a name or a noun for who can speak."""
    return phrase.kind == "name" or (phrase.kind == "noun" and speaks(u.low[phrase.head_last]))


def owner(u: Unit, noun: int) -> Phrase | None:
    """Whose words the noun at `noun` speaks of: "Ada Roe’s short reply", "her verdict", "a letter from Ada Roe"."""
    for at in range(noun - 1, max(-1, noun - _REACH), -1):
        low = u.low[at]
        if low.endswith(GENITIVES) and u.kinds[at] in {NAME, WORD}:
            return _possessor(u, at, 0)
        if low in POSSESSIVES and low not in {"its", "my", "our", "whose", "your"}:
            return Phrase(at, at, at, at, "pronoun")
        if u.kinds[at] not in {WORD, NAME} or low in PREPOSITIONS or low in DETERMINERS or low in cue_verbs():
            break
    return _owner_behind(u, noun)


def _owner_behind(u: Unit, noun: int) -> Phrase | None:
    """Whose words the noun at `noun` speaks of by what stands behind it: "from Ada Roe", "that Ada Roe sent"."""
    behind = noun + 1
    while behind < len(u) and (u.kinds[behind] == ASIDE or u.low[behind] in _TITLED or u.low[behind] == "“”"):
        behind += 1
    page = _page(u, behind) if u.low[behind : behind + 1] == ["on"] and u.low[noun] not in _ANSWERS else None
    if page is not None:
        return page
    if behind < len(u) and u.low[behind] in TOPICS:  # "a poem about him, by Ada Roe"
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
    whose = next((who for at in genitive if (who := _possessor(u, at, phrase.first)) is not None), phrase)
    return whose if _somebody(u, whose) or whose is not phrase else None


def _page(u: Unit, on: int) -> Phrase | None:
    """Whose page a text stands on ("a description on the Weir Watch page", "a notice on the page of Weir Watch")."""
    noun = next((at for at in range(on + 1, min(len(u), on + _PAGE_REACH)) if u.low[at] in _PAGES), 0)
    if not noun:
        return None
    if u.low[noun + 1 : noun + 2] == ["of"]:
        phrase = after(u, noun + 2, len(u))
        return phrase if phrase is not None and phrase.first == noun + 2 and phrase.kind == "name" else None
    phrase = ending_at(u, noun - 1, on + 1)
    return phrase if phrase is not None and phrase.kind == "name" and u.kinds[noun - 1] == NAME else None


def behind_work(u: Unit, source: Phrase) -> Phrase:
    """Whose it is where a phrase is something of somebody’s that cannot speak itself ("Her notes begin like this:")."""
    if source.kind != "noun" or speaks(u.low[source.head_last]):
        return source
    for at in range(source.head_last - 1, source.first - 1, -1):
        if u.low[at] in {"her", "his", "their"}:
            return Phrase(at, at, at, at, "pronoun")
        if u.low[at].endswith(GENITIVES):
            return _possessor(u, at, source.first) or source
    return source


def _author(u: Unit, at: int) -> Phrase | None:
    """Who the relative clause whose subject begins at `at` says has written it ("a letter that Ada Roe sent")."""
    phrase = after(u, at, len(u))
    if phrase is None or phrase.first != at or phrase.last + 1 >= len(u) or not _somebody(u, phrase):
        return None
    return phrase if u.low[phrase.last + 1] in _WRITES else None


def _possessor(u: Unit, genitive: int, lowest: int) -> Phrase | None:
    """Who the genitive at `genitive` names from token `lowest` on, None where that is nobody who can speak."""
    if "_" in u.low[genitive]:
        return Phrase(genitive, genitive, genitive, genitive, "name")  # a user's
    phrase = ending_at(u, genitive, lowest)
    if phrase is not None and without_genitive(u.low[phrase.head_last]) in TIME:
        return None  # "Monday’s posts"
    if phrase is None or phrase.kind == "name":
        return phrase
    if phrase.head_last < genitive:  # "part of the mayor’s letter"
        return _possessor(u, genitive, phrase.head_last + 2) if phrase.head_last + 2 <= genitive else None
    return phrase if speaks(without_genitive(u.low[phrase.head_last])) else None


def _passes_on(u: Unit, noun: int, owner: Phrase) -> bool:
    """Whether the noun is the object of a verb of passing on ("reprints a letter", "shares Ada Roe’s post")."""
    at = noun - 1
    while at > 0 and (
        u.kinds[at] == ASIDE
        or u.low[at] in DETERMINERS
        or u.low[at] in POSSESSIVES
        or owner.first <= at <= owner.last
        or _plain(u, at)
        or (u.low[at] in {"from", "of"} and u.low[at - 1] in _PARTS)
    ):
        at -= 1
    linked = at > 0 and u.low[at] == "to" and u.low[at - 1] in _LINKING
    return linked or (at >= 0 and (u.low[at] in _PASSING_ON or u.low[at] in _HAVING))


def _plain(u: Unit, at: int) -> bool:
    """Whether the token may be an adjective: a word that is no preposition and no verb of passing on or saying."""
    low = u.low[at]
    verb = low in _PASSING_ON or low in _HAVING or low in cue_verbs()
    return u.kinds[at] == WORD and low not in PREPOSITIONS and not verb
