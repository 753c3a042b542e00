"""Find sources that a lead-in names without a reporting verb of their own ("a letter from Ada Roe:")."""

from itertools import compress

from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_before, subject_of_verb
from reader.analysis.units.noun_phrases import phrase_ending_at
from reader.analysis.units.phrase_heads import names_speaker
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, verb_at
from reader.analysis.words.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DONE,
    GENITIVES,
    ISSUING,
    POSSESSIVES,
    PREPOSITIONS,
    STARTERS,
    TIME,
    can_speak,
    cue_form,
    cue_verbs,
    is_adverb,
    is_participle,
    without_genitive,
    words,
)

_DOCUMENTS = words("pieces") | words("utterances")
TEXTS = _DOCUMENTS | words("texts")
PICTURES = words("pictures")
WORKS = TEXTS | PICTURES | words("terms")
WORDED = WORKS - PICTURES
_INDEFINITE = frozenset({"another", "one", "other", "others", "somebody", "someone"})
_PLACING = frozenset(
    {"about", "at", "in", "inside", "near", "of", "on", "outside"}
)  # after these a name is a place’s, a title’s or a subject’s
_JOINING = frozenset({"and", "but", "then"})
_NAMED_LAST = frozenset({"are", "as", "by", "from", "including", "is", "like", "of", "quote", "was", "were"})
_BEHIND = frozenset({"by", "from", "is", "of", "was", "were"})
_RELATIVES = ([",", "who"], [",", "whose"])
CITING = frozenset({"cite", "quote"})  # lemmas
_NO_LABELS = words("no_labels")
_WHERE = frozenset({"at", "in", "on", "over"})
OUTLETS = words("outlet_words")
"""Nouns for outlets, and words of their names."""
_TITLED = words("naming")
TOPICS = frozenset({"about", "on"})  # the topic of the words follows these
_TALKS = frozenset({"chat", "conversation", "interview", "interviews"})
GREETING = frozenset({"dear", "hello", "hi"})
"""The words that open a letter, before the addressee."""

_FEELINGS = words("feelings")
_RELAYING = words("passing_on")
_REPEATING = frozenset({"reposted", "reposts", "retweeted", "retweets"})
_SEVERAL = frozenset(f"{piece}s" for piece in _DOCUMENTS) - TEXTS
_OWNED = TEXTS | _REPEATING | _SEVERAL
_PARTS = frozenset({"excerpt", "excerpts", "extract", "extracts", "most", "part", "parts", "passage", "some"})
_TRANSLATIONS = frozenset({"translation", "translations"})
_REACH = 5  # maximum tokens between a possessor and its noun
_SHORT = 4  # minimum tokens before "from" in a lead-in with other words ("And this from Ada Roe:" is shorter)
_APPOSITION = 14  # maximum tokens from a name to the "who" after its apposition
_CLAUSE = 16  # maximum tokens of a clause about a text, up to its verb
_LONGEST_NAME = 30  # maximum characters of a name in quotation marks
_DESCRIBED = 48  # maximum tokens of a name with its apposition


def is_own_heading(u: Unit) -> bool:
    """Return whether a lead-in is a heading in the words of the person who is quoted ("My verdict:")."""
    return u.low[0] in {"my", "our"} and not any(finite_at(u, at) for at in range(len(u)))


def is_quoting_verb(cue: Cue) -> bool:
    """Return whether a cue is a verb of quoting."""
    return cue.verb.lemma in CITING


def quoted_source(u: Unit, cue: Cue) -> Phrase | None:
    """Return the object of a verb of quoting ("the Post quotes Ada Roe as saying"), or its subject in the passive."""
    if not is_quoting_verb(cue):
        return None
    if u.low_at(cue.last + 2) == "as" and u.low[cue.last + 1] in {"her", "him", "them"}:
        return pronoun_phrase(cue.last + 1)
    phrase = subject_before(u, cue.group) if cue.passive else phrase_from(u, cue.last + 1, len(u))
    return phrase if phrase is not None and (cue.passive or names_speaker(u, phrase)) else None


