"""Find where a content clause ends: before the author's own words, the next cue, or a closing "X said"."""

from bisect import bisect_left

from reader.analysis.syntax.additions import author_again, begins_addition, is_participle_form
from reader.analysis.syntax.closings import closing_cue
from reader.analysis.syntax.joints import (
    begins_answer_to_asker,
    begins_author_action,
    begins_contrasting_action,
    begins_past_action,
    begins_serial_action,
    continues_own_speech,
    joins_past_to_infinitive,
    joins_past_to_marks,
    joins_past_to_saying,
)
from reader.analysis.syntax.measures import is_by_rule
from reader.analysis.syntax.openings import clause_start, opening_ends
from reader.analysis.syntax.predicates import has_predicate, opens_clause
from reader.analysis.syntax.remarks import begins_remark, is_note
from reader.analysis.syntax.speaker_changes import (
    begins_added_saying,
    begins_joined_saying,
    begins_other_saying,
    over_manner,
    takes,
)
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_between, finite_verbs, frames_at, verb_at
from reader.analysis.words.grammar import (
    AUXILIARIES,
    DASHES,
    LIGHT,
    LONG_DASHES,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_STOPS,
    SUBORDINATORS,
    cue_verbs,
    is_adverb,
    is_present_participle,
    words,
)

REACH = 18  # maximum tokens around a cue that are checked
_LONGEST = 240  # maximum tokens of a content clause; limits the work in a text without full stops
_THAT_REACH = 80
_HANDING_ON = words("handing_on")
_CONTRASTING = words("turning") - {"despite"}
_JOINTS = frozenset({"according", "and", "but", "when"})
_FRONTED = frozenset({"although", "because", "if", "once", "since", "though", "unless", "when", "while"})
_BEHIND_MARKS = frozenset({"after", "although", "before", "despite", "though", "while"})
_NAMED = 4  # maximum tokens of a subject and its auxiliary
_JOINED = frozenset({"and", "or", "that", "which", "who"})
_WITH_ADDRESSEE = frozenset({"instruct", "order", "tell"})  # with an object, or passive
_WISH = 3  # minimum tokens of a wish, "that" included ("that Roe go")
_LIST = 5  # maximum tokens of an item of a list
_ADJUNCT = 16  # maximum tokens of the adjuncts after a cue


def clause_end(u: Unit, first: int, *, whole: bool = False) -> int:
    """Return the last token of the clause that begins at `first`, without its final full stop.

    It ends before another cue of the same speaker (", adding", "and said"), before a closing "X said" or "according
    to", where the author continues, and where the main clause of the unit begins. `whole` keeps everything to the end
    of the unit.
    """
    end = min(len(u) - 1, first + _LONGEST)
    if not whole:
        subordinate = first < REACH and _awaits_main_verb(u, first)
        begin = max(_comma_after_opening(u, first), _last_that(u, first)) + 1
        for at in _pauses(u, begin, min(len(u), first + _LONGEST)):
            if u.stop(at) == "," and subordinate and _main_follows(u, first, at):
                end = at
                break
            if (
                continues_own_speech(u, first, at)
                or begins_past_action(u, first, at)
                or (u.low[at] in DASHES and u.low[at + 1 : at + 3] == ["and", "that"])
                or _interrupts_subject(u, first, at)
            ):
                continue
            always, unless_infinitive, unless_that = _stops_at(u, at)
            if (
                always
                or (unless_infinitive and not (u.low[first] == "to" and u.low[at : at + 2] == ["and", "to"]))
                or (unless_that and u.low[first] != "that")
                or (at > first and u.kinds[at - 1] == QUOTE and _author_continues(u, at))
                or _stops_for(u, first, at)
                or (subordinate and u.low[at] == "," and _main_follows(u, first, at))
            ):
                end = at - 1
                break
    while end > first and (u.kinds[end] == STOP or is_note(u, end)):
        end -= 1
    return end


def _interrupts_subject(u: Unit, first: int, comma: int) -> bool:
    """Whether a comma interrupts a clause before its verb (“that the mayor, while praising it, is against it”)."""
    if u.low[comma] != "," or u.low_at(comma + 1) not in _FRONTED:
        return False
    closing = next(u.commas(comma + 2, comma + REACH), 0)
    return closing > 0 and finite_at(u, closing + 1) and not finite_between(u, first + 1, comma - 1)


