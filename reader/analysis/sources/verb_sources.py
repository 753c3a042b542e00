"""Find the source of a verb in a lead-in, also where its statement has no source or a different one."""

from reader.analysis.cues.cues import Cue
from reader.analysis.sources.owners import OUTLETS, WORKS, owner_of_work
from reader.analysis.syntax.openings import opening_ends
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import subject_before, subject_of_verb
from reader.analysis.units.noun_phrases import phrase_ending_at
from reader.analysis.units.phrase_heads import names_speaker
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between
from reader.analysis.words.grammar import DETERMINERS, GENITIVES, PREPOSITIONS, can_speak, cue_form, words

NOBODY = words("no_sources")
"""Words that look like the source of a lead-in but are none."""

_TITLED = words("naming")
_WORK = "“”"  # the single token for a title in quotation marks
_SINGULAR = frozenset({"a", "an", "one", "that", "this"})
_ADVERBIAL = 12  # maximum tokens of an adverbial before a verb
_ASKING = frozenset({"asked", "contacted", "interviewed", "interviews", "met", "visited"})
_QUOTED = frozenset({"cited", "quoted"})
_CITING = frozenset({"citing", "quoting"})
_CARRIED = frozenset({"broadcast", "carried", "printed", "published", "reported"})
_IN_PASSING = _QUOTED | _CARRIED | {"whom"}
_HEARING = _ASKING | _QUOTED | {"cites", "quotes"}
_CLOSING = words("closing_verbs")
_STATED = 4  # minimum tokens of a clause before its reporting verb
_WHOM_REACH = 9  # maximum tokens from "whom" to its verb


def source_of(u: Unit, cue: Cue, given: Phrase | None) -> Phrase | None:
    """Return the source of a cue in a lead-in whose statement has the source `given`; None without one."""
    source = phrase_from(u, cue.last + 1, len(u)) if closes_leadin(u, cue) else given
    if source is None or u.low[source.head_last] in NOBODY or _is_misread(u, cue, source):
        return None
    return owner_of_work(u, _name_before_noun(u, subject_without_title(u, source)))


def closes_leadin(u: Unit, cue: Cue) -> bool:
    """Return whether a cue and a name close the lead-in after a comma ("The weir leaks, explains Ada Roe:")."""
    if cue.verb.lemma not in _CLOSING or cue.group != cue.first or cue.verb.form not in {"past", "s"}:
        return False
    if u.low[cue.group - 1] != "," or cue.group < _STATED:
        return False
    last = len(u) - 1
    while last > cue.last and (u.kinds[last] == PARENTHESIS or u.low[last] == ":"):
        last -= 1
    phrase = phrase_from(u, cue.last + 1, last + 1)
    return phrase is not None and phrase.kind == "name" and (phrase.first, phrase.last) == (cue.last + 1, last)


