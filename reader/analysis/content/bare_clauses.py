"""Find content without "that" and without marks after a verb: “said it leaks”, “she told me, do not wait”."""

from reader.analysis.content.before_content import PERSON
from reader.analysis.content.questions import begins_question
from reader.analysis.cues.cues import Cue
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.openings import opening_ends
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.predicates import is_publishing_participle, opens_clause, plain_clause
from reader.analysis.syntax.subjects import main_subject, subject_before, subject_of_verb
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs, subject_end
from reader.analysis.words.grammar import (
    ADDRESSED,
    AUXILIARIES,
    CONJUNCTIONS,
    DEPENDING,
    DETERMINERS,
    LINKS,
    MODALS,
    ONLY_OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    WH,
    is_adverb,
    is_contraction,
    is_finite,
    words,
)

_OPENING = words("opening_adverbs")
CLAUSE = 30  # tokens in which a clause must have its verb
_CLAUSAL = frozenset({"say", "argue", "believe", "claim", "insist", "think", "hope", "suspect", "warn"})
_ONLY_CLAUSES = frozenset({"say", "insist", "think", "hope"})  # their object is hardly ever a noun
_STATING = _CLAUSAL | {"tell"}
_PICTURES = words("pictures") | {"link", "links"}
_PIECES = words("pieces") | words("texts")
_CONDITIONS = frozenset({"although", "if", "once", "though", "unless"})
_DATING = frozenset({"after", "before", "during", "last", "later", "since"})
_FRONTING = frozenset({"among", "between", "by", "in", "under", "unlike", "with", "within", "without"})
_ENDS = frozenset({".", ";", "“”", ""})
_PARTICLES = frozenset({"down", "off", "out", "over", "up"})  # "the fire was out"
_NO_SUBJECTS = (
    LINKS
    | (PRONOUNS - DETERMINERS)
    | {"goodbye", "hello", "less", "little", "more", "much", "no", "nothing", "so", "something", "yes"}
)
_SPEECH = frozenset({"grace", "piece", "prayer", "prayers", "same", "thing", "things", "word", "words"})
_LONG_OBJECT = 4  # maximum tokens of an object of "said" with what depends on it
_NOUN_PHRASE = 3  # minimum tokens of a subject with its verb
_BEHIND_OBJECT = frozenset({"about", "after", "because", "before", "that", "when", "which", "who"})
_SAID = 4  # minimum tokens after "said" for more than a word or two
_TIMES = TIME | {"days", "moment", "moments", "time", "times", "years"}
_PARTING = frozenset({"after", "because", "before", "since", "until", "when", "while"})
_BEHIND_ANSWER = frozenset({"and", "but", "or", "then", "to", "while"})
_SPEAKING = frozenset({"answer", "ask", "reply", "say", "tell"})
_ORDERS = words("orders")
_NO_SPEECH = frozenset({"although", "and", "as", "but", "even", "if", "nor", "not", "or", "so", "though", "yet"})
_INTERJECTIONS = frozenset({"ah", "hello", "look", "no", "oh", "okay", "please", "sorry", "well", "yes"})
_JOINING = frozenset({"and", "but", "so", "then"})
_HABITS = frozenset({"like", "likes", "liked", "use", "used"})
_DEPENDENT = DEPENDING | {"as", "what"}
_MAIN_REACH = 40  # maximum tokens before the verb of a clause at the beginning
_MAX_ADDRESSEE = 5  # maximum tokens of the addressee


