"""Rank the candidate sources of a lead-in."""

from dataclasses import replace

from reader.analysis.cues.cues import Cue
from reader.analysis.cues.unit_findings import UnitFindings
from reader.analysis.leadins.candidates import Candidate, cue_features, is_one_of_them, source_features
from reader.analysis.leadins.leadin_clauses import is_reduced_relative, last_clause_start
from reader.analysis.leadins.presented_sources import READERS, opening_name, presented
from reader.analysis.leadins.pseudonyms import nickname, pseudonym
from reader.analysis.sources.owners import (
    GREETING,
    PICTURES,
    WORKS,
    is_own_heading,
    is_quoting_verb,
    owner_of_noun,
    owner_of_work,
    quoted_source,
    sources_without_verb,
)
from reader.analysis.sources.verb_sources import NOBODY, is_quoted, quoter_in_passing, source_of, subject_without_title
from reader.analysis.syntax.openings import clause_start, opening_ends
from reader.analysis.syntax.postposed import phrase_from
from reader.analysis.syntax.subjects import main_subject
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between
from reader.analysis.words.grammar import BE, MODALS, ORGS, RELATIVES, can_speak, is_adverb, is_mute, is_role, words
from reader.analysis.words.weights import score

_SUBORDINATE = words("subordinators") - {"as", "despite", "even", "having"}
_FEELINGS = words("feelings")
_MEDIATING = words("mediating")
_RELAYING = words("passing_on")
_RECALLING = frozenset({"noted", "recalled", "recalls", "remembered", "remembers", "repeated", "repeats"})
_RELAYING_LEMMAS = _MEDIATING | {"carry", "post", "publish", "repeat", "reprint", "share"}
_MODAL = (MODALS - {"can", "will"}) | {"ought"}
_UNNAMED_HEADS = frozenset({"another", "man", "one", "person", "somebody", "someone", "third", "woman"})
_ALL = frozenset({"everybody", "everyone", "many", "most", "people", "some"})
_SEVERAL = frozenset({"few", "many", "other", "others", "several", "some", "various"})
_RELAY_REACH = 4  # maximum tokens from a relaying verb to the "what" after it
_ADVERBIAL = 12  # maximum tokens of an adverbial that opens a lead-in


def candidates(u: Unit, found: UnitFindings) -> list[Candidate]:
    """Return the candidate sources of a lead-in, best first; equal scores keep text order."""
    if u.low[0] in GREETING or is_own_heading(u):
        return []
    main = _main(u)
    result = [_with_name(u, c) for c in _with_reporter(u, _with_mediator(u, _by_cues(u, found, main)), main)]
    if main is not None and not any(same_head(main, c.source) and c.cue is not None for c in result):
        silent = ["silent"] if main.kind == "noun" and _is_silent(u, main) else []
        result.append(_with_name(u, _candidate(main, None, [*source_features(u, main), "no cue", *silent])))
    teller = main or next((c.source for c in result if "first" in c.features), None)
    result = _with_owned(u, result, main, teller)
    for feature, source, passer in presented(u, main):
        if feature == "passed on" and passer is not None:
            result = [_with_feature(c, "passes on") if same_head(c.source, passer) else c for c in result]
        result.append(_with_name(u, _candidate(source, None, [*source_features(u, source), feature], passer)))
    clause = last_clause_start(u, result)
    if clause >= 0:
        result = [c if c.source.last > clause else _with_feature(c, "clause before") for c in result]
    result = _with_chains(u, result, main)
    opener = None if any(c.score > 0 for c in result) else opening_name(u)
    if opener is not None:
        result.append(_candidate(opener, None, [*source_features(u, opener), "opens"]))
    return sorted(result, key=lambda c: -c.score)


