"""Decide whether a cue with content and source reports words, rather than a thought or a denied statement."""

from reader.analysis.cues.cues import ENDING, Cue
from reader.analysis.cues.unit_findings import UnitFindings, has_marks, is_in_content
from reader.analysis.sources.owners import TEXTS
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.syntax.subjects import subject_before
from reader.analysis.units.marked_titles import capitalised
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import WORD, Unit
from reader.analysis.units.verbs import finite_at
from reader.analysis.words.grammar import (
    BE,
    MODALS,
    PERSONS,
    PREPOSITIONS,
    can_speak_or_show,
    is_actor,
    is_mute,
    is_role,
    words,
)
from reader.analysis.words.lexicon import entries

_DOCUMENTS_ONLY = frozenset({"show", "prove", "demonstrate", "illustrate", "mean"})
_COURTS = frozenset({"court", "courts", "judge", "judges", "justice", "justices", "panel", "tribunal"})
_NAMED = frozenset({"called", "identified", "known", "named", "quoted"})
_MODALS = MODALS - {"will", "would"}
_DOING = frozenset({"make", "order"})  # "it is ordered that"
_CONDITIONALS = frozenset({"if", "unless"})
_CONDITION = 64  # maximum tokens from "if" to a verb, with the subject between them
_SEVERAL = 24  # maximum tokens from "neither" to the name after "nor"
_ADJECTIVE = 5  # maximum tokens of "it is only fair"
_YET_TO_DO = words("yet_to_do")
_COMPARING = frozenset({"least", "less", "more", "most"})
_BEING = 4  # maximum tokens from "is" to the "to" of "is now due to"
_YET = frozenset({"will", "would"})
_IMAGINE = frozenset({"imagine", "pretend", "suppose"})
_LEADING = frozenset({"and", "but", "just", "now", "or", "so", "then"})
_ALL_SAID = frozenset({"all", "anything", "everything", "nothing", "something", "what", "whatever"})
_ANYONE = frozenset({"any", "anybody", "anyone"})
_NOT_ALL = frozenset({"nobody", "none", "not"})
_READERS = frozenset({"he", "i", "she", "they", "we", "who"})
_RECALLING = frozenset({"explain", "lament", "note", "observe", "point", "recall", "remark", "say", "stress"})

NAMING = frozenset({"call", "christen", "dub", "term"})
"""The reporting verbs that only give a name."""


def is_saying(u: Unit, cue: Cue, content: Content, source: Phrase | None) -> bool:  # noqa: PLR0911 - one return a reason
    """Return whether a cue with its content is a statement: with a source, and neither a thought nor denied."""
    not_all = content.how == "colon" and (source is None or u.low[source.first] in _NOT_ALL or _cannot_show(u, source))
    mindless = cue.verb.lemma in entries("cue_adjectives") and not _can_have_opinion(u, source, content)
    if not_all or mindless or _is_only_name(u, cue, content, source) or _is_indefinite_one(u, cue, source):
        return False  # "Not everyone agrees: Roe said …"
    if content.how == "wh" and cue.verb.kind != "asking" and not _is_factive(u, cue, content):
        return False
    if content.how == "infinitive" and (_is_only_thought(u, cue, content) or _is_portent(u, cue, source)):
        return False
    if cue.verb.kind == "showing" and (source is None or not _uses_words(u, cue, content, source)):
        return False
    if cue.passive and source is None and not _has_passive_content(u, cue, content):
        return False
    if has_marks(u, content):
        return _says_marks(u, cue, content, source)
    judging = source is not None and {u.low[source.head_last], u.low[source.first]} & _COURTS  # also "Justice Roe"
    ruled = cue.verb.lemma == "hold" and bool(judging)
    told = u.low[cue.first - 2 : cue.first] == ["on", "to"]  # "went on to anticipate"
    if (cue.verb.kind == "thinking" and not (ruled or told)) or cue.negated:
        return False
    return source is not None or cue.passive


def _says_marks(u: Unit, cue: Cue, content: Content, source: Phrase | None) -> bool:
    """Whether content with quotation marks is a statement."""
    if content.how == "marks":
        words = any(" " in u.word(at) for at in u.marked(content.first, content.last))
        return source is not None or words  # no badges saying “staff”
    if (source is None and not cue.passive) or cue.negated:
        return False  # "this is not to say that it is “late”"
    return cue.verb.kind != "thinking" or (cue.verb.form != "base" and _in_own_words(u, content))


def _cannot_show(u: Unit, source: Phrase) -> bool:
    """Whether a source is a common noun for something that neither speaks nor shows anything."""
    head = u.low[source.head_last]
    return source.kind == "noun" and is_mute(head) and not can_speak_or_show(head)