def _stops_at(u: Unit, at: int) -> tuple[bool, bool, bool]:
    """Whether every clause stops at a pause; each without an infinitive after it; each that does not begin with "that".

    The unit keeps the answer, because many clauses are checked at the same pause.
    """
    found = u.pauses_known.get(at)
    if found is None:
        found = begins_serial_action(u, at), _stops_before(u, at), _author_contradicts(u, at)
        u.pauses_known[at] = found
    return found


def _stops_for(u: Unit, first: int, at: int) -> bool:
    """Whether a clause that begins at `first` stops before a comma or a conjunction, by its own first words."""
    opening, low = u.low[first], u.low[at]
    if low == ",":
        joint = u.low_at(at + 1)
        if joint == "but":
            return begins_contrasting_action(u, first, at)
        return joint in {"and", "so"} and begins_author_action(u, first, at)
    if low not in {"and", "but"}:
        return False
    return (
        ((opening in {"against", "to"} or is_present_participle(opening)) and joins_past_to_infinitive(u, first, at))
        or begins_answer_to_asker(u, first, at)
        or (opening == "to" and u.low[at : at + 2] == ["and", "that"] and _is_second_wish(u, first, at))
        or begins_contrasting_action(u, first, at)
        or joins_past_to_saying(u, first, at)
        or joins_past_to_marks(u, first, at)
    )


def _is_second_wish(u: Unit, first: int, joint: int) -> bool:
    """Whether "and that" depends on the verb of an infinitive (“asked them to go and that it be shut”), not on it."""
    inner = any(u.low[at - 1] != "be" for at in finite_verbs(u, first + 1, joint))
    return has_predicate(u, joint + 1) and not inner


def _comma_after_opening(u: Unit, first: int) -> int:
    """The comma that closes the opening of a clause, `first` without one.

    That is an aside right after "that" ("that, using old maps, …") or a subordinate clause ("that if it rains, …").
    """
    at = first + (u.low[first] == "that")
    asked = at == first and u.low[at] == "if"  # "asked if it leaks"
    if at + 1 >= len(u) or asked or (u.low[at] not in _FRONTED and (u.low[at] != "," or at == first)):
        return first
    return next(
        (i for i in u.commas(at + 1, at + REACH) if u.low[at] == "," or finite_between(u, at + 1, i - 1)), first
    )


def _author_contradicts(u: Unit, comma: int) -> bool:
    """Whether the author contradicts the content in a clause of their own (", but they did not come")."""
    if u.low[comma] != "," or comma + 3 >= len(u) or u.low[comma + 1] != "but":
        return False
    subject = u.low[comma + 2] in PERSONAL or u.low[comma + 2] in {"the", "there", "this"}
    return subject and finite_between(u, comma + 3, min(len(u) - 1, comma + _ADJUNCT))


def _pauses(u: Unit, first: int, limit: int) -> list[int]:
    """The tokens from `first` to before `limit` at which a clause may end: punctuation, conjunctions and marks."""
    if u.pauses is None:
        u.pauses = [
            at
            for at, kind in enumerate(u.kinds)
            if kind in {STOP, QUOTE} or u.low[at] in _JOINTS or (at and u.kinds[at - 1] == QUOTE)
        ]
    return u.pauses[bisect_left(u.pauses, first) : bisect_left(u.pauses, limit)]


def _awaits_main_verb(u: Unit, first: int) -> bool:
    """Whether the main clause of the unit is still to come where a content begins (“Roe, who said …, left”).

    That is where no more verbs than dependent clauses precede the content.
    """
    if any(at > first for at in opening_ends(u)):
        return u.kinds[first - 1] != STOP
    begin = clause_start(u, first)
    clauses, verbs = int(is_participle_form(u, begin + (u.low[begin] in PREPOSITIONS))), 0  # "In saying that …"
    phrase = False  # whether the last dependent clause may be a phrase (“as a miller”)
    helped = False  # whether the last verb is an auxiliary (“has in the past warned”)
    for at in range(begin, first):
        low = u.low[at]
        if low in SUBORDINATORS or low in RELATIVES:
            clauses += 1
            phrase, helped = low in SUBORDINATORS, False
        elif finite_at(u, at):
            verbs += not (verbs and (_is_coordinated(u, at) or (helped and u.low[at].endswith("ed"))))
            phrase, helped = False, low in AUXILIARIES
        elif low == "," and phrase:
            clauses -= 1
            phrase = False
    return verbs <= clauses > 0