def _with_owned(u: Unit, read: list[Candidate], main: Phrase | None, teller: Phrase | None) -> list[Candidate]:
    """The readings with those without a verb added; `teller` or a quoter mentioned in passing relays them."""
    result, told = read, quoter_in_passing(u)
    for feature, source in sources_without_verb(u):
        if main is not None and _spoke_with_source(u, main, source):
            continue
        passer = teller if feature == "passed on" else None
        if passer is not None:
            if any(_adds(u, c, passer, source) for c in read):
                continue
            result = [_with_feature(c, "passes on") if _only_relays(c, passer) else c for c in result]
        elif feature == "owned" and told is not None and source.last < told[0]:
            feature, passer = "passed on", told[1]  # noqa: PLW2901 - the same reading
        result = [*result, _with_name(u, _candidate(source, None, [*source_features(u, source), feature], passer))]
    return result


def _spoke_with_source(u: Unit, main: Phrase, source: Phrase) -> bool:
    """Whether the main subject spoke with a source ("In an interview with the Post, Ada Roe was blunt:")."""
    beside = source.first > 0 and u.low[source.first - 1] == "with" and not same_head(main, source)
    speaker = main.kind == "name" or can_speak(u.low[main.head_last])
    return beside and speaker and finite_between(u, main.last + 1, len(u) - 1)


def _with_chains(u: Unit, read: list[Candidate], main: Phrase | None) -> list[Candidate]:
    """The readings, where a relayer in a relative clause gets the main source as `beyond`."""
    result = list(read)
    for at, c in enumerate(read):
        if c.passer is None or c.cue is None or u.low[c.cue.group - 1] not in {"which", "who"}:
            continue
        outer = next((d for d in read if d.passer is not None and same_head(d.source, c.passer)), None)
        beyond = main if outer is None else outer.passer
        if beyond is None or beyond.last >= c.passer.first:
            continue
        result[at] = replace(c, beyond=beyond)
        result = [_with_feature(d, "passes on") if d is outer else d for d in result]
    return result


def _is_silent(u: Unit, main: Phrase) -> bool:
    """Whether a subject without a reporting verb does not speak.

    It cannot, it is the subject of a passive, or somebody says what it must do ("Instead, the council should act:").
    """
    low = u.low[main.head_last]
    if main.first == main.head_last == 0 and u.kinds[0] == WORD:
        return False  # a sentence in lower case begins with a user name
    if low in PICTURES or (not can_speak(low) and low not in ORGS and not is_one_of_them(u, main)):
        return True
    at = main.last + 1
    if u.low_at(at) not in BE:
        return u.low_at(at) in _MODAL
    while at + 1 < len(u) and is_adverb(u.low[at + 1]):
        at += 1
    done = u.low_at(at + 1)
    return done.endswith("ed") and done not in _FEELINGS


def _main(u: Unit) -> Phrase | None:
    """The subject of the main clause, or its owner where it cannot speak itself."""
    main = main_subject(u, len(u))
    if main is not None and u.low[main.first - 1] == "," and is_reduced_relative(u, main):
        # An apposition inside the clause: "Roe left the Post, a paper printed in Ost, and …".
        main = phrase_from(u, min(opening_ends(u), default=0), main.first - 1)
    if u.low[0] in _SUBORDINATE:
        behind = (_subject_after_comma(u, comma) for comma in range(2, len(u) - 2) if u.low[comma] == ",")
        main = next((phrase for phrase in behind if phrase is not None), main)
    if main is not None and u.low[main.head_last] == "it":
        main = _cleft(u, main)
    if main is None or u.low[main.head_last] in NOBODY or is_adverb(u.low[main.last]):
        return None
    return owner_of_work(u, subject_without_title(u, main))


def _cleft(u: Unit, main: Phrase) -> Phrase:
    """The subject after "that" in a cleft sentence ("It was then that Ada Roe wrote:"), else "it"."""
    if u.low_at(main.last + 1) not in {"is", "was"}:
        return main
    that = next((at for at in range(main.last + 2, min(len(u) - 1, main.last + _ADVERBIAL)) if u.low[at] == "that"), 0)
    phrase = phrase_from(u, that + 1, len(u)) if that else None
    return main if phrase is None or phrase.first != that + 1 else phrase


