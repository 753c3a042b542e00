"""Define closed classes of English words and the forms of cue verbs, read once from the data files."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reader.analysis.words.lexicon import entries, lines, table
from reader.analysis.words.memo import cached_by_form

_CLASSES = {name: frozenset(columns[0].split()) for name, columns in table("closed_classes").items()}


def words(name: str) -> frozenset[str]:
    """Return the words of the class `name` of data/closed_classes.txt."""
    return _CLASSES[name]


ADDRESSED = words("addressed")
ADVERBS = words("adverbs")
AUXILIARIES = words("auxiliaries")
BE = words("be")
CONJUNCTIONS = words("conjunctions")
COORDINATORS = words("coordinators")
DETERMINERS = words("determiners")
DONE = words("done")  # participles without a regular ending
FINITE = words("finite")
LIGHT = words("light")
MODALS = words("modals")
OBJECTS = words("objects")
ORGS = words("orgs")
PERSONAL = words("personal")
POSSESSIVES = words("possessives")
ONLY_OBJECTS = OBJECTS - POSSESSIVES
"""Pronouns that are objects and no possessives."""
PREPOSITIONS = words("prepositions")
PRONOUNS = words("pronouns")
RELATIVES = words("relatives")
SUBORDINATORS = words("subordinators")
TIME = words("time")
TITLES = entries("titles") | {title.rstrip(".") for title in entries("titles", "voices")}
WH = words("wh")

DASHES = frozenset({"–", "—", "-", "―", "--"})
ISSUING = words("issuing") | words("making")  # what people do with a text of their own
LINKS = CONJUNCTIONS | PREPOSITIONS  # words that join what follows them to what precedes
FUNCTION_WORDS = LINKS | DETERMINERS
DEPENDING = RELATIVES | SUBORDINATORS  # words that open a dependent clause
LONG_DASHES = DASHES - {"-"}
PERSONS = frozenset({"he", "she", "they", "who"})  # pronouns of the third person
STARTERS = frozenset(
    word for word in entries("openers", "voices") if TIME.isdisjoint({word.lower(), f"{word.lower()}."})
)
"""Capitalised words that begin a sentence, also after an abbreviation, where a day or a month does not."""
SPEECH_STOPS = frozenset(",.!?")  # the last character inside the closing mark of speech
GENITIVES = ("'s", "’s", "s'", "s’")
IDIOMS = frozenset(tuple(each.split("-")) for each in words("idioms"))
"""Adverbs of two words that may come between a subject and its verb."""
_CONTRACTING = words("contracting")
_CONTRACTED = frozenset({"s", "re", "m", "ve", "ll", "d"})
_NO_ADVERBS = words("no_adverbs")
_ROLES = entries("role_nouns") | entries("roles", "voices")
ROLE_ENDINGS = tuple(words("role_endings"))
_SPEAKING = entries("speaking_nouns") | (entries("bodies", "voices") - words("silent_bodies"))
_SPEECHLESS = entries("speechless", "voices")
_SHORTEST_PARTICIPLE = 4
_SHORTEST_ROLE = 6  # letters of a role with such an ending ("cyclist", but not "gist" or "twist")
_EVIDENCE = words("evidence")
_NO_PARTICIPLES = words("no_participles")
_NO_PLURALS = words("no_plurals")
_IRREGULAR_PLURALS = words("irregular_plurals")


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a cue verb: its lemma, class, frames (see data/cue_verbs.txt) and form: base, s, ing or past."""

    lemma: str
    kind: str
    frames: str
    form: str


@cache
def cue_verbs() -> dict[str, Verb]:
    """Return every form of every cue verb, by the form in lower case."""
    return verb_forms(lines("cue_verbs"))


def cue_form(low: str) -> str:
    """Return the form of a cue verb (see `Verb`); "" for any other word."""
    verb = cue_verbs().get(low)
    return "" if verb is None else verb.form


@cache
def prepositional_verbs() -> dict[str, tuple[Verb, frozenset[str]]]:
    """Return every form of the verbs of data/attitude_phrases.txt (class "thinking") with their prepositions."""
    found: dict[str, tuple[Verb, frozenset[str]]] = {}
    for line in lines("attitude_phrases"):
        lemma, prepositions, forms = line.split("\t")
        for form in forms.split():
            found.setdefault(form, (Verb(lemma, "thinking", "", _form(form, lemma)), frozenset(prepositions.split())))
    return found