def _is_coordinated(u: Unit, at: int) -> bool:
    """Whether a verb shares the subject of the verb before it ("and said")."""
    at -= 1
    while at > 0 and is_adverb(u.low[at]):
        at -= 1
    return u.low[at] in {"and", "but", "or"} or finite_at(u, at)


def _main_follows(u: Unit, first: int, comma: int) -> bool:
    """Whether a comma closes the dependent clause that a content is in."""
    if comma + 1 >= len(u) or u.low[comma + 1] in _JOINED or u.low[comma + 1].endswith("ing"):
        return False
    if (
        u.low[comma + 1 : comma + 3] == ["but", "that"]
        or closes_subject_modifier(u, first, comma)
        or _is_in_noun_list(u, comma)
    ):
        return False
    begin = 1 if u.low[first] in {"as", "to"} else first  # "When she was known as a miller, she"
    if finite_at(u, comma + 1) or finite_between(u, begin, comma - 1) or u.marked(first, comma):
        return True
    # “that Roe go home, she said”, “to go home, she left”
    wished = u.low[first] in {"that", "to"} and comma > first + _WISH and opens_clause(u, comma + 1)
    return wished and not any(u.low[at] == "," and opens_clause(u, at + 1) for at in range(comma + 1, len(u) - 1))


def _is_in_noun_list(u: Unit, comma: int) -> bool:
    """Whether a comma separates nouns of a list that another comma closes (“to mend roads, schools and mills, …”)."""
    joint = next((at for at in range(comma + 2, min(len(u), comma + _LIST)) if u.low[at] in {"and", "or"}), 0)
    closing = next((at for at in range(joint + 2, min(len(u), joint + _LIST)) if u.low[at] == ","), 0) if joint else 0
    return closing > 0 and not finite_between(u, comma - 1, closing)


def closes_subject_modifier(u: Unit, first: int, comma: int) -> bool:
    """Return whether a comma closes a modifier of the subject before its verb (“the weir, which is old, holds”)."""
    opening = next((at for at in range(comma - 1, first, -1) if u.low[at] == ","), 0)
    if opening == 0 or not finite_at(u, comma + 1) or finite_between(u, first + 1, opening - 1):
        return False
    clause = u.low[opening + 1] in RELATIVES or u.low[opening + 1] in _FRONTED
    return clause or not finite_between(u, opening + 1, comma - 1)


def _last_that(u: Unit, first: int) -> int:
    """The last "and that" of a that-clause, up to which it surely continues; `first` when there is none."""
    if u.low[first] != "that":
        return first
    found = first
    aside = False
    for at in range(first + 2, min(len(u), first + _THAT_REACH)):
        if u.low[at] == "that" and u.low[at - 1] in {"and", ";"}:
            found = at
        elif (u.low[at - 1] in {"and", "but"} and u.low[at] in cue_verbs()) or (aside and u.low[at] == "that"):
            break
        elif u.low[at - 1] == "," and is_participle_form(u, at):
            if "t" in frames_at(u, at):
                break
            aside = True
    return found