def _subject_after_comma(u: Unit, comma: int) -> Phrase | None:
    """The subject that begins right after a comma and is followed by its finite verb."""
    phrase = phrase_from(u, comma + 1, len(u))
    if phrase is None or phrase.first != comma + 1 or phrase.last + 1 >= len(u):
        return None
    verb = phrase.last + 1
    while verb + 1 < len(u) and is_adverb(u.low[verb]):
        verb += 1
    return phrase if finite_at(u, verb) else None


def _candidate(source: Phrase, cue: Cue | None, features: list[str], passer: Phrase | None = None) -> Candidate:
    return Candidate(source, cue, tuple(features), score("leadin", features), passer)


def _by_cues(u: Unit, found: UnitFindings, main: Phrase | None) -> list[Candidate]:
    """The readings from cues and their sources."""
    result: list[Candidate] = []
    first, opener = True, clause_start(u, len(u))
    for number, cue in enumerate(found.cues):
        source = source_of(u, cue, found.sources.get(number))
        if source is None or _repeats(u, cue, source, result) or _is_participle_of(u, cue, source):
            continue
        if cue.shape == "according":
            source = _named_by_source(u, source)
        features = [*source_features(u, source), *cue_features(u, cue, source)]
        if features[-1] == "finite" and first:
            features.append("first")
            first = False
        if u.low[source.first] == "not":
            continue  # "Not everyone agrees: Ada Roe was blunt:"
        below = _is_in_opening(u, cue, source, main, opener)
        features = _with_cue_features(u, cue, source, main, [*features, "below"] if below else features)
        what = _what_clause(u, source, main)
        if what and _is_relayed(u, cue, what, told=number > 0 or source.kind != "name"):
            result.append(_candidate(source, cue, [*features, "passed on"], main))
            continue
        if what:
            features.append("what clause")
        other = quoted_source(u, cue)
        if other is not None and not same_head(other, source):
            goes_on = found.sources.get(len(found.cues) - 1) if cue is not found.cues[-1] else None
            aside = goes_on is not None and same_head(goes_on, source) and u.low[cue.group - 1] in {"which", "who"}
            passing = ["passed on", "in passing"] if aside else ["passed on"]
            result.append(_candidate(other, cue, [*source_features(u, other), *passing], source))
            features.append("passes on")
        elif is_quoting_verb(cue) and u.low_at(cue.last + 1) == "from":
            features.append("passes on")
        result.append(_candidate(source, cue, features))
    return result


def _is_participle_of(u: Unit, cue: Cue, source: Phrase) -> bool:
    """Whether a cue only describes its source, which another verb may have as subject ("a paper published in Ost").

    So it does after a place that opens the lead-in ("In Norvia, writing at the Post, Ada Roe is angry:").
    """
    placed = cue.verb.form == "ing" and source.first == 1 and u.low[0] == "in" and u.low[cue.group - 1] == ","
    return placed or (cue.group == source.last + 1 and is_reduced_relative(u, source))


def _named_by_source(u: Unit, source: Phrase) -> Phrase:
    """The name that a source after "according to" gives: the owner of a work, or the name after a role; else itself."""
    owner = owner_of_noun(u, source.head_last) if u.low[source.head_last] in WORKS else None
    if owner is not None and owner.kind == "name":
        return owner
    return _name_after_role(u, source) or source


def _name_after_role(u: Unit, role: Phrase) -> Phrase | None:
    """The name after the role of a source and a comma ("According to a juror, Ada Roe from Tarn:"); else None."""
    behind = role.last + 2
    if role.kind != "noun" or not is_role(u.low[role.head_last]) or u.low[behind - 1 : behind] != [","]:
        return None
    name = phrase_from(u, behind, len(u))
    if name is None or name.first != behind or name.kind != "name" or finite_at(u, min(name.last + 1, len(u) - 1)):
        return None
    return name.reaching(role.first, name.last)


