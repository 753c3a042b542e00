"""Find the noun phrases that can be sources."""

from reader.analysis.units.phrase_heads import names_speaker, phrase_over
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.quantities import begins_clause, is_year, listed_adjective, quantified
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, further_verb
from reader.analysis.words.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    LIGHT,
    LINKS,
    ONLY_OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEECH_STOPS,
    SUBORDINATORS,
    TIME,
    can_speak,
    cue_verbs,
    is_adverb,
    is_contraction,
    is_finite,
    is_role,
    words,
)
from reader.analysis.words.lexicon import entries

LONGEST = 32  # maximum tokens of a phrase
OPENERS = words("apposition_openers")
ADJECTIVES = words("name_adjectives")
_ALIAS = frozenset({"a.k.a", "a.k.a.", "aka", "alias"})
_INSIDE = words("inside_phrase")
_PARTICLES = words("particles")
_PLATFORMS = words("platforms")
_WHO = frozenset({"who", "which", "whose"})
_RELATING = _WHO | {"that", "where"}
_SPOKEN_TO = ONLY_OBJECTS - {"people", "journalists", "reporters"}
_CALLED = words("before_names")
_CALLED_PLACES = words("place_nouns") | _CALLED
_TYING = frozenset({"for", "from", "in", "of"})  # "a spokesman for the charity Clean Rivers"
_NOUNS_TOO = frozenset({"accused", "end", "fellow", "noted", "state"})
SOMEBODY = words("indefinites") - {"none", "nothing"}  # pronouns for people: "nobody", "everyone"
FILMED = frozenset({"audio", "clip", "clips", "footage", "images", "picture", "pictures", "video", "videos"})
_TOWARDS = frozenset({"against", "at", "by", "for", "from", "to", "with"})  # "with a glance at Roe, who said"
_RELATIVE_REACH, _ARTICLE_REACH, _MOST_RELATED = 9, 5, 4  # tokens, and relative clauses on one phrase
_QUESTIONS = frozenset({"how", "what"})
_JOINING = frozenset({"&", "and", "or"})
_WITHHOLDING = words("withholding")
# Words that end the search to the left for the rest of a phrase, except for the "that" of "out of that".
_LIMITS = CONJUNCTIONS | RELATIVES | _QUESTIONS | (PERSONAL - {"one"}) | _SPOKEN_TO
_VERBAL = FINITE | LIGHT
_OPENING = DETERMINERS | {"whose"}
_NO_NOUNS = FINITE | AUXILIARIES | (PERSONAL - {"one"})
_BEFORE_NAMES = _OPENING | _PARTICLES | ADJECTIVES
_RELATED = LINKS | RELATIVES | PERSONAL


def phrase_ending_at(u: Unit, last: int, lowest: int, related: int = 0) -> Phrase | None:
    """Return the noun phrase whose last token is `last`, from `lowest` on; `related` clauses follow it."""
    last = u.before_brackets(last, lowest - 1)
    if last < lowest or u.kinds[last] in {STOP, QUOTE}:
        return None
    low = u.low[last]
    if low in RELATIVES:
        return _antecedent(u, last, lowest, related + 1) if related < _MOST_RELATED else None
    if (low in PERSONAL and low != "one") or is_contraction(low):
        return pronoun_phrase(last)
    finite = low in FINITE and finite_at(u, last) and u.low[last - 1] not in BE  # "those who were hit"
    if finite or low in CONJUNCTIONS or (low in PREPOSITIONS and u.kinds[last] != NAME):
        those = finite and last > 1 and u.low[last - 1] == "who" and u.low[last - 2] not in FINITE
        # "those who fled", no "who left who fled"
        whole = phrase_ending_at(u, last - 2, lowest, related) if those else None
        return None if whole is None else whole.reaching(whole.first, last)
    first = last if low in SOMEBODY else _real_start(u, _first_of(u, last, lowest), lowest)
    while first < last and (_only_introduces(u, first) or further_verb(u, first, lowest)):
        first += 1
    if u.low[first] in LINKS or (last == 0 and low in ADVERBS and low not in PRONOUNS):
        return None
    found = phrase_over(u, first, last)
    first = (
        found.first
        if found.kind == "name"
        else quantified(u, listed_adjective(u, first, lowest) if first < last else first, lowest)
    )
    alias = first - 2 >= lowest and u.low[first - 1] in _ALIAS and u.kinds[first - 2] == NAME
    named = phrase_ending_at(u, first - 2, lowest, related) if alias else None
    if named is not None:
        found, first = named, named.first  # "Ada Roe aka Otter"
    also = first - 2 >= lowest and u.low[first - 1] == "and" and u.low[first - 2] in {"he", "she", "they"}
    if also and (first - 2 == lowest or begins_clause(u, first - 2)):
        first -= 2  # "he and his aides"
    return found if found.first == first else found.reaching(first, last)