def begins_bare_clause(u: Unit, cue: Cue, begin: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether a clause without "that" begins at `begin`, by its verb, by "say" or by a missing subject."""
    low, following = u.low_at(begin), u.low_at(begin + 1)
    answers = low in {"no", "yes"} and u.low_at(begin + 2) != "that"
    answers = answers and (begin + 1 >= len(u) or following in _BEHIND_ANSWER)
    below = low in {"as", "because", "while"} and following != "of"
    if answers or (below and "," not in u.low[begin : begin + CLAUSE]):
        return False  # "Ada Roe said no and the others said yes", but "said yes and that she would come"
    if _is_thing_made(u, cue, begin):
        return False
    sure = cue.verb.lemma in _ONLY_CLAUSES and cue.group > 0 and _has_subject(u, cue.group)
    if opens_clause(u, begin) or (
        cue.verb.kind in {"saying", "showing", "thinking"}
        and plain_clause(u, begin, singular=cue.verb.lemma in _CLAUSAL, sure=sure)
    ):
        return True
    if u.kind_at(begin) not in {WORD, NAME, NUMBER}:
        return False
    if u.low[begin] in PERSONAL and u.low[begin + 1 : begin + 4 : 2] == [",", ","]:
        return finite_between(u, begin + 4, min(len(u) - 1, begin + PERSON))
    if finite_at(u, begin) and u.low[begin] in AUXILIARIES and begin == cue.last + 1:
        return begin + 2 < len(u) and cue.verb.form != "ing" and not cue.passive
    if begins_with_subclause(u, cue, begin) or (
        cue.verb.lemma in _ONLY_CLAUSES
        and (_opens_with_phrase(u, begin) or (sure and cue.verb.lemma == "say" and _is_no_object(u, begin)))
    ):
        return True
    if cue.verb.lemma not in _CLAUSAL or u.low[begin] in LINKS:
        return False
    long = len(u) - begin > _SAID
    opening = u.kinds[begin] != WORD or u.low[begin] in DETERMINERS or u.low[begin].endswith("ing")
    opening = opening or u.low[begin].endswith("s")
    if not (opening and long):
        return False
    last = min(len(u) - 1, begin + CLAUSE)
    parted = (at for at in range(begin + 1, last) if u.low[at] in _PARTING)
    # “said the day when boats pass will come”
    parted = (at for at in parted if u.low[at] != "when" or u.low[at - 1] not in _TIMES)
    return any(not is_publishing_participle(u, at) for at in finite_verbs(u, begin + 1, next(parted, last) + 1))


def _has_subject(u: Unit, group: int) -> bool:
    """Whether a verb group has its subject before it, perhaps with an aside between (“Roe, meanwhile, said”)."""
    if u.low[group - 1] != ",":
        return u.kinds[group - 1] != STOP
    subject = subject_before(u, group)
    return subject is not None and subject.last < group - 2  # more than the comma is between them


def _is_no_object(u: Unit, begin: int) -> bool:
    """Whether a noun phrase after "said" is too long to be its object, which is hardly ever more than a word or two.

    So it is the subject of a clause, whose verb no list may have ("said the two raised it").
    """
    if u.low[begin] in _NO_SUBJECTS:
        return False
    end = next((at for at in range(begin, len(u)) if u.kinds[at] in {STOP, QUOTE}), len(u))
    phrase = next((at for at in range(begin, end) if u.low[at] in PREPOSITIONS or u.low[at] in _BEHIND_OBJECT), end)
    long = end - begin > _LONG_OBJECT and phrase - begin >= _NOUN_PHRASE
    return long and _SPEECH.isdisjoint(u.low[begin:phrase])


def _is_thing_made(u: Unit, cue: Cue, begin: int) -> bool:
    """Whether the object is what is written, or what a picture shows, so that a verb after it begins no clause."""
    if cue.verb.kind == "writing":  # "tweeted a photo of men killed there", "wrote a short post dedicated to them"
        things = _PICTURES | _PIECES if u.low_at(begin) in {"a", "an"} else _PICTURES
        return not things.isdisjoint(u.low[begin : begin + _SAID])
    modifies = cue.verb.form == "ing" and cue.group == cue.first > 0 and u.kinds[cue.first - 1] in {WORD, NAME}
    # "a film showing boats being mended"
    return cue.verb.kind == "showing" and modifies and u.low[cue.first - 1] not in CONJUNCTIONS


def _opens_with_phrase(u: Unit, begin: int) -> bool:
    """Whether a clause opens with a phrase that belongs to it (“said without help it would close”)."""
    comma = next(u.commas(begin + 1, begin + PERSON), 0)
    if comma and u.low[begin] in _DATING and not finite_between(u, begin, comma - 1):
        return _can_begin_subject(u, comma + 1) and opens_clause(u, comma + 1)  # "said during the war, he hid there"
    governed = begin + 1 + (u.low[begin : begin + 2] == ["because", "of"])
    if u.low[begin] not in _FRONTING and governed == begin + 1:
        return False
    phrase = phrase_from(u, governed, len(u))
    behind = len(u) if phrase is None or phrase.kind == "pronoun" else phrase.last + 1
    behind += u.low_at(behind) == ","
    return behind < len(u) and _can_begin_subject(u, behind) and opens_clause(u, behind)


def _can_begin_subject(u: Unit, at: int) -> bool:
    """Whether a subject can begin at a token: a pronoun, an article, a name, “there”, a number, a plural."""
    low, before = u.low[at], u.low[at - 1]
    governed = (before in PREPOSITIONS and before not in _PARTICLES) or before in DETERMINERS
    if governed or u.kinds[at - 1] == u.kinds[at] == NAME:
        return False
    subject = low in PERSONAL or low in DETERMINERS or low in PRONOUNS or low in {"people", "there"}
    return subject or u.kinds[at] in {NAME, NUMBER} or is_contraction(low)


def begins_with_subclause(u: Unit, cue: Cue, begin: int) -> bool:
    """Return whether the content begins with a subordinate clause (“said if it rains, it leaks”)."""
    low = u.low_at(begin)
    if (
        cue.verb.kind not in {"saying", "thinking"}
        or cue.verb.lemma not in _STATING
        or (low not in {"what", "when"} and low not in _CONDITIONS)
    ):
        return False
    last = min(len(u) - 1, begin + CLAUSE)
    if low == "what" and begin < last and is_finite(u.low[begin + 1]):
        verb = next(finite_verbs(u, begin + 2, last), last)
        return verb < last and DEPENDING.isdisjoint(u.low[begin + 2 : verb])
    if low == "what":
        return subject_end(u, begin, last) < last
    comma = next((at for at in u.commas(begin + 2, last) if finite_between(u, begin, at)), last)
    if comma < last:
        return opens_clause(u, comma + 1)
    verbs = list(finite_verbs(u, begin + 2, last))  # "said if it rains the weir would leak"
    later = len(verbs) > 1 and u.low[verbs[-1]] in MODALS
    if low == "when" or later:
        return later
    end = next((at for at in range(begin + 1, last) if u.low[at] in _ENDS), last + 1)
    plain = cue.verb.lemma in _ONLY_CLAUSES  # “said if the rain stops they will play”
    return plain and any(_can_begin_subject(u, at) and opens_clause(u, at) for at in range(begin + 3, end - 1))


def with_opening_adverb(u: Unit, cue: Cue, found: Content | None) -> Content | None:
    """Return a clause extended to the adverb that opens it (“said only three had come”); None without a clause."""
    if found is None or found.how != "bare":
        return found
    first = found.first
    while first - 1 > cue.last and u.low[first - 1] in _OPENING:
        first -= 1
    return Content(first, found.last, found.how)


def unmarked_speech(u: Unit, cue: Cue) -> Content | None:
    """Return direct speech without marks after a comma: a clause, an order or a question; None without one.

    The reporting verb must be that of a main clause at the beginning: between commas it would only close the words
    before it (“It is late, Roe said, we must go”).
    """
    if cue.verb.lemma not in _SPEAKING or cue.shape != "verb" or cue.passive or cue.negated:
        return None
    comma = _after_addressee(u, cue)
    at = comma + 1
    if u.low_at(comma) != "," or not _is_main_verb(u, cue):
        return None
    if u.low_at(at) in _INTERJECTIONS and u.low_at(at + 1) == "," and opens_clause(u, at + 2):
        return Content(at, clause_end(u, at), "bare")
    if at + 2 >= len(u) or u.low[at] in _NO_SPEECH or u.low[at] in PREPOSITIONS:
        return None
    states = (u.low[at] == "that" or u.low[at] not in DEPENDING) and opens_clause(u, at)
    asks = begins_question(u, at + (u.low[at] in WH))  # “where are you going?”, “is it far?”
    return Content(at, clause_end(u, at), "bare") if states or asks or _is_imperative(u, at) else None


def _is_main_verb(u: Unit, cue: Cue) -> bool:
    """Whether the cue is the verb of a clause that opens the unit, or follows its adverbials or a conjunction."""
    habit = cue.verb.form == "base" and u.low[cue.first - 1] == "to" and u.low[cue.first - 2] in _HABITS
    if cue.first > _MAIN_REACH or (cue.verb.form not in {"past", "s"} and not habit):
        return False
    source = subject_of_verb(u, cue.first - 2 if habit else cue.first)
    if source is None and u.low[cue.group - 1] in _JOINING:
        source = main_subject(u, cue.group)  # "took me aside and said, go home"
    if source is None or not _DEPENDENT.isdisjoint(u.low[: cue.first]):
        return False
    first = source.first
    if first and u.low[first - 1] == ",":
        return False  # "Still, Roe said, it leaks"
    return (
        first == 0 or first in opening_ends(u) or u.low[first - 1] in _JOINING or (first == 1 and is_adverb(u.low[0]))
    )


def _after_addressee(u: Unit, cue: Cue) -> int:
    """The token after the addressee (“told me”, “said to the guard”); without one, the token after the cue."""
    at = behind = cue.last + 1
    to = u.low_at(at) == "to"
    at += to
    if at >= len(u) or not (to or cue.verb.lemma in ADDRESSED):
        return behind
    if u.low[at] in ONLY_OBJECTS:
        return at + 1
    hearer = phrase_from(u, at, min(len(u), at + _MAX_ADDRESSEE))
    return hearer.last + 1 if hearer is not None and hearer.first == at else behind


def _is_imperative(u: Unit, at: int) -> bool:
    """Whether an imperative is at a token (“go home”, “never lend it”)."""
    at += u.low[at] in {"never", "please", "always", "just"}
    return u.kinds[at] == WORD and (u.low[at] in _ORDERS or u.low[at - 1] == "never")