def sources_without_verb(u: Unit) -> list[tuple[str, Phrase]]:
    """Return the sources that the lead-in names without a reporting verb, each with the feature for its construction.

    "Ada Roe:" is alone, "then there is Ada Roe:" and "others, like Ada Roe:" name them last, "Ada Roe’s reply:" and "in
    the words of Ada Roe:" are possessives, and in "the Post reprints a letter from Ada Roe:" the words are relayed.
    "For Ada Roe, the weir is a disgrace:" is her opinion.
    """
    last = len(u) - 1
    while last > 0 and (u.kinds[last] == PARENTHESIS or u.low[last] in {":", ".", "again"}):
        last -= 1
    found = _name_at_end(u, last)
    one_of = u.low[:2] in (["another", "of"], ["one", "of"])  # "One of her latest posts"
    for at in compress(range(last + 1), map(_OWNED.__contains__, u.low)):
        if u.low[at] in _REPEATING:
            verb = not at or u.low[at - 1] in AUXILIARIES | {"which", "who"}
            phrase = None if verb else phrase_from(u, at + 1, len(u))
            if phrase is not None and phrase.first == at + 1 and names_speaker(u, phrase):
                found.append(("passed on", phrase))
        elif one_of if u.low[at] in _SEVERAL else (u.kinds[at] == WORD or at == 0):
            owner = owner_of_noun(u, at)
            if owner is not None and owner.kind == "pronoun":
                found.append(("owned by", owner))
            elif owner is not None:
                quoted_words = u.low[at - 2 : at + 1] == ["in", "the", "words"]
                owned = "according" if quoted_words else "owned"
                found.append(("passed on" if _is_relayed(u, at, owner) else owned, owner))
    opener = None if found else _opening_owner(u)
    found += [("owned", opener)] if opener is not None else []
    opinion = opinion_holder(u)
    return found if opinion is None else [*found, ("opinion of", opinion)]


def _opening_owner(u: Unit) -> Phrase | None:
    """The owner whose name opens a lead-in with a colon ("Ada Roe’s other worries included:"); None without one."""
    owner = next((at for at, kind in enumerate(u.kinds) if kind != NAME or u.low[at].endswith(GENITIVES)), 0)
    owned = u.low[-1] == ":" and u.kinds[owner] == NAME and u.kinds[owner + 1] != NAME  # no "The Post’s Ada Roe:"
    author = any(low.replace("’", "'").partition("'")[0] in {"i", "we"} for low in u.low)
    return _possessor(u, owner, 0) if owned and not author else None  # "Tarn’s fair is near, and I link to two blogs:"


def opinion_holder(u: Unit) -> Phrase | None:
    """Return the holder of an opinion ("For Ada Roe, the weir is a disgrace:"); None without one."""
    named = u.kinds[1:2] == [NAME]
    phrase = phrase_from(u, 1, len(u)) if u.low[0] in {"for", "to"} and (named or u.low[1:2] == ["the"]) else None
    if phrase is None or (phrase.kind != "name" and not can_speak(u.low[phrase.head_last])):
        return None
    behind = u.low_at(phrase.head_last + 1)
    in_clause = behind in {"who", "whose"} and "," in u.low[phrase.last + 1 :]
    return phrase if in_clause or behind == "," else None


def only_name(u: Unit) -> Phrase | None:
    """Return the only name of the unit that can be a person's: of two words or a user name; else None.

    This is the last resort when no verb and no noun names the speaker ("Leave it to Ada Roe to explain:").
    """
    found: list[tuple[int, int]] = []
    at = len(u) if is_own_heading(u) else 0
    while at < len(u):
        end = u.names_end(at)
        if end > at:
            opens = at == 0 and (is_adverb(u.low[0]) or u.word(0) in STARTERS or u.low[0] in PREPOSITIONS)
            if not all(low in TIME for low in u.low[at + opens : end]):
                found.append((at + opens, end - 1))
        at = max(end, at + 1)
    names = [(first, last) for first, last in found if last > first or _is_user_name(u, first)]
    if not names and not any(finite_at(u, at) for at in range(len(u))):
        names = [(first, last) for first, last in found if first]
    if len(names) != 1:
        return None
    first, last = names[0]
    if u.low[first - 1 - (u.low[first - 1] == "the")] in _PLACING or _is_addressee(u, first):
        return None
    return None if u.low[last].endswith(GENITIVES) else Phrase(first, last, first, last, "name")