def _is_misread(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether source and verb were misread: "31 answers", "a serious voice", "a Union volunteer"."""
    numbered = source.kind == "name" and u.kinds[source.head_last - 1] == NAME  # "Channel 9"
    if u.kinds[source.head_last] == NUMBER and not numbered:
        return True
    if source.last > source.first and u.low[source.last] in DETERMINERS:
        return True
    if source.kind == "noun" and cue_form(u.low[source.first]) == "ing":
        return True  # "commenting on a story published in the Post"
    if u.low[source.first] in {"be", "been"} or _is_noun_after_genitive(u, cue, source):
        return True  # "who asked not to be named", "the mayor’s full remarks were …"
    bare = cue.shape == "verb" and cue.verb.form == "base" and cue.group == cue.first == source.last + 1
    return bare and u.low[source.first] in _SINGULAR


def _is_noun_after_genitive(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether the supposed verb is a noun after a genitive, and the clause's verb follows it."""
    if cue.verb.form != "s" or cue.first != source.last + 1 or not finite_between(u, cue.last + 1, len(u) - 1):
        return False
    head = u.low[source.last]
    owned = any(low.endswith(GENITIVES) for low in u.low[source.first : source.last])
    return head.endswith(GENITIVES) or (owned and head not in WORKS and not can_speak(head))


def _name_before_noun(u: Unit, source: Phrase) -> Phrase:
    """The name before a comma and a noun with a relative clause ("Ada Roe, a miller, who says:").

    If the supposed phrase contains a verb ("Ada Roe links to a letter, which says:"), only the words after that verb
    are the phrase.
    """
    behind = source.last + 1
    verb = next((at for at in range(source.last, source.first, -1) if finite_at(u, at)), source.first)
    related = {",", "who", "whose", "which", "that"} & set(u.low[source.first : verb])
    if verb > source.first and source.kind == "noun" and not related:
        return phrase_ending_at(u, source.last, verb + 1) or source
    if source.kind != "noun" or source.first < 2 or u.low[source.first - 1] != ",":  # noqa: PLR2004 - name and comma
        return source
    if source.first in opening_ends(u):
        return source  # "In Tarn, a miller who …"
    if not any(low in {"who", "which"} for low in u.low[behind : behind + 2]):
        return source
    name = phrase_ending_at(u, source.first - 2, 0)
    if name is None or name.kind != "name":
        return source
    return name.reaching(name.first, source.last)


def subject_without_title(u: Unit, source: Phrase) -> Phrase:
    """Return the subject in place of the title of a work that is between it and the verb.

    That is "Ada Roe" in "Ada Roe, in a post titled “Mills” wrote:", and "a post" in "a post titled “Mills” argues:".
    """
    titled = source.first - 1
    if u.low[source.head_last] != _WORK or titled < 1 or u.low[titled] not in _TITLED:
        return source
    for at in range(titled - 1, max(0, titled - _ADVERBIAL), -1):
        if u.low[at] in PREPOSITIONS:
            return subject_before(u, at) or source
        if u.kinds[at] not in {WORD, NAME, PARENTHESIS}:
            break
    return phrase_ending_at(u, titled - 1, 0) or source


def quoter_in_passing(u: Unit) -> tuple[int, Phrase] | None:
    """Return the quoter or interviewer of the source that is mentioned in passing, with the token where this begins.

    That is "Ada Roe, quoted by the Post, says", "as cited in the Post" and "Ada Roe, whom Otto Reed interviewed, says".
    """
    for at in range(1, len(u) - 3) if not _IN_PASSING.isdisjoint(u.low) else ():
        carried = u.low[at] in _QUOTED or (u.low[at] in _CARRIED and u.low[at - 1] == "as")
        if carried and u.low[at + 1] in {"by", "in"}:
            phrase = phrase_from(u, at + 2, len(u))
            if phrase is None or not names_speaker(u, phrase):
                return None
            by = u.low[at + 1] == "by" or (phrase.kind == "name" and is_publication(u, phrase))
            return (at, phrase) if by else None
        if u.low[at] == "whom":
            verb = next((k for k in range(at + 2, min(len(u), at + _WHOM_REACH)) if u.low[k] in _HEARING), None)
            phrase = None if verb is None else subject_of_verb(u, verb)
            return (at, phrase) if phrase is not None and phrase.first == at + 1 and _is_not_author(u, phrase) else None
    return None


def cited_in_passing(u: Unit) -> Phrase | None:
    """Return the source that the unit cites in passing ("…, citing two officials", "Quoting Ada Roe, …")."""
    for at in range(len(u) - 1) if not _CITING.isdisjoint(u.low) else ():
        if u.low[at] in _CITING and (at == 0 or u.low[at - 1] == ","):
            cited = phrase_from(u, at + 1, len(u))
            return cited if cited is not None and cited.first == at + 1 and names_speaker(u, cited) else None
    return None


def is_publication(u: Unit, phrase: Phrase) -> bool:
    """Return whether a phrase names an outlet or a text ("many of these blogs")."""
    return any(low in OUTLETS or low.removesuffix("s") in WORKS for low in u.low[phrase.first : phrase.last + 1])


def _is_not_author(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase refers to somebody other than the author."""
    return not (u.low[phrase.head_last] in NOBODY or u.low[phrase.head_last] in {"i", "we"})


def is_quoted(u: Unit, source: Phrase, cue: Cue, aside: tuple[int, Phrase]) -> bool:
    """Return whether a result of `quoter_in_passing` belongs to the cue's source: it is in or modifies its phrase."""
    at, passer = aside
    inside = source.head_last < at <= source.last + 2
    return passer.last < cue.first and (inside or (source.last < at < cue.first and u.low[at - 1] == ","))