def _form(form: str, lemma: str) -> str:
    if form == lemma:
        return "base"
    return "ing" if form.endswith("ing") else "s" if form.endswith("s") else "past"


def verb_forms(rows: Iterable[str]) -> dict[str, Verb]:
    """Return the verbs of the rows of a list like data/cue_verbs.txt, by each of their forms."""
    found: dict[str, Verb] = {}
    for line in rows:
        lemma, kind, frames, forms = line.split("\t")
        for form in forms.split():
            found.setdefault(form, Verb(lemma, kind, frames, _form(form, lemma)))
    return found


def lowered(word: str) -> str:
    """Return a word in lower case; the country "US" stays as it is, as it is no pronoun."""
    return word if word == "US" else word.lower()


@cached_by_form
def is_adverb(low: str) -> bool:
    """Return whether a word can be between a subject and its verb: a listed adverb, or one in -ly."""
    if low in ADVERBS:
        return True
    return low.endswith("ly") and len(low) > _SHORTEST_PARTICIPLE and low not in _NO_ADVERBS and low[0].islower()


@cached_by_form
def is_role(low: str) -> bool:
    """Return whether a lower-case noun can be a role before a name ("blogger", "activist")."""
    return low in _ROLES or (len(low) >= _SHORTEST_ROLE and low.endswith(ROLE_ENDINGS))


def is_contraction(low: str) -> bool:
    """Return whether a word is a pronoun and a verb in one ("she's", "they’ll")."""
    if "'" not in low and "’" not in low:
        return False
    head, _, tail = low.replace("’", "'").partition("'")
    return tail in _CONTRACTED and head in _CONTRACTING


def is_plural(low: str) -> bool:
    """Return whether a word has the regular ending of a plural ("mills", but not "bus" or "news")."""
    return low.endswith("s") and low[-2:] not in {"is", "ss", "us"} and low not in _NO_PLURALS


def means_several(low: str) -> bool:
    """Return whether a noun means several people or things, with or without the regular ending ("firemen", "staff")."""
    return is_plural(low) or low in _IRREGULAR_PLURALS or (low.endswith("men") and low not in _NO_PLURALS)


def without_genitive(low: str) -> str:
    """Return a word without its possessive ending."""
    if not low.endswith(GENITIVES):
        return low
    return next(low.removesuffix(ending) for ending in GENITIVES if low.endswith(ending))


@cached_by_form
def can_speak(low: str) -> bool:
    """Return whether a noun names a person, a body or a document that can say something."""
    low = low.removesuffix("'s").removesuffix("’s")
    several = (low.endswith("s") and is_role(low[:-1])) or (low.endswith("ies") and can_speak(f"{low[:-3]}y"))
    return low in _SPEAKING or is_role(low) or several or low.endswith("men")


@cached_by_form
def can_speak_or_show(low: str) -> bool:
    """Return whether a noun can speak, or is something that “shows” or “suggests” (“figures”)."""
    return can_speak(low) or low in _EVIDENCE


def is_actor(low: str) -> bool:
    """Return whether a noun can speak, or names several people by what they do ("anglers", "typists")."""
    return can_speak(low) or low.endswith(("ers", "ists", "ors"))


@cached_by_form
def is_mute(low: str) -> bool:
    """Return whether a noun, in either number, names a thing, a time or an event, which cannot speak."""
    return (low in _SPEECHLESS or low.removesuffix("s") in _SPEECHLESS) and not can_speak(low)


@cached_by_form
def is_finite(low: str) -> bool:
    """Return whether a word is likely a finite verb: listed, or a past form in -ed."""
    return low in FINITE or (len(low) >= _SHORTEST_PARTICIPLE and low.endswith("ed"))


@cached_by_form
def is_participle(low: str) -> bool:
    """Return whether a word has the form of a participle."""
    return len(low) > _SHORTEST_PARTICIPLE and low.endswith(("ing", "ed"))


@cached_by_form
def is_present_participle(low: str) -> bool:
    """Return whether a word has the form of a present participle and is no noun or preposition such as "during"."""
    return len(low) > _SHORTEST_PARTICIPLE and low.endswith("ing") and low not in _NO_PARTICIPLES