def _antecedent(u: Unit, relative: int, lowest: int, number: int) -> Phrase | None:
    """The antecedent of a relative word; of “, who” after an apposition, the phrase with it (“Ada Roe, 43, who”)."""
    apart = relative > lowest and u.low[relative - 1] == ","
    stop = relative - 2 if apart or relative <= lowest else relative - 1
    whole = phrase_ending_at(u, stop, lowest, number) if stop >= lowest and u.low[stop] not in RELATIVES else None
    if whole is None or u.low[relative] != "who":
        return whole
    at = whole.first - 2
    if apart and at > lowest and u.low[at : at + 2] in ([",", "in"], [",", "near"]):
        return phrase_ending_at(u, at - 1, lowest, number) or whole  # "Ada Roe from Tarn, in Wales, who"
    if at - 1 > lowest and u.kinds[at] == NUMBER and u.low[at + 1] == u.low[at - 1] == ",":
        at -= 2
    role, first = is_role(u.low[whole.head_last]), at
    described = apart and whole.kind == "noun" and (role or u.low[whole.first] in {"a", "an", "the"})
    named = described and at >= lowest and u.low[whole.first - 1] == "," and u.kinds[at] == NAME
    while role and named and first > lowest and u.kinds[first - 1] == NAME:
        first -= 1  # "it is run by Ada Roe, a baker, who"
    base = phrase_ending_at(u, at, first if role else lowest, number) if named and u.low[at] not in TIME else None
    if base is None or base.kind != "name" or (u.low[base.first - 1] in PREPOSITIONS and not role):
        return person_in_phrase(u, whole)
    return base.reaching(base.first, whole.last)


def person_in_phrase(u: Unit, phrase: Phrase) -> Phrase:
    """Return the part of the phrase to which "who" can refer: of "praise from Ada Roe, who" it is Ada Roe."""
    head = u.low[phrase.head_last]
    shown = head in FILMED or head in entries("attitude_nouns")
    if phrase.kind != "noun" or (can_speak(head) and not shown) or phrase.head_last == phrase.last:
        return phrase
    for at in range(phrase.last - 1, phrase.head_last, -1):
        one = u.low[at] == "of" and u.low[at + 1] in {"a", "an"}  # "the arrest of a miller who said"
        if one or u.low[at] in (PREPOSITIONS if shown else _TOWARDS):
            inner = phrase_over(u, at + 1, phrase.last)
            return inner if names_speaker(u, inner) else phrase
    return phrase


def _only_introduces(u: Unit, at: int) -> bool:
    """Whether the token only introduces a phrase: a conjunction, a preposition, an adverb or punctuation."""
    low = u.low[at]
    if low in LINKS or low in _QUESTIONS or u.kinds[at] == STOP:
        return True
    if low in DETERMINERS:
        return False
    alone = not (low.endswith("ly") and u.low_at(at + 1).endswith(("ed", "en")))  # not "newly released files"
    return (u.kinds[at] == WORD and is_adverb(low) and alone) or (at == 0 and low in ADVERBS)


