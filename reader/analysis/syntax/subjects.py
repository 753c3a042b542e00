"""Find the subject before a verb, skipping auxiliaries, appositions, relative clauses and adverbials."""

from reader.analysis.syntax.adjuncts import PAUSES, adverbial, after_time, before_adjunct, before_date, dateline
from reader.analysis.syntax.openings import clause_start, opens
from reader.analysis.syntax.postposed import affiliates, phrase_from
from reader.analysis.syntax.subject_extension import (
    interrupts,
    modifier_head,
    participle_head,
    unclosed_apposition,
    whole_list,
)
from reader.analysis.units.noun_phrases import LONGEST, is_noun, phrase_ending_at
from reader.analysis.units.phrase_heads import is_only_a_title
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs, verb_group
from reader.analysis.words.grammar import (
    CONJUNCTIONS,
    DONE,
    ORGS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_STOPS,
    TIME,
    cue_verbs,
    is_adverb,
    is_contraction,
    is_participle,
    words,
)

_ASIDE_OPENERS = words("aside_openers")
_WRITTEN = words("naming") | words("naming_nouns") | {"bearing", "called", "of", "reading"}
_PREMODIFIERS = frozenset({"acclaimed", "disgraced", "exiled", "imprisoned", "jailed", "renowned", "retired"})
_ABOUT = frozenset({"about", "below", "beneath", "on", "under"})
_OF_THINGS = frozenset({"that", "which"})
_NO_SUBJECTS = TIME | {"not"}
_MAIN_REACH = 60
_LONG_SUBJECT = 60  # maximum tokens of a subject with its appositions and relative clauses
_DEPENDING = frozenset({"after", "as", "because", "before", "how", "if", "when", "whether", "while", "why"})
_TITLE = 70  # maximum characters of a title in quotation marks inside an apposition
_DEEPEST = 6  # maximum asides between a subject and its verb


def subject_before(u: Unit, at: int, lowest: int = 0, depth: int = 0) -> Phrase | None:
    """Return the subject that ends before token `at`, no further left than `lowest`; None without one.

    An apposition between commas belongs to it ("Ada Roe, a fellow at X, said"), a relative clause or an adverbial
    between commas does not. `depth` counts the asides already skipped. A fifth of the calls are repeated.
    """
    place = at, lowest, depth
    if place not in u.subjects:
        begin = clause_start(u, at) if lowest == depth == 0 else lowest
        found = None if begin != lowest and _closes_apposition(u, begin, at) else _before(u, at, begin, depth)
        found = found if found is not None or begin == lowest else _before(u, at, lowest, depth)
        u.subjects[place] = found
    return u.subjects[place]


def _closes_apposition(u: Unit, first: int, at: int) -> bool:
    """Whether a single phrase fills the tokens to the comma before a verb ("On Twitter Ada Roe, the mayor, said")."""
    return at - 1 > first and u.low[at - 1] == "," and u.kinds[first] != NAME and "," not in u.low[first : at - 1]


def _before(u: Unit, at: int, lowest: int, depth: int) -> Phrase | None:  # noqa: C901, PLR0911 - one return a reason
    last = u.before_brackets(at - 1, lowest - 1)
    last = _before_participle(u, last, before_adjunct(u, before_date(u, last, lowest), lowest), lowest)
    if last < lowest or depth > _DEEPEST:
        return None
    if u.stop(last) == "," and not ends_direct_speech(u, last):
        return _name_before_title(u, last, lowest)
    if u.low[last] not in PAUSES:
        further = _comma_before(u, at, lowest) if depth else None  # one comma closes an aside and opens the next
        begins = "that" if further is None else u.low[further + 1]
        if further is not None and begins not in CONJUNCTIONS and begins != "that" and _is_aside(u, further + 1):
            return subject_before(u, further, lowest, depth + 1)
        return _right_before(u, last, lowest, depth)
    opening = _from_opening(u, last, lowest) if depth == 0 else None
    if opening is not None:
        return opening
    comma = _comma_before(u, last, lowest)
    if comma is None:
        return None if last - 1 < lowest or adverbial(u, lowest) else phrase_ending_at(u, last - 1, lowest)
    comma = comma if _follows_name_apart(u, comma, lowest) else _aside_from(u, comma, lowest)
    if u.low[comma + 1] in {"he", "she", "they"}:
        return None  # a clause, with which the verb shares its subject
    if _is_aside(u, comma + 1):
        return subject_before(u, comma, lowest, depth + 1)
    closed = u.low[comma - 1] == ","
    base = subject_before(u, comma, lowest, depth + 1) if closed else phrase_ending_at(u, comma - 1, lowest)
    if base is not None and comma + 2 == last and u.kinds[comma + 1] == NUMBER:
        return base.reaching(base.first, comma + 1)
    if base is None or base.kind == "pronoun":
        return base
    return _with_apposition(u, base, comma + 1, last - 1, lowest)