def _is_addressee(u: Unit, first: int) -> bool:
    """Whether a name at `first` is an addressee ("An open letter to Ada Roe:", "Dear Ada Roe:")."""
    addressed = any(u.low[at] in _DOCUMENTS and u.low[at + 1] == "to" for at in range(first))
    letter = u.low[0] == "to" and u.low[1] not in {"that", "this", "which"}  # "To which Ada Roe:"
    return addressed or letter or u.low[0] in GREETING


def _is_user_name(u: Unit, at: int) -> bool:
    """Whether a name is spelled as only user names are: "@ada", "lotta_k", "drozd-k"."""
    return not u.word(at)[0].isupper() and u.low[at] != "“”" and u.word(at)[0] != "#"


def _name_at_end(u: Unit, last: int) -> list[tuple[str, Phrase]]:
    """The name that ends the lead-in, alone or after a word that introduces it, with its apposition."""
    label = _label_source(u, last)
    if label is not None:
        return [("alone", label)]
    phrase = subject_before(u, last + 1, 0)
    if phrase is not None and phrase.kind == "name" and "according" not in u.low[phrase.first : phrase.head_first]:
        before = ((u.kinds[at], u.low[at]) for at in range(phrase.first))
        if all(kind == STOP or is_adverb(low) or low in {"and", "but"} for kind, low in before):
            return [("alone", phrase)]
        if (
            u.low[phrase.head_last] not in TIME
            and u.low[phrase.first - 1] in _NAMED_LAST
            and u.low[phrase.first - 2] not in _FEELINGS
            and _introduces_speaker(u, phrase.first - 1)
        ):
            return [("named last", phrase)]
    for at in range(last - 1, max(-1, last - _DESCRIBED), -1):
        if u.low[at] == "by" and u.low[at - 1] in _FEELINGS:
            return []  # "Otto Reed was not impressed by Ada Roe:"
        if u.low[at] in _BEHIND and u.kinds[at] == WORD and _introduces_speaker(u, at):  # "that of Ada Roe, who …"
            phrase = phrase_from(u, at + 1, last + 1)
            if phrase is None or phrase.kind != "name":
                continue
            behind = range(phrase.last + 1, min(len(u), phrase.last + _APPOSITION))
            placed = u.low_at(phrase.last + 1) in {"at", "in"} and u.names_end(phrase.last + 2) > last
            if phrase.last >= last or placed or any(u.low[k : k + 2] in _RELATIVES for k in behind):
                return [("named last", phrase)]
    apposed = _name_in_label(u, last)
    return [] if apposed is None else [("alone", apposed)]


def _name_in_label(u: Unit, last: int) -> Phrase | None:
    """The name behind the first comma of a lead-in without a verb ("Another, Ada Roe, a miller:")."""
    comma = next(u.commas(1, last), 0) if u.low_at(last + 1) == ":" else 0
    if not comma or u.kinds[comma + 1] != NAME or finite_between(u, 0, last):
        return None
    phrase = phrase_from(u, comma + 1, last + 1)
    if phrase is None or phrase.kind != "name" or phrase.first != comma + 1:
        return None
    apposed = u.low_at(phrase.head_last + 1) == ","
    return phrase if apposed else phrase.reaching(phrase.first, phrase.head_last)


