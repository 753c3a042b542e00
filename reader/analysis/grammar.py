"""Closed classes of words and the forms of cue verbs, read once from the data files."""

from dataclasses import dataclass
from functools import cache

from reader.analysis.lexicon import entries, lines, table

_CLASSES = {name: frozenset(columns[0].split()) for name, columns in table("closed_classes").items()}

ADVERBS = _CLASSES["adverbs"]
AUXILIARIES = _CLASSES["auxiliaries"]
BE = _CLASSES["be"]
LIGHT = _CLASSES["light"]
CONJUNCTIONS = _CLASSES["conjunctions"]
COORDINATORS = _CLASSES["coordinators"]
PREPOSITIONS = _CLASSES["prepositions"]
DETERMINERS = _CLASSES["determiners"]
PRONOUNS = _CLASSES["pronouns"]
PERSONAL = _CLASSES["personal"]
OBJECTS = _CLASSES["objects"]
POSSESSIVES = _CLASSES["possessives"]
RELATIVES = _CLASSES["relatives"]
WH = _CLASSES["wh"]
TIME = _CLASSES["time"]
ORGS = _CLASSES["orgs"]
FINITE = _CLASSES["finite"]
ROLES = entries("role_nouns")
SPEAKING = entries("speaking_nouns")


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a cue verb: its lemma, class, frames (see data/cue_verbs.txt) and form: base, s, ing or past."""

    lemma: str
    kind: str
    frames: str
    form: str


@cache
def cue_verbs() -> dict[str, Verb]:
    """Every form of every cue verb, by the form in lower case."""
    found: dict[str, Verb] = {}
    for line in lines("cue_verbs"):
        lemma, kind, frames, forms = line.split("\t")
        for form in forms.split():
            name = "base" if form == lemma else "ing" if form.endswith("ing") else "s" if form.endswith("s") else "past"
            found.setdefault(form, Verb(lemma, kind, frames, name))
    return found


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb: a listed adverb, or one in -ly."""
    return low in ADVERBS or (len(low) > 4 and low.endswith("ly") and low not in {"family", "july", "italy", "daily", "weekly", "monthly", "ally", "assembly", "reply", "supply", "apply", "rally"})


def is_role(low: str) -> bool:
    """Whether a lower-case noun may stand as a role before a name ("blogger", "activist")."""
    return low in ROLES or low.endswith(("ist", "eer", "ologist", "woman", "man", "crat", "maker", "writer", "blogger"))


def speaks(low: str) -> bool:
    """Whether a noun names a person, a body or a document that can say something."""
    low = low.removesuffix("'s").removesuffix("’s")
    return low in SPEAKING or is_role(low) or (low.endswith("s") and is_role(low[:-1])) or low.endswith("men")


def is_finite(low: str) -> bool:
    """Whether a word is likely a finite verb: listed, or a past form in -ed."""
    return low in FINITE or (len(low) > 3 and low.endswith("ed"))