def _stops_before(u: Unit, at: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether the content clause stops before the token at `at`."""
    low = u.low[at]
    if u.kinds[at] == STOP:
        if low == ":":  # a colon inside a clause explains it: “has one aim: peace”
            return u.kind_at(at + 1) not in {WORD, NAME, NUMBER}
        if low == ";":
            return at + 2 < len(u) and u.low[at + 1] != "that" and u.low[at + 2] != "that"
        if low in DASHES and begins_remark(u, at):
            return True
        if low != "," and low not in LONG_DASHES:
            return False
    elif low == "when":
        return u.low_at(at + 1) in {"asked", "pressed", "questioned"} and u.low_at(at + 2) != "to"
    elif low == "according":
        return u.low_at(at + 1) == "to" and u.low[at - 1] != "that" and not is_by_rule(u, at)
    elif low not in {"and", "but"}:
        return False
    if at + 1 >= len(u):
        return False
    return author_again(u, at) or begins_added_saying(u, at) or _next_cue(u, at)


def _author_continues(u: Unit, at: int) -> bool:
    """Whether the author continues at token `at`, right after marks: by time, contrast, dash or comma."""
    low = u.low[at]
    if low in _BEHIND_MARKS:
        while_doing = low == "while" and at + 1 < len(u) and u.low[at + 1].endswith("ing")
        doing = at + 1 < len(u) and is_participle_form(u, at + 1)
        is_so = low == "while" and _only_describes(u, at + 1)
        return (low in _CONTRASTING or doing or u.stop(at - 1) in SPEECH_STOPS) and not (while_doing or is_so)
    if low in LONG_DASHES or (low == "-" and u.text[u.starts[at] - 1].isspace()):
        return u.kind_at(at + 1) in {WORD, NAME} and low not in u.low[at + 1 :]
    if low == ",":
        return u.low_at(at + 1) == "not" and is_participle_form(u, at + 2)  # "… “late”, not naming anybody"
    found = verb_at(u, at)
    adds = found is not None and found[0].form == "ing"
    if u.stop(at - 1) != "," or (low == "which" and u.marked(at, min(len(u) - 1, at + _ADJUNCT))):
        return adds and found is not None and u.low_at(found[1] + 1) == "that"  # "... “late” adding that it leaks"
    teller = u.low[at : at + 2] == ["and", "i"]  # "... “late,” and I laughed"
    return teller or adds or begins_addition(u, at) or closing_cue(u, at) is not None or begins_other_saying(u, at)


def _only_describes(u: Unit, first: int) -> bool:
    """Whether a clause only describes a person with the marked words ("while Pell is “a liar”")."""
    verb = next(finite_verbs(u, first, len(u)), len(u))
    plain = verb + 1 < len(u) and u.low[verb] in AUXILIARIES and not u.low[verb + 1].endswith("ing")
    return plain and bool(u.marked(verb, len(u) - 1))


def _next_cue(u: Unit, at: int) -> bool:  # noqa: PLR0911 - one return a reason
    """Whether another cue follows a comma, a dash or a conjunction: ", adding", "and said", ", X said"."""
    low = u.low[at]
    follow = at + 1
    while follow < len(u) and follow - at < 7 and _passed_over(u, follow, low):  # noqa: PLR2004 - an adverb or two
        follow += 1
    follow += low == "," and u.low_at(follow) in {"after", "before"}  # ", before adding"
    if follow >= len(u) or u.low[follow] in {"be", "been"}:  # "could not, in fact, be claimed"
        return False
    if (u.low[follow] == "according" and not is_by_rule(u, follow)) or (low == "and" and u.low[follow] in _HANDING_ON):
        return True
    found = verb_at(u, follow)
    if found is not None and found[0].kind == "thinking":
        verb, last = found  # "says that it leaks and hopes that “it will hold”"
        return low == "and" and verb.form in {"past", "s"} and u.low_at(last + 1) == "that"
    if found is not None:
        verb, last = found
        if verb.form == "ing":
            return low != "and" and ("l" not in verb.frames or bool(u.marked(follow + 1, follow + 3)))
        if verb.form == "base" and (u.low[follow - 1] == "to" or u.low[follow - 1 : last + 2 : 2] == ["but", "that"]):
            return True
        passive = verb.lemma in _WITH_ADDRESSEE and u.low_at(last + 1) in {"that", "to"}
        if verb.form in {"past", "s"}:  # no "that she had been called in and told to go"
            noun = low == "and" and verb.form == "s" and u.low_at(last + 1) == ","  # "calls and emails, …"
            return (
                not (passive or noun)
                and (low != "," or follow > at + 1 or u.kind_at(last + 1) == QUOTE or u.low_at(last + 1) == "that")
                and last + 1 < len(u)
                and (takes(u, verb, over_manner(u, last + 1)) or (last > follow and verb.kind == "asking"))
            )
    # ", and Roe had told him"
    joined = u.low[follow - 1] in {"and", "but"} and "had" in u.low[follow : follow + _NAMED]
    if (low == "," or low in LONG_DASHES) and not joined and closing_cue(u, follow) is not None:
        return True
    return (
        low in {",", "and", "but"}
        and follow > at
        and (begins_other_saying(u, follow) or begins_joined_saying(u, at, follow))
    )


def _passed_over(u: Unit, at: int, opening: str) -> bool:
    if u.low[at] in {"and", "but", "then"} or u.kinds[at] == PARENTHESIS:
        return True
    return u.kinds[at] == WORD and (is_adverb(u.low[at]) or (opening == "and" and u.low[at] in LIGHT))