def _is_indefinite_one(u: Unit, cue: Cue, source: Phrase | None) -> bool:
    """Whether a source is nobody in particular ("One has to ask whether it leaks", "anyone who says so")."""
    if source is not None and u.low[source.first] in _ANYONE and u.low[cue.group - 1] == "who":
        return True  # "any miller who says that it leaks"
    one = source is not None and source.first == source.last and u.low[source.first] == "one"
    return one and (cue.verb.form == "base" or (cue.verb.form == "s" and cue.verb.lemma == "wonder"))


def _can_have_opinion(u: Unit, source: Phrase | None, content: Content) -> bool:
    """Whether a source can be adamant or clear about a thing, unlike “it”, or a text followed by marks."""
    if source is None or (source.first and u.low[source.first - 1] in PREPOSITIONS):
        return False  # "the message sent by Roe was clear: …"
    head = u.low[source.head_last]
    if source.kind == "name":
        return True
    if source.kind == "pronoun":
        return head in _READERS
    return is_actor(head) and (content.how != "marks" or head not in TEXTS)


def _in_own_words(u: Unit, content: Content) -> bool:
    """Whether a thought has more quoted words than a term (“hopes that “it holds””)."""
    marks = u.marked(content.first, content.last)
    return content.how in {"bare", "that"} and any(u.word(at).count(" ") > 1 for at in marks)


def _is_only_name(u: Unit, cue: Cue, content: Content, source: Phrase | None) -> bool:
    """Whether the cue only gives a name ("the tax, as they like to call it", "whom everybody called “the Pike”")."""
    if source is None or cue.verb.lemma not in NAMING:
        return False
    as_named = u.low[max(0, source.first - 1)] == "as" and u.low[content.first] in {"it", "them"}
    return as_named or u.low[source.head_last] in {"everybody", "everyone"}


def _is_imagined(u: Unit, cue: Cue) -> bool:
    """Whether the reader is only asked to imagine the statement ("Now imagine that the bank says no")."""
    opening = next((at for at in range(min(2, cue.first)) if u.low[at] in _IMAGINE), None)
    return opening == 0 or (opening == 1 and u.low[0] in _LEADING)


def _has_passive_content(u: Unit, cue: Cue, content: Content) -> bool:
    """Whether a passive without its agent has content: a that-clause, a question, or what somebody “was told”."""
    if content.how == "wh" and cue.verb.lemma == "tell":
        return u.low[content.first] == "how" and u.low_at(content.first + 1) != "to"
    if content.how == "wh":  # not "whoever is asked whether"
        group = u.low[max(0, cue.group - 1) : cue.first]
        return cue.verb.kind == "asking" and group[:1] != ["who"] and {"are", "is"}.isdisjoint(group)
    return (content.how == "that" and cue.verb.lemma not in _DOING) or (
        content.how == "bare" and cue.verb.lemma == "tell"
    )


def _is_factive(u: Unit, cue: Cue, content: Content) -> bool:
    """Whether the content says why something is so, which implies that it is so ("explained why it leaked")."""
    told = not cue.negated and "cannot" not in u.low[cue.group : cue.first]
    # "recalls how she fled" implies that she fled; a letter “explaining how” is about it
    if u.low[content.first] == "how":
        heard = cue.verb.lemma == "tell" and u.low_at(content.first + 1) != "to"  # “told how”
        return told and (heard or cue.verb.lemma in _RECALLING) and cue.verb.form != "ing"
    return told and u.low[content.first] == "why" and cue.verb.kind in {"saying", "writing"}


def only_possible(u: Unit, cue: Cue) -> bool:
    """Return whether the statement is only possible, due or imagined ("one might say", "suppose Roe says")."""
    group = u.low[cue.group : cue.first]
    if _is_imagined(u, cue) or ("have" not in group and not _MODALS.isdisjoint(group)):
        return True
    if "have" in group and ("would" in group or u.low[0] == "would"):
        return True  # "Would Roe have said that it leaks?"
    near = u.low[max(0, cue.group - _CONDITION) : cue.group]
    subject = None if _CONDITIONALS.isdisjoint(near) else subject_before(u, cue.group)
    if subject is not None and subject.first and u.low[subject.first - 1] in _CONDITIONALS:
        return True  # "if the court rules that it leaks"
    to = cue.first - 1
    if cue.verb.form != "base" or to < 2 or u.low[to] != "to":  # noqa: PLR2004 - "it is" before it
        return False
    due = u.low[to - 1] in _YET_TO_DO and u.low[to - 2] not in _COMPARING  # but "more likely to say"
    due = due and not BE.isdisjoint(u.low[max(0, to - _BEING) : to - 1])
    return due or _only_fair(u, to)  # "is due to announce that it leaks"