def _first_of(u: Unit, last: int, lowest: int) -> int:
    """The first token of the noun phrase that ends at `last`, searched leftwards over possible parts of a phrase."""
    joined = -1
    index = last
    floor = max(lowest, last - LONGEST)
    while index > floor and _can_be_part(u, index - 1, floor, joined=joined >= 0):
        index -= 1
        if u.low[index] in _JOINING:
            joined = index + 1
        elif u.low[index] in _OPENING and not _before_article(u, index, floor):
            break
    parted = joined < 0 or index <= lowest or u.kinds[index - 1] in {STOP, QUOTE} or u.low[index - 1] in LINKS
    return index if parted else joined


def _can_be_part(u: Unit, at: int, floor: int, *, joined: bool) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether the token at `at` can be part of a phrase that continues to its right."""
    low, kind, right = u.low[at], u.kinds[at], u.kinds[at + 1]
    further = u.kinds[at - 1] if at - 1 >= floor else ""
    if kind == QUOTE:
        return right == NAME and further == NAME and u.stop(at) not in SPEECH_STOPS
    if kind == STOP or (kind == NUMBER and is_year(u, at, floor)):
        return False
    if kind == PARENTHESIS:
        return further in {WORD, NAME}
    if low in _JOINING:
        return (further in {WORD, NAME, PARENTHESIS} or further == right == NUMBER) and not joined
    if low in PREPOSITIONS:
        return at - 1 >= floor and _continues_left(u, at, floor)
    if low == "that" and further == WORD and u.low[at - 1] in {"of", "in", "from"}:
        return True
    if (low in _LIMITS and (at or low != "everyone")) or is_contraction(low):
        return False
    if kind == WORD:
        verb = cue_verbs().get(low)
        if (
            (verb is not None and verb.form == "base" and at > floor and _denies_comment(u, at))
            or (verb is not None and verb.form == "past" and low not in _NOUNS_TOO)
            or ((low in _VERBAL or (verb is not None and verb.form == "s")) and finite_at(u, at))
            or (at > floor and u.low[at - 1] == "that" and is_finite(low))
        ):
            return False
        return right != NAME or _before_name(u, at, floor)
    # "On Twitter Roe"
    placed = right == NAME and at > floor and u.low[at - 1] in {"on", "over", "via"} and low in TIME | _PLATFORMS
    return not placed and not (right == WORD and low in TIME) and not (low == "“”" and right == NAME)


def _denies_comment(u: Unit, at: int) -> bool:
    """Whether a verb at `at` says that there is no comment (“would not comment on a report”, “declined to comment”)."""
    return u.low[at - 1] == "not" or (u.low[at - 1] == "to" and at > 1 and u.low[at - 2] in _WITHHOLDING)


def _continues_left(u: Unit, at: int, floor: int) -> bool:
    """Whether the phrase continues left of the preposition at `at` ("Roe of Ost", "Roe over at Weir Notes")."""
    place = at + 1 if u.low[at] == "over" else at
    if u.low[place] == "at" and u.low[place - 1] == "over":
        return place - 2 >= floor and u.kinds[place - 2] == NAME
    return u.low[at] in _INSIDE and is_noun(u, u.before_brackets(at - 1, floor))


def _before_article(u: Unit, at: int, floor: int) -> bool:
    """Whether the phrase continues left of the article at `at`."""
    if at <= floor:
        return False
    before = u.low[at - 1]
    if before in DETERMINERS or begins_name(u, at) or before in {"of", "for", "at", "from", "in"}:
        return True
    if before == "and":
        return _has_joined_phrase(u, at - 2, floor)
    noun = u.kinds[at - 2] == WORD or (at - 2 == 0 and u.low[0].endswith("s")) or _is_sender(u, at - 2, floor)
    return before in _INSIDE and at - 2 >= floor and noun


def _is_sender(u: Unit, last: int, floor: int) -> bool:
    """Whether a name that ends at `last` made or sent the noun before it (“a letter from Ada Roe to the board”)."""
    at = next((i for i in range(last, floor, -1) if u.kinds[i] != NAME), floor)
    return floor < at < last and u.low[at] in {"by", "from"} and is_noun(u, at - 1)


def begins_name(u: Unit, at: int) -> bool:
    """Return whether the article at `at` begins the name of the noun before it ("the blog the River Project")."""
    return u.low[at] == "the" and u.low[at - 1] in _CALLED and u.kind_at(at + 1) == NAME


def _has_joined_phrase(u: Unit, last: int, floor: int) -> bool:
    """Whether a phrase at the beginning of its clause ends at `last`, with "and his aides" joined to it."""
    at = last
    while at >= floor and (
        u.kinds[at] == NAME or (u.kinds[at] == WORD and u.low[at] not in _RELATED and not finite_at(u, at))
    ):
        at -= 1
    return at < last and (at < floor or begins_clause(u, at + 1))


def is_noun(u: Unit, index: int) -> bool:
    """Return whether the token can be a noun with a prepositional phrase after it."""
    low, kind = u.low[index], u.kinds[index]
    if low in LINKS or is_adverb(low):
        return False
    return kind == NAME or (kind in {WORD, NUMBER} and low not in _NO_NOUNS)


def _before_name(u: Unit, index: int, floor: int) -> bool:
    """Whether a lower-case word belongs to the name after it: a role, adjective, particle or noun with an article."""
    low = u.low[index]
    if low in _BEFORE_NAMES or is_role(low):
        return True
    if is_finite(low):
        return False
    before = u.kinds[index - 1] if index > floor else STOP
    if (before in {QUOTE, STOP} or _attributive(u, index, floor)) and not is_adverb(low) and low not in TIME:
        return low not in LINKS and (low not in cue_verbs() or low in _NOUNS_TOO)
    for back in range(index, max(floor, index - _ARTICLE_REACH) - 1, -1):
        word = u.low[back]
        if word in _OPENING:
            return (
                back == floor
                or u.kinds[back - 1] in {STOP, QUOTE}
                or u.low[back - 1] in {"and", "but", "that", "as", "while"}
                or (u.low[back - 1] == "of" and u.low[back - 2] in PRONOUNS)
                or (u.low[back - 1] in {"at", "for", "from", "of"} and u.kinds[back - 2] == NAME)
                or (low in _CALLED_PLACES and back > 1 and u.low[back - 1] in _TYING and is_role(u.low[back - 2]))
            )
        if word in LINKS or u.kinds[back] not in {WORD, NAME} or is_adverb(word):
            return False
    return False


def _attributive(u: Unit, index: int, floor: int) -> bool:
    """Whether only names from the start of the clause precede a noun and a name after it ("Norvian aide Ada Roe")."""
    back = index - 1
    while back > floor and u.kinds[back] == NAME:
        back -= 1
    return back < index - 1 and u.kinds[back] == QUOTE


def _real_start(u: Unit, first: int, lowest: int) -> int:
    """Where a phrase really begins when the found part is the object in a relative clause ("critics who oppose it")."""
    begin = max(lowest, first - _RELATIVE_REACH)
    own = u.low[first - 1] in _RELATING and (u.kinds[first] == NAME or u.low[first] in _OPENING)
    if own or _RELATING.isdisjoint(u.low[begin:first]):
        return first  # "an arm which Ada Roe says is quiet"
    for index in range(first - 1, begin - 1, -1):
        verbal = u.kinds[index + 1] == WORD and is_finite(u.low[index + 1])
        which = u.low[index] == "that" and verbal and index > lowest and u.kinds[index - 1] == WORD
        if u.kinds[index] in {STOP, QUOTE} or (u.low[index] in {"that", "and", "but"} and not which):
            return first
        if which and u.low[first - 1] in SUBORDINATORS:
            return first  # "a note that shook the town after Ada Roe"
        where = u.low[index] == "where" and u.low[index - 1] not in cue_verbs()  # "the school where she worked said"
        if u.low[index] in _WHO or which or where:
            if u.low[first - 1] in BE and any(is_finite(low) for low in u.low[index + 1 : first - 1]):
                return first  # "among those who wrote was Ada Roe"
            return _first_of(u, index - 1, lowest) if index > lowest and is_noun(u, index - 1) else first
    return first
