"""Decide whether a coordinated verb is another action of the speaker, or belongs to the content."""

from reader.analysis.units.units import NAME, QUOTE, WORD, Unit
from reader.analysis.units.verbs import finite_at, finite_verbs, verb_at
from reader.analysis.words.grammar import ADDRESSED, AUXILIARIES, BE, DEPENDING, MODALS, WH, cue_verbs, is_adverb, words

_VERB = 6  # maximum tokens from a contrast to its verb
_TELLING = frozenset({"comment", "confirm", "disclose", "discuss", "elaborate", "identify", "name", "say", "specify"})
_GIVING = frozenset({"give", "offer", "provide"})
_DETAILS = frozenset({"detail", "details", "evidence", "examples", "figures", "reason", "reasons", "specifics"})
_WITHHOLDING = words("withholding")
_PERFECT = BE | {"be", "been", "have"}
_PAST = frozenset({"did", "had", "were"})
_FIRST = frozenset({"i", "me", "my", "our", "us", "we"})
_OBJECT = frozenset({"a", "an", "the"})  # words that begin its object
_PRESENT = frozenset({"are", "can", "do", "does", "has", "have", "is", "may", "must", "will"})
_ASKED = WH | {"if", "whether"}
_OWN = frozenset({"he", "i", "it", "she", "they", "we"})


def joins_past_to_infinitive(u: Unit, first: int, at: int) -> bool:
    """Return whether "and" joins a past verb to the verb that governs an infinitive (“asked them to go and left”)."""
    if u.low[at] not in {"and", "but"} or u.low_at(first + 1) == "be":  # "to be named and charged"
        return False
    follow = at + 1
    while follow < len(u) and is_adverb(u.low[follow]):
        follow += 1
    did = follow < len(u) and u.low[follow].endswith("ed") and finite_at(u, follow)
    return did and DEPENDING.isdisjoint(u.low[first:at])


def joins_past_to_saying(u: Unit, first: int, joint: int) -> bool:
    """Return whether "and" joins a past verb to the reporting verb of a future content (“said it would go and left”).

    After that "would" there may only be a simple infinitive, not “would be caught and jailed”.
    """
    if u.low[joint] != "and" or u.kind_at(joint + 1) != WORD:
        return False
    verb = verb_at(u, joint + 1)
    past = u.low[joint + 1].endswith("ed") or (verb is not None and verb[0].form == "past")
    modal = next(finite_verbs(u, first, joint), joint) if past and finite_at(u, joint + 1) else joint
    begun = modal < joint and u.low[modal] in MODALS and DEPENDING.isdisjoint(u.low[modal:joint])
    own = next((at for at in range(modal + 1, joint) if not is_adverb(u.low[at])), joint)
    return begun and _PERFECT.isdisjoint(u.low[modal:joint]) and not any(finite_verbs(u, own + 1, joint))


def joins_past_to_marks(u: Unit, first: int, joint: int) -> bool:
    """Return whether "and" after marks joins a past verb with an object to a present (“said it is “late” and hit him”).

    The past verb is that of the speaker, as the reporting verb is.
    """
    if u.kinds[joint - 1] != QUOTE or joint + 2 >= len(u) or not finite_at(u, joint + 1):
        return False
    past = u.low[joint + 1].endswith("ed") and (u.low[joint + 2] in _OBJECT or u.low[joint + 2].endswith("s"))
    verb = next(finite_verbs(u, first, joint), first)
    return past and u.low[verb] in _PRESENT


def begins_author_action(u: Unit, first: int, comma: int) -> bool:
    """Return whether a comma begins an action of a "we" or "I" author (“said the weir was shut, so we went home”).

    Words that were said to the author about the author continue (“told me that my roof leaks, so I must leave”).
    """
    if u.low[comma] != "," or comma + 3 >= len(u) or u.low[comma + 1] not in {"and", "so"}:
        return False
    at = comma + 1 + (u.low[comma + 1] == "and")
    so = u.low[at] == "so"
    if at + so + 1 >= len(u):
        return False
    own, _, ending = u.low[at + so].replace("’", "'").partition("'")
    verb = ending or u.low[at + so + 1]
    if own == "we" and so:
        return not ending and (verb in _PAST or (finite_at(u, at + so + 1) and verb not in AUXILIARIES))
    if own != "i" or (so and verb not in AUXILIARIES):
        return own == "i"
    return _FIRST.isdisjoint(u.low[first:comma])