def _only_fair(u: Unit, to: int) -> bool:
    """Whether a "to" follows "it is" and an adjective (“it is only fair to say”)."""
    for at in range(to - 1, max(0, to - _ADJECTIVE), -1):
        if u.low[at] in {"it's", "it’s"} or (u.low[at] in BE and at and u.low[at - 1] in {"it", *_MODALS, "would"}):
            return "it" in u.low[max(0, at - 2) : at] or u.low[at].startswith("it")
        if u.kinds[at] != WORD:
            return False
    return False


def is_own_plan(u: Unit, cue: Cue, source: Phrase | None, found: UnitFindings) -> bool:
    """Return whether a speaker only states their own hope or plan to say it (“said she would ask him to go”)."""
    if source is None or source.kind != "pronoun" or not is_in_content(u, cue, found):
        return False
    held = cue.verb.kind == "thinking" or cue.verb.lemma in NAMING  # "what he calls “aggression”"
    return held or not _YET.isdisjoint(u.low[cue.group : cue.first])


def of_neither(u: Unit, source: Phrase | None) -> bool:
    """Return whether none of several says it ("Neither Roe nor Reed said that it leaks", "neither of them asked")."""
    if source is None:
        return False
    last = u.low[source.first - 1 : source.first] == ["nor"]
    return u.low[source.first] in {"neither", "none"} or (
        last and "neither" in u.low[max(0, source.first - _SEVERAL) :]
    )


def _is_only_thought(u: Unit, cue: Cue, content: Content) -> bool:
    """Whether an infinitive is a thought, or only "not to be named"."""
    if cue.verb.lemma == "call":
        return False
    secret = u.low[content.first] == "not" and u.low[content.last] in {"name", "names"}
    if cue.verb.lemma == "propose":
        return True
    if cue.verb.lemma == "invite" and (cue.passive or cue.verb.form in {"base", "past"}):
        return True  # an experience, or only an intention
    if cue.verb.kind not in {"asking", "saying"} or u.low[content.last] in _NAMED or secret:
        return True
    return not _NAMED.isdisjoint(u.low[content.first + 2 : content.first + 5])


def _is_portent(u: Unit, cue: Cue, source: Phrase | None) -> bool:
    """Whether the subject of "threaten" or "promise" is a thing ("storms threaten to close the port")."""
    if cue.verb.lemma not in {"promise", "threaten"} or source is None or source.kind == "pronoun":
        return False
    one_word = source.head_first == source.head_last == 0 and u.low[0].endswith("s")
    return (source.kind == "noun" or one_word) and not is_actor(u.low[source.head_last])


def _uses_words(u: Unit, cue: Cue, content: Content, source: Phrase) -> bool:
    """Whether a verb of showing has a source that uses words: a document or speaker, no event or thing."""
    head = u.low[source.head_last]
    pronoun = source.kind == "pronoun" and not (head == "it" and u.low_at(cue.last + 1) == "that")
    if cue.verb.lemma == "find" and (pronoun or cue.verb.form == "base" or u.low_at(cue.last + 1) == "out"):
        return False  # found in this sense means seen, not said
    if cue.verb.lemma == "find" and content.how == "marks" and (source.kind == "name" or is_role(head)):
        return False  # "Roe found “a note”"
    if source.kind == "noun":
        return can_speak_or_show(head)
    if source.kind == "pronoun":
        return head in PERSONS or (head == "it" and cue.verb.lemma == "find")  # as a report or a court does
    return cue.verb.lemma not in _DOCUMENTS_ONLY


def names_work(u: Unit, cue: Cue, content: Content, source: Phrase | None) -> bool:
    """Return whether marks right after "read", "wrote" or "started" are a title (“She read “The Eel””)."""
    at = content.first
    begun = cue.verb.lemma in ENDING
    if not (begun or cue.verb.lemma in {"read", "write"}) or source is None or at not in u.marks or at != cue.last + 1:
        return False
    reader = source.kind == "name" or u.low[source.head_last] in _READERS or is_role(u.low[source.head_last])
    if not (reader or begun) or u.stop(at) in {".", "!", "?"} or u.low_at(at + 1) in {"on", "across"}:
        return False  # "wrote “No More Dams” on the wall"
    inside = u.marks[at].inner(u.text).of(u.text).split()
    return len(inside) > (cue.verb.lemma == "write") and capitalised([w for w in inside if w[0].isalnum()])


def is_all_said(u: Unit, content: Content, source: Phrase | None) -> bool:
    """Return whether a clause is about all that somebody says, and is no content ("Everything Roe said was wrong")."""
    if source is None or content.how != "bare":
        return False
    begins = source.first if source.kind == "name" and source.first < source.last else source.first - 1
    return u.low[max(0, begins)] in _ALL_SAID and finite_at(u, content.first) and not opens_clause(u, content.first)