def _repeats(u: Unit, cue: Cue, source: Phrase, before: list[Candidate]) -> bool:
    """Whether a cue repeats the reading before it, or has the reader of others' words or everybody as subject.

    That is "was quoted by the Post as saying", "In her letter we read:" and "asks the question that many are asking:".
    """
    if u.low[source.head_last] in _ALL and u.low[max(0, source.first - 1)] in {"that", "which"}:
        return True
    if cue.verb.kind == "thinking" and u.low[cue.group - 1] == "who" and u.low_at(cue.last + 1) == "to":
        return u.low[source.first - 1] in BE | {"for"}  # "Ada Roe is proud of her son, who refused to go:"
    reads = cue.verb.lemma in {"quote", "read"} and source.first == source.last and u.low[source.first] in READERS
    return reads or (u.low[cue.group - 1] == "as" and any(c.passer is not None for c in before))


def _is_in_opening(u: Unit, cue: Cue, source: Phrase, main: Phrase | None, opener: int) -> bool:
    """Whether a cue is in the opening of the lead-in, before its main clause, which begins at `opener`.

    A named subject also answers a speaker in the opening ("To a reader who asked why, Ada Roe replied:").
    """
    apart = main is not None and source.last < opener <= main.first and cue.verb.kind == "thinking"
    if cue.last < opener and cue.shape == "verb" and (cue.passive or apart or u.low[0] in _SUBORDINATE):
        return True
    to = source.kind == "noun" and source.first == 1 and u.low[0] == "to" and u.low[cue.group - 1] in RELATIVES
    return to and main is not None and main.kind == "name" and source.last < cue.group <= main.first


def _with_cue_features(u: Unit, cue: Cue, source: Phrase, main: Phrase | None, features: list[str]) -> list[str]:
    """The features with those that a source has in relation to its cue and the subject of the lead-in."""
    if "according" in features and "document" in features:
        features.remove("document")
    tests = {
        "finds": "first person" in features and cue.verb.kind in {"showing", "thinking"},
        "main": main is not None and same_head(main, source),
        "of its own words": _says_its_own_words(u, cue, source, main, features),
        "mute": source.kind == "noun" and source.head_last > 0 and is_mute(u.low[source.head_last]),
    }
    return [*features, *(name for name, holds in tests.items() if holds)]


def _says_its_own_words(u: Unit, cue: Cue, source: Phrase, main: Phrase | None, features: list[str]) -> bool:
    """Whether a verb in a relative clause behind the subject has its words there ("Roe hit the man who said “no”:")."""
    if main is None or main.last >= source.first or u.low[cue.group - 1] not in {"who", "which"}:
        return False
    return "at the colon" not in features and (
        u.low_at(cue.last + 1) == "that" or bool(u.marked(cue.last + 1, len(u) - 1))
    )


def _only_relays(candidate: Candidate, passer: Phrase) -> bool:
    """Whether a reading takes the relayer of words as their source ("shares a letter from Ada Roe")."""
    cue = candidate.cue
    return cue is not None and cue.verb.lemma in _RELAYING_LEMMAS and same_head(candidate.source, passer)


def _adds(u: Unit, candidate: Candidate, passer: Phrase, source: Phrase) -> bool:
    """Whether the relayer adds words of their own ("links to a post of Ada Roe’s and comments:")."""
    cue = candidate.cue
    if cue is None or cue.verb.lemma in _RELAYING_LEMMAS or not same_head(candidate.source, passer):
        return False
    joined = u.low[cue.group - 1] == "and" and source.last < cue.first and cue.verb.kind in {"saying", "writing"}
    return joined and "at the colon" not in candidate.features


def _with_feature(candidate: Candidate, feature: str) -> Candidate:
    """The candidate with one more feature."""
    return _candidate(candidate.source, candidate.cue, [*candidate.features, feature], candidate.passer)


def _with_name(u: Unit, candidate: Candidate) -> Candidate:
    """The candidate with the name that the unit gives to its source, where the source is unnamed."""
    source = candidate.source
    name = _example(u, source)
    if name is None and source.kind != "noun":
        return candidate
    name = name or nickname(u, source)
    within = u.low[source.first : source.head_last + 1]
    selves = {"herself", "himself"}.intersection(u.low[source.head_last : source.head_last + _ADVERBIAL])
    if name is None and (selves or within[-1] in _UNNAMED_HEADS or any(map(is_role, within))):
        name = pseudonym(u, source)
    if name is None:
        return candidate
    features = [feature for feature in candidate.features[1:] if feature != "silent"]
    return _candidate(name, candidate.cue, ["named", *features], candidate.passer)