def begins_answer_to_asker(u: Unit, first: int, at: int) -> bool:
    """Return whether "and" begins the answer to an asker (“asked where it was and was told that it was lost”)."""
    if u.low[at] != "and" or at + 3 >= len(u) or u.low[first] not in _ASKED:
        return False
    addressed = cue_verbs().get(u.low[at + 2])
    told = addressed is not None and addressed.lemma in ADDRESSED and addressed.form == "past"
    return told and u.low[at + 1] in BE and u.low[at + 3] in {"that", "to"}


def begins_contrasting_action(u: Unit, first: int, comma: int) -> bool:
    """Return whether ", but" joins another action of the speaker (“said that it leaked, but gave no details”).

    Statements about oneself continue with it too (“said he liked it, but wanted more”), except for what one would not
    say.
    """
    but = comma + (u.low[comma] == ",")
    if u.low_at(but) == "but" and _is_withheld(u, but + 1 + (u.low_at(but + 1) in _OWN)):
        return True
    if u.low[comma : comma + 2] != [",", "but"] or comma + 3 >= len(u):
        return False
    if "not" in u.low[first:comma] and u.low[comma + 2] in BE:
        return False  # "said that it was not late, but was lost"
    own = u.low[first + (u.low[first] == "that")] in _OWN
    return not own and (u.low[comma + 2] == "did" or begins_further_action(u, comma + 2))


def _is_withheld(u: Unit, at: int) -> bool:
    """Whether a verb group at `at` means not to say something ("would not discuss", "declined to name")."""
    if at + 2 >= len(u):
        return False
    tells = u.low[at + 2] in _TELLING or (u.low[at + 2] in _GIVING and not _DETAILS.isdisjoint(u.low[at + 3 : at + 6]))
    helped = u.low[at] in AUXILIARIES and u.low[at + 1] == "not" and tells
    contracted = u.low[at].endswith(("n't", "n’t")) and u.low[at + 1] in _TELLING
    return helped or contracted or (u.low[at] in _WITHHOLDING and u.low[at + 1] == "to")


def continues_own_speech(u: Unit, first: int, comma: int) -> bool:
    """Return whether a statement about oneself continues (“said she liked it, though she had not seen it”)."""
    own = u.low[first + (u.low[first] == "that")]
    if own not in _OWN or u.low[comma] != "," or comma + 3 >= len(u):
        return False
    at = comma + 1 + (u.low[comma + 1] == "even")
    if u.low[at] not in {"although", "but", "though", "while"} or u.low[at + 1] != own or own == "it":
        return False
    verbs = (verb_at(u, i) for i in range(at + 2, min(len(u), at + _VERB)))
    return all(verb is None or verb[0].kind == "thinking" for verb in verbs)


def begins_serial_action(u: Unit, comma: int) -> bool:
    """Return whether a comma joins another action of the speaker (“said that it leaks, thanked him and left”)."""
    if u.low[comma] != "," or comma + 2 >= len(u) or not u.low[comma + 1].endswith("ed"):
        return False
    return finite_at(u, comma + 1) and u.low[comma + 2] in {"her", "him", "me", "them", "us"}


def begins_past_action(u: Unit, first: int, comma: int) -> bool:
    """Return whether a comma joins a past action to a clause that somebody says now.

    That is “paid” in “says they came late, paid nothing and left”. It cannot be an action of the speaker.
    """
    told = cue_verbs().get(u.low[first - 1]) if first > 1 and u.low[comma] == "," else None
    if told is None or told.form != "s" or told.kind == "thinking" or u.low[first - 2] in WH or u.low[first] == "to":
        return False
    at = comma + 1
    while at + 1 < len(u) and u.kinds[at] == WORD and (u.low[at] in {"and", "then"} or is_adverb(u.low[at])):
        at += 1
    past = at + 1 < len(u) and u.kinds[at] == WORD and not u.low[at].endswith("s") and u.low[at] not in AUXILIARIES
    return past and finite_at(u, at)


def begins_further_action(u: Unit, at: int) -> bool:
    """Return whether ", and" joins another action of the speaker (“said that it leaks, and left”)."""
    while at + 1 < len(u) and u.kinds[at] == WORD and is_adverb(u.low[at]):
        at += 1
    if at + 1 >= len(u) or u.kinds[at] != WORD:
        return False
    present = u.low[at].endswith("s") and not (u.low[at].endswith(("ss", "us", "'s", "’s")) or u.low[at] in BE)
    of_saying = u.kinds[at + 1] == NAME and u.low[at] in cue_verbs()
    return (present and (u.low[at + 1] in _OBJECT or of_saying)) or (
        (u.low[at] in {"was", "were"} or u.low[at] not in AUXILIARIES) and finite_at(u, at)
    )