def _follows_name_apart(u: Unit, comma: int, lowest: int) -> bool:
    """Whether an apposition begins at a comma, and its name at another one (“allowing it, Roe, the mayor, said”)."""
    name = phrase_ending_at(u, comma - 1, lowest) if u.kinds[comma - 1] == NAME else None
    apart = name is not None and name.kind == "name" and name.first > lowest and u.low[name.first - 1] == ","
    return apart and not _is_aside(u, comma + 1)


def _before_participle(u: Unit, adjunct: int, last: int, lowest: int) -> int:
    """The noun before a participle at `last` that has a time phrase after it (“a study published in May”).

    That phrase ends at `adjunct`.
    """
    done = last < adjunct and last > lowest and (is_participle(u.low[last]) or u.low[last] in DONE)
    return last - 1 if done and u.kinds[last] == WORD and is_noun(u, last - 1) else last


def _name_before_title(u: Unit, marks: int, lowest: int) -> Phrase | None:
    """The name whose apposition ends in the marks of a title (“In May, Ada Roe, author of “Eels,” said”)."""
    found = _from_opening(u, marks + 1, lowest)
    comma = None if found is not None else _comma_before(u, marks, lowest)
    if comma is not None:
        found = phrase_ending_at(u, comma - 1, lowest)
    return None if found is None else found.reaching(found.first, marks)


def _is_object_of_verb(u: Unit, phrase: Phrase) -> bool:
    """Whether a thing with a relative clause is what a verb before it is about (“Roe linked to a report that said”)."""
    at = phrase.first - 1 - (u.low[phrase.first - 1] in PREPOSITIONS)
    relative = phrase.last + 1 + (u.low_at(phrase.last + 1) in PREPOSITIONS)
    return u.low_at(relative) in _OF_THINGS and u.low[at].endswith("ed") and is_participle(u.low[at])


def _right_before(u: Unit, last: int, lowest: int, depth: int) -> Phrase | None:
    """The subject whose last token is `last`, with its modifiers; “even” before it belongs to it after marks."""
    phrase = phrase_ending_at(u, _noun_before_it(u, last, lowest), lowest)
    listed_words = phrase is not None and phrase.kind == "noun" and u.low[last] not in RELATIVES
    if phrase is not None and listed_words and "," in u.low[phrase.first : last] and interrupts(u, last + 1):
        comma = last - u.low[phrase.first : last][::-1].index(",")
        phrase = phrase_ending_at(u, last, comma)  # "the weir, millers said, leaks"
    if phrase is None or phrase.first - 2 < lowest:
        return phrase  # it opens the clause, the most common case
    whole = _before_place(u, phrase, lowest, depth)
    if whole is not None:
        return whole
    if not _is_object_of_verb(u, phrase):
        phrase = modifier_head(u, participle_head(u, phrase, lowest), lowest)
    inside = phrase is not None and phrase.kind == "noun" and u.low[phrase.first - 1] == ","
    if inside and interrupts(u, last + 1):
        return phrase  # "the answer, millers and bakers say, is no"
    phrase = whole_list(u, unclosed_apposition(u, phrase, lowest), lowest)
    phrase = _name_of_listing_body(u, phrase, lowest) or phrase
    if phrase is None or phrase.first - 2 < lowest or u.kinds[phrase.first - 2] != QUOTE:
        return phrase
    even = u.kinds[phrase.first - 1] == WORD and is_adverb(u.low[phrase.first - 1])
    return phrase.reaching(phrase.first - 1, phrase.last) if even else phrase


def _before_place(u: Unit, phrase: Phrase, lowest: int, depth: int) -> Phrase | None:
    """The subject with an apposition before a place and the verb (“Ada Roe, a miller, in the Post argued”)."""
    if u.low[phrase.first - 1] not in {"at", "for", "in", "on"} or u.low[phrase.first - 2] != ",":
        return None
    subject = subject_before(u, phrase.first - 1, lowest, depth + 1)
    return subject if subject is not None and "," in u.low[subject.first : phrase.first - 2] else None