def _example(u: Unit, source: Phrase) -> Phrase | None:
    """The name given as an example of several people: "Some readers, like Ada Roe, were angry:"; else None."""
    at = source.head_last + 1
    at += u.low_at(at) == ","
    behind = at + 2 if u.low[at : at + 2] == ["such", "as"] else at + 1
    if u.low[source.first] not in _SEVERAL or (behind == at + 1 and u.low_at(at) not in {"including", "like"}):
        return None
    name = phrase_from(u, behind, len(u))
    return name if name is not None and name.first == behind and name.kind == "name" else None


def _what_clause(u: Unit, source: Phrase, main: Phrase | None) -> int:
    """The "what" of the subordinate clause that contains a source, 0 for none ("wrote what many call …")."""
    for at in range(source.first, max(0, source.first - _ADVERBIAL), -1):
        if u.kinds[at] == STOP:
            return 0
        if u.low[at] == "what":
            return at if main is not None and not same_head(main, source) else 0
    return 0


def _is_relayed(u: Unit, cue: Cue, what: int, *, told: bool) -> bool:
    """Whether a plain reporting verb is in the clause of "what", and a relaying one or none (`told`) before it."""
    if not told and cue.verb.kind in {"saying", "writing"}:
        return True  # "digs out what the minister declared"
    passed = not (_RELAYING | _RECALLING).isdisjoint(u.low[max(0, what - _RELAY_REACH) : what])
    return passed and cue.verb.lemma in {"say", "tell", "write"}


def _with_mediator(u: Unit, read: list[Candidate]) -> list[Candidate]:
    """The readings with the speaker after "as Ada Roe summarized for the Post, …" as relayed by her."""
    told = [c for c in read if c.cue is not None and c.cue.shape == "verb" and c.cue.verb.form != "ing"]
    if u.low[0] != "as" or len(told) < 2:  # noqa: PLR2004 - a mediator and a speaker
        return read
    by, to = told[0], told[-1]
    if by.cue is None or by.cue.verb.lemma not in _MEDIATING or same_head(by.source, to.source):
        return read
    mediated = _candidate(to.source, to.cue, [*to.features, "passed on"], by.source)
    return [mediated if c is to else c for c in read]


def _with_reporter(u: Unit, read: list[Candidate], main: Phrase | None) -> list[Candidate]:
    """The readings with the speaker at the colon as relayed by another source.

    That is "Ada Roe reports that Otto Reed said:", "… posted a video in which Otto Reed says:", "According to Ada Roe,
    Otto Reed said:", "Otto Reed, quoted in the Post, said:" and "Otto Reed, whom Ada Roe asked, says that it leaks:".
    """
    told = quoter_in_passing(u)
    by = next((c.source for c in read if "according" in c.features), None) or (told and told[1])
    result = []
    for c in read:
        lead = u.low[max(0, c.source.first - 2) : c.source.first]
        below = (lead[-1:] == ["that"] and lead[0] not in WORKS) or lead == ["in", "which"]
        passer = main if below else by
        heard = c.passer is None and c.source.kind != "pronoun" and {"at the colon", "according"} & {*c.features}
        if told is not None and c.cue is not None and is_quoted(u, c.source, c.cue, told):
            passer, heard = told[1], {"at the colon"}
        if passer is not None and heard == {"at the colon"} and not same_head(passer, c.source):
            c = _candidate(c.source, c.cue, [*c.features, "passed on"], passer)  # noqa: PLW2901 - the same reading
        result.append(c)
    return result


def same_head(one: Phrase, other: Phrase) -> bool:
    """Return whether two phrases have the same head."""
    return (one.head_first, one.head_last) == (other.head_first, other.head_last)