def _label_source(u: Unit, last: int) -> Phrase | None:
    """The speaker named by a lead-in without other words: unnamed people, a body, or a user name of one word."""
    first = 0
    while first < last and (u.kinds[first] == STOP or is_adverb(u.low[first]) or u.low[first] in _JOINING):
        first += 1
    colon = last + 1
    while u.kind_at(colon) == PARENTHESIS:  # "otter (a miller):"
        colon += 1
    if u.low_at(colon) != ":" or u.low[first] in _NO_LABELS:
        return None
    if u.low[first] in _WHERE:  # "On the Mill Post blog:", "Over at Mill Notes:"
        over = u.low[first] == "over"
        phrase = phrase_from(u, first + 1 + over, last + 1)
        if phrase is None or (phrase.first, phrase.last) != (first + 1 + over, last) or "," in u.low[first:last]:
            return None
        named = u.low[phrase.first] == "the" and any(u.low[at] in OUTLETS for at in range(phrase.first, last + 1))
        return phrase if over or named else None
    if first == last == 0 and u.kinds[first] == WORD and u.low[first] not in _DOCUMENTS and not is_adverb(u.low[first]):
        return Phrase(first, first, first, first, "name")
    phrase = phrase_from(u, first, last + 1)
    if phrase is None or phrase.kind != "noun" or (phrase.first, phrase.last) != (first, last):
        return None
    head = u.low[phrase.head_last]
    speaks = can_speak(head) and head not in _DOCUMENTS and head not in cue_verbs()  # not "the poster states"
    return phrase if head in _INDEFINITE or speaks else None


def _introduces_speaker(u: Unit, at: int) -> bool:
    """Whether the word at `at` introduces the speaker.

    "from" does in "the reply came from" and "the best from", but not in "lessons from"; "by" does in "was made by", but
    not in "an inquiry by".
    """
    low = u.low[at - 1]
    if u.low[at] == "of":  # "among them is that of Ada Roe"
        return low in {"that", "those"}
    if u.low[at] not in {"by", "from"} or at < _SHORT or low in _DOCUMENTS:
        return True
    if u.low[at] == "from":
        return low in {"came", "come", "comes"} or low.endswith("est") or low in _INDEFINITE
    done = u.low[at - 2] if is_adverb(low) or low in {"on", "up"} else low  # "was taken up by"
    aside = next((k for k in range(at - 2, 0, -1) if u.low[k] == ","), 0) if low == "," else 0
    done = u.low[aside - 1] if aside else done  # "is answered, in the comments, by"
    return done.endswith("ed") or done in DONE | BE or cue_form(done) == "past"


def owner_of_noun(u: Unit, noun: int) -> Phrase | None:
    """Return the owner of a noun of speech: "Ada Roe’s short reply", "her verdict", "a letter from Ada Roe"."""
    for at in range(noun - 1, max(-1, noun - _REACH), -1):
        low = u.low[at]
        if low.endswith(GENITIVES) and u.kinds[at] in {NAME, WORD}:
            return _possessor(u, at, 0)
        if low in POSSESSIVES and low not in {"its", "my", "our", "whose", "your"}:
            return Phrase(at, at, at, at, "pronoun")
        if u.kinds[at] not in {WORD, NAME, NUMBER} or low in PREPOSITIONS or low in DETERMINERS or low in cue_verbs():
            break
    return _owner_after(u, noun)


def _owner_after(u: Unit, noun: int) -> Phrase | None:
    """The owner of the noun at `noun`, named in the words after it ("from Ada Roe")."""
    behind = noun + 1
    while behind < len(u) and (u.kinds[behind] == PARENTHESIS or u.low[behind] in _TITLED or u.low[behind] == "“”"):
        behind += 1
    if u.low_at(behind) in TOPICS:  # "a poem about him, by Ada Roe"
        reach = range(behind + 1, min(len(u), behind + _REACH))
        behind = next((at for at in reach if u.low[at] == "by"), behind)
    links = {"by", "from", "of", "with"} if u.low[noun] in _TALKS else {"by", "from", "of"}
    if behind + 1 >= len(u) or u.low[behind] not in links:
        return _author_in_clause(u, behind)
    marks = behind + 1
    if u.kinds[marks] == QUOTE and u.ends[marks] - u.starts[marks] < _LONGEST_NAME and u.low[behind] in {"by", "from"}:
        return Phrase(marks, marks, marks, marks, "name")  # "a reply from “The River”"
    verbs = (at for at in range(behind + 2, len(u)) if finite_at(u, at) or verb_at(u, at) is not None)
    phrase = phrase_from(u, behind + 1, next(verbs, len(u)))
    if phrase is None or phrase.kind == "name":
        return phrase
    genitive = (at for at in range(phrase.last, phrase.first - 1, -1) if u.low[at].endswith(GENITIVES))
    owner = next((who for at in genitive if (who := _possessor(u, at, phrase.first)) is not None), phrase)
    return owner if names_speaker(u, owner) or owner is not phrase else None