def _noun_before_it(u: Unit, last: int, lowest: int) -> int:
    """The noun before a preposition and "it" ("the first comment under it"), else `last` itself."""
    it = u.low[last] == "it" and last - 2 >= lowest and u.low[last - 1] in _ABOUT and u.kinds[last - 2] == WORD
    return last - 2 if it else last


def subject_of_verb(u: Unit, verb: int) -> Phrase | None:
    """Return the subject that ends before the verb group of the verb at token `verb`."""
    return subject_before(u, verb_group(u, verb)[0])


def _from_opening(u: Unit, comma: int, lowest: int) -> Phrase | None:
    """The phrase that opens the clause when all between it and the `comma` before the verb depends on it.

    That is appositions, relative clauses and participles between commas, however long; it opens the clause at the
    unit's start or after a marked span.
    """
    floor = min(comma, max(lowest, comma - _LONG_SUBJECT))
    spoken = (at for at in reversed(u.marked(floor, comma - 1)) if ends_direct_speech(u, at))
    start = next(spoken, floor - 1) + 1
    if start > lowest and u.kinds[start - 1] != QUOTE:
        return None
    start += dateline(u, start, comma) if start == 0 else 0
    start = after_time(u, start, comma)
    while start < comma and (u.low[start] in {"as", "but", "and", "yet", "so", ","}):
        start += 1
    if adverbial(u, start) or is_adverb(u.low[start]) or is_contraction(u.low[start]) or u.low[start] in _NO_SUBJECTS:
        return None
    phrase = _with_name_after(u, phrase_from(u, start, comma), comma)
    if phrase is None or phrase.last >= comma or phrase.kind == "pronoun" or _ends_in_verb(u, phrase):
        return None
    if u.low_at(phrase.last + 1) == "that" and u.low[phrase.last] in cue_verbs():
        return None  # "The Post reports that Roe, of Tarn, said"
    return phrase if is_dependent(u, phrase.last + 1, comma) else None


def ends_direct_speech(u: Unit, at: int) -> bool:
    """Return whether direct speech ends at `at`: marks with punctuation inside, and no title ("author of “Eels,”")."""
    noun = at - 2 if at > 1 and u.low[at - 1] == "," else at - 1  # "a cape bearing the words, “…,”"
    titled = at > 0 and u.low[noun] in _WRITTEN and u.ends[at] - u.starts[at] < _TITLE
    return u.stop(at) in SPEECH_STOPS and not titled


def _with_name_after(u: Unit, phrase: Phrase | None, comma: int) -> Phrase | None:
    """The phrase with the name after it and after a comma or dash, before token `comma`."""
    if phrase is None or phrase.kind != "noun":
        return phrase
    pause = phrase.last + 1
    pause += 2 if u.low[pause : pause + 2] == ["of", "those"] else 0  # "one of those who stayed, Ada Roe, said"
    if pause + 1 >= comma:
        return phrase
    narrowed = u.low[pause] in {"that", "who"} or is_participle(u.low[pause]) or is_participle(u.low[phrase.last])
    while narrowed and pause < comma and u.low[pause] not in PAUSES:
        pause += 1  # "the man who built it, Ada Roe, said", "the judge leading the inquiry, Ada Roe, said"
    if pause + 1 < comma and u.low[pause] in PAUSES:
        aged = u.low[pause + 1].endswith("-year-old") or u.low[pause + 1] in _PREMODIFIERS
        titled = u.low[pause + 1] == "the" and u.low[pause] == ","  # "the man who built it, the mason Otto Reed, said"
        inner = phrase_from(u, pause + 1, comma) if aged or titled or u.kinds[pause + 1] == NAME else None
        if inner is not None and inner.kind == "name":
            return inner.reaching(phrase.first if u.low[pause] == "," else inner.first, inner.last)
    return phrase


def _ends_in_verb(u: Unit, phrase: Phrase) -> bool:
    """Whether a noun phrase ends in a verb with an object after it (“the council closed the mill, …”)."""
    verb = phrase.kind == "noun" and phrase.last > phrase.first + 1 and finite_at(u, phrase.last)
    return verb and u.low[phrase.last + 1] in {"a", "an", "the"}


def is_dependent(u: Unit, first: int, comma: int) -> bool:
    """Return whether appositions, relative clauses and adverbials, but no main verb, fill the tokens to the `comma`."""
    depends = around = relative = False
    for at in range(first, comma):
        low = u.low[at]
        if low in RELATIVES or low in _DEPENDING or (low == "asked" and u.low[at - 1] == ","):
            depends = True
            relative = relative or (u.low[at - 1] == "," and low != "asked")
        elif u.kinds[at] == STOP and low in {",", "–", "—"}:
            depends, around, relative = relative and around, depends and not relative, False
        elif low in {":", ";"} or (finite_at(u, at) and not depends):
            return False
    return True