def _author_in_clause(u: Unit, behind: int) -> Phrase | None:
    """The author named by a clause after a text ("a letter that a miller sent me", "handed out by the guild")."""
    if behind + 2 >= len(u):
        return None
    done = is_participle(u.low[behind]) or u.low[behind] in ISSUING
    by = next((at for at in range(behind + 1, behind + _SHORT) if u.low_at(at) == "by"), 0) if done else 0
    first = by + 1 if by else behind + (u.low[behind] in {"that", "which"})
    verb = next((at for at in range(first + 1, min(len(u), first + _CLAUSE)) if u.low[at] in ISSUING), 0)
    phrase = phrase_from(u, first, len(u)) if by else subject_of_verb(u, verb) if verb and not done else None
    if phrase is None or phrase.first != first:
        return None
    return phrase if names_speaker(u, phrase) or u.low[first] in {"he", "she", "they"} else None


def owner_of_work(u: Unit, source: Phrase) -> Phrase:
    """Return the owner where a phrase is a work that cannot speak ("Her notes begin like this:"), else the phrase."""
    if source.kind != "noun" or can_speak(u.low[source.head_last]):
        return source
    for at in range(source.head_last - 1, source.first - 1, -1):
        if u.low[at] in {"her", "his", "their"} and u.low[at + 1] not in DETERMINERS:
            return pronoun_phrase(at)
        if u.low[at].endswith(GENITIVES):
            return _possessor(u, at, source.first) or source
    return source


def _possessor(u: Unit, genitive: int, lowest: int) -> Phrase | None:
    """The possessor that ends with the genitive at `genitive`; None where it cannot speak."""
    user = "_" in u.low[genitive]
    while lowest <= genitive:
        own = Phrase(genitive, genitive, genitive, genitive, "name") if user else None
        phrase = own or phrase_ending_at(u, genitive, lowest)
        if phrase is not None and without_genitive(u.low[phrase.head_last]) in TIME:
            return None  # "Monday’s posts"
        if phrase is None or phrase.kind == "name":
            return phrase
        if phrase.head_last == genitive:
            return phrase if can_speak(without_genitive(u.low[genitive])) else None
        lowest = phrase.head_last + 2  # "part of the mayor’s letter"
    return None


def _is_relayed(u: Unit, noun: int, owner: Phrase) -> bool:
    """Whether the noun is the object of a verb for relaying words ("reprints a letter", "shares Ada Roe’s post").

    A translation relays words, whatever the verb ("included a translation of comments made by Ada Roe").
    """
    at = noun - 1
    while at > 0 and (
        u.kinds[at] == PARENTHESIS
        or u.low[at] in DETERMINERS
        or owner.first <= at <= owner.last
        or _may_be_adjective(u, at)
        or (u.low[at] == "of" and u.low[at - 1] in _PARTS)
    ):
        at -= 1
    linked = u.low[at] == "to" and u.low[at - 1] in {"linked", "links", "pointed", "points"}
    translated = u.low[at] == "of" and u.low[at - 1] in _TRANSLATIONS
    aloud = u.low[at] in {"aloud", "out"} and u.low[at - 1] in {"read", "reads"}
    return linked or translated or aloud or u.low[at] in _RELAYING


def _may_be_adjective(u: Unit, at: int) -> bool:
    """Whether the token may be an adjective: a word that is no preposition and no verb of relaying or saying."""
    low = u.low[at]
    verb = low in _RELAYING or low in cue_verbs()
    return u.kinds[at] == WORD and low not in PREPOSITIONS and not verb