def _name_of_listing_body(u: Unit, phrase: Phrase | None, lowest: int) -> Phrase | None:
    """The name that opens the clause where the phrase only ends the name of a body in its unclosed apposition.

    That is "Ada Roe, a fellow at the Council on Eels, Carp and Pike said".
    """
    if phrase is None or phrase.kind != "name" or phrase.first - 2 < lowest or u.low[phrase.first - 1] != ",":
        return None
    if not {"and", "or"} & set(u.low[phrase.first : phrase.last]) or interrupts(u, phrase.last + 1):
        return None
    opening = _from_opening(u, phrase.last + 1, lowest)
    if opening is None or opening.kind != "name" or opening.head_last + 1 >= phrase.first - 1:
        return None
    at = phrase.first - 2
    while at > opening.head_last and (u.kinds[at] == NAME or u.low[at] == ","):
        at -= 1
    body = u.kinds[at - 1] == NAME and u.low[at - 1] in ORGS and u.low[at] in {"for", "of", "on"}
    return opening.reaching(opening.first, phrase.last) if body else None


def _is_aside(u: Unit, first: int) -> bool:
    """Whether the words after a comma are a relative clause or an adverbial, not an apposition."""
    low = u.low[first]
    if low in RELATIVES or low in CONJUNCTIONS or is_participle(low) or is_adverb(low) or low in DONE:
        return True
    return low in PREPOSITIONS and not affiliates(u, first)


def _with_apposition(u: Unit, base: Phrase, first: int, last: int, lowest: int) -> Phrase:
    """The phrase of `base`, a comma and the apposition `first` to `last`; the name of the two is the head."""
    if base.kind != "name" and base.first - 2 >= lowest and u.low[base.first - 1] == ",":
        further = phrase_ending_at(u, base.first - 2, lowest) if u.kinds[base.first - 2] == NAME else None
        if further is not None and further.kind == "name":
            base = further.reaching(further.first, base.last)
    inner = phrase_ending_at(u, last, first) if base.kind == "noun" or is_only_a_title(u, base) else None
    if inner is not None and inner.kind == "name" and inner.first == first:
        return inner.reaching(base.first, last)
    return base.reaching(base.first, last)


def _comma_before(u: Unit, comma: int, lowest: int) -> int | None:
    """The comma or dash left of the one at `comma`, within reach and before any stronger punctuation."""
    for index in range(comma - 1, max(lowest, comma - LONGEST) - 1, -1):
        if u.kinds[index] == STOP and u.low[index] in PAUSES:
            return index if index > lowest else None
        named = u.kinds[index] == QUOTE and u.ends[index] - u.starts[index] < _TITLE and u.kinds[index - 1] == WORD
        if (u.kinds[index] == QUOTE and not named) or u.low[index] in {";", ":"}:
            return None
    return None


def _aside_from(u: Unit, comma: int, lowest: int) -> int:
    """The comma at which an adverbial or relative clause with commas of its own begins, else `comma` itself."""
    found = comma
    at: int | None = comma
    for _ in range(_DEEPEST):
        if at is None:
            break
        low = u.low[at + 1]
        if low in {"when", "where", "while"} and not (
            u.low[at + 2].endswith("ing") or finite_between(u, at + 2, comma)
        ):
            break  # "while Roe, the mayor, denied it"
        if low in _ASIDE_OPENERS or (is_participle(low) and low.endswith("ing")):
            found = at
        at = _comma_before(u, at, lowest)
    return found


def main_subject(u: Unit, until: int) -> Phrase | None:
    """Return the subject of the unit's main verb, among the verbs before token `until`.

    The main verb is the first whose subject opens the unit or follows an opening adverbial; the subject of a verb in a
    relative clause does neither.
    """
    begin = clause_start(u, until)
    return (_main_from(u, begin, until) if begin > 1 else None) or _main_from(u, 1, until)


def _main_from(u: Unit, begin: int, until: int) -> Phrase | None:
    fallback: Phrase | None = None
    for at in finite_verbs(u, begin, min(until, _MAIN_REACH)):
        phrase = subject_of_verb(u, at)
        if phrase is not None and opens(u, phrase.first):
            return phrase
        fallback = fallback or phrase
    return fallback
