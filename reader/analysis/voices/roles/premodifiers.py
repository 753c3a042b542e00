"""Read the role before a name: "former diplomat", "Yemen scholar", "Justice Minister, …"."""

import re

from reader.analysis.voices.names.lists import entries, role_of, singular, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.run_splitting import PLURAL_OWNERS
from reader.analysis.voices.names.titled import STYLES
from reader.analysis.voices.roles.appositions import segment
from reader.analysis.voices.roles.role_phrases import Role, Token, begins_sentence, employer, is_role, ties, tokens
from reader.analysis.words.grammar import DEPENDING, GENITIVES, PREPOSITIONS, cue_verbs, words
from reader.model import Span

_REACH = 140  # characters searched before a name
_WORDS = 12  # maximum words of a role
_UNSURE = 3  # maximum words of unknown kind after an article: "the little known banker X"
_ARTICLES = frozenset({"the", "a", "an"})
_STOPPERS = _ARTICLES | {
    "this",
    "that",
    "these",
    "those",
    "another",
    "certain",
    "one",
    "some",
    "any",
    "every",
    "each",
    "two",
}
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_COURTESY = frozenset({"Dr.", "Hon.", "Mx.", "Prof.", "St."})
_LINKS = words("parting")
_ENDINGS = ("al", "ic", "ist", "ive", "ary", "ous", "ian", "ese", "ish", "less", "ful", "born", "based", "year-old")
_BASED = re.compile(r"(?<![\w-])([A-Z][\w-]*-(?:based|born)\s(?:[a-z-]+\s){0,2}([a-z-]+))\s\Z")
_NOTED = re.compile(r"\s*(?:\([^)\n]*\)\s*|\[[^\]\n]*\]\s*)?")
_DETERMINER = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|and(?=\s[A-Z]))\s")
_ONE_OF = re.compile(r"\b[Oo]ne of (?:her |his |its |the |their |these |those )?\Z")
_OFFICE_OF = re.compile(r"(?:[\w’'-]+\s){0,3}?([\w’'-]+)\s(?:of|for|at|from|in|with)\s[^,.;:()“”\"\n]{2,60}")
_OPENED = re.compile(r"(?:\A|[.!?”]\s|\n)(?:After|Asked|At|Before|During|For|In|On|[A-Z][a-z]+ing)\s[^.;:!?\n]*\Z")
_SAID = frozenset({"”", '"', "»", ","})  # before a reporting verb that is followed by its source
_APART = (",", "and", "–", "—", "-")  # what may separate a role and a name
_MOST_SHARING = 8  # maximum names joined by "and" that share one role before them
_TAKE, _SKIP, _STOP = "take", "skip", "stop"


def role_before(  # noqa: PLR0911 - one answer a form of what stands there
    text: str, name: Name, names: Names, sharing: int = 0
) -> Role | None:
    """Return the role before a name, or None; `sharing` is the number of names joined to it by "and"."""
    left = max(0, name.start - _REACH)
    left = max(left, text.rfind("\n", left, name.start) + 1)
    article = text.endswith(" The ", left, name.start)  # "newspaper The Vela Star"
    right = name.start - len("The ") if article else name.start
    if _has_no_role(text[left:right].rsplit(maxsplit=1), name):
        return _words_of_mention(text, left, name, names)
    words = _words(text, name, left, right)
    apart = bool(words) and words[-1][2] in {"–", "—", "-"}
    words = words[:-1] if apart else words
    if not words:
        return None
    if words[-1][2] == "and":
        return _shared_role(text, words[-1][0], names, sharing + 1) if sharing < _MOST_SHARING else None
    if words[-1][2].endswith(","):
        several = singular(words[-1][2].rstrip(",")) != words[-1][2].rstrip(",").lower()
        shared = several and text.startswith(" and ", name.end)
        # "In a letter to the mayor, Ada Cole, a nurse, said"
        is_other = name.title in names.sources and _OPENED.search(text[left : name.start]) is not None
        if is_other or (text[name.end : name.end + 1] not in {",", ".", ""} and not shared):
            return None
        apart = True
        start, end, word = words[-1]
        words[-1] = (start, end - 1, word[:-1])
    office = _office(words, name)
    if office is not None:
        role = _longest_role(text, words[: office + 1], names)
        return Role(
            Span(words[0][0] if role.role is None else role.role.start, words[-1][1]), role.affiliation, role.noun
        )
    nearest = words[-1][2]
    title = table("titles").get(nearest)
    if nearest in STYLES or (title is not None and (title != "u" or nearest in _COURTESY or nearest[-1] != ".")):
        return _titled(text, name, words[:-1], names)  # "Mr." is no role, "Sen." is one
    called = nearest.lower() in entries("called")
    ends = title is not None or _ends_role(nearest, name)
    whole = _of_body(text, left, words[-1][1], names) if apart and (nearest[:1].isupper() or not ends) else None
    if whole is not None or not ends:
        return whole
    if apart and not (called or role_of(nearest)):
        return None
    return _one_of(text, left, _longest_role(text, words, names))


def _titled(text: str, name: Name, words: list[Token], names: Names) -> Role | None:
    """The role in the words before a title: "fisherman Mr. Cole", "the deputy leader, Cllr Ada Cole, …"."""
    if words and words[-1][2].endswith(",") and text.startswith(",", name.end):
        words[-1] = (words[-1][0], words[-1][1] - 1, words[-1][2][:-1])
    return _longest_role(text, words, names) if words and role_of(words[-1][2]) else None


def _has_no_role(words: list[str], name: Name) -> bool:
    """Whether the last word before a name shows that there is no role, as in most cases."""
    if name.titled or not words or words[-1].startswith("[") or words[-1].endswith(_APART):
        return not words
    return words[-1] not in table("titles") and not _ends_role(words[-1], name)


def _words_of_mention(text: str, left: int, name: Name, names: Names) -> Role | None:
    """The words that begin a speaker's mention, whatever their noun ("says ice seller Ada Cole"), or "Lisk-based …"."""
    based = None if name.body or name.place else _BASED.search(text, left, name.title)
    if based is not None:
        return Role(Span(*based.span(1)), None, singular(based[2]))
    if name.body or name.place or name.title != name.start or not text[max(0, name.start - 2)].islower():
        return None
    first = len(words := tokens(text, left, name.start))
    while first and len(words) - first <= _UNSURE:
        first -= 1
        start, _, word = words[first]
        article = word.lower() in _ARTICLES
        if word == "thing" or word in cue_verbs() or not (article or (word.islower() and word.isalpha())):
            break
        if start in names.sources:
            first += article
            plain = (
                first < len(words)
                and words[-1][2] not in PREPOSITIONS
                and not any(word in _STOPPERS or word in _OWNERS for _, _, word in words[first:])
            )
            return Role(Span(words[first][0], words[-1][1]), None, singular(words[-1][2])) if plain else None
    return None


def _ends_role(word: str, name: Name) -> bool:
    """Whether a word can be the last of the role before a name."""
    low = word.lower()
    writes = name.outlet and low in {"blogger", "columnist"}
    return low in entries("called") or writes or (is_role(word, body=name.body) and word != "ruling")


def _words(text: str, name: Name, left: int, right: int) -> list[Token]:
    """The words before a name without notes, and without a title after a comma.

    For a name in a bracket ("[President Cole]"), only the words in it.
    """
    if text.endswith("[", left, name.title):
        return tokens(text, name.title, right)
    words = [t for t in tokens(text, left, right) if not t[2].startswith("[") or t[2].endswith(".")]
    if len(words) > 1 and words[-1][2] in {"himself,", "herself,"}:
        start, end, word = words[-2]
        return [*words[:-2], (start, end + 1, f"{word},")]  # "The minister himself, Ada Cole,"
    # "The editor of the Herald, Mrs. Ada Cole"
    return words[:-1] if len(words) > 1 and words[-1][2] in table("titles") and words[-2][2][-1] == "," else words


def _one_of(text: str, left: int, role: Role) -> Role:
    """A plural role with the "one of" before it: "one of the study authors, Ada Cole"."""
    one = None if role.role is None else _ONE_OF.search(text, left, role.role.start)
    if one is None or role.role is None:
        return role
    return Role(Span(one.start(), role.role.end), role.affiliation, role.noun)


def _of_body(text: str, left: int, end: int, names: Names) -> Role | None:
    """The role with its "of" phrase, before a comma and a name: "the Vice-Minister of Mining, Ada Cole,"."""
    for determiner in reversed(list(_DETERMINER.finditer(text, left, end))):
        match = _OFFICE_OF.fullmatch(text, determiner.end(), end)
        if match is None or role_of(match[1]) is None:
            continue
        several = singular(match[1]) != match[1].lower()
        role = segment(text, match.start(), names, end)
        if not several or role is None:
            return role
        one = _one_of(text, left, role)
        return None if one == role else one
    return None


def before_handle(text: str, start: int, names: Names) -> Role | None:
    """Return the role before a user name at `start`, with or without a comma or bracket: "Kenyan tweep @ana"."""
    left = max(0, start - _REACH)
    left = max(left, text.rfind("\n", left, start) + 1)
    words = tokens(text, left, left + len(text[left:start].rstrip(" ,(")))
    noun = words[-1][2] if words else ""
    if role_of(noun) is None or singular(noun) != noun.lower():
        return None
    return _longest_role(text, words, names)


def _office(words: list[Token], name: Name) -> int | None:
    """The index of the role in words that end with its "of" phrase: "Secretary" in "the Secretary of State"."""
    at = next((index for index, word in enumerate(words) if word[0] == name.title), len(words))
    return at if at + 1 < len(words) and words[at + 1][2] in {"for", "of", "to"} else None


def _shared_role(text: str, conjunction: int, names: Names, sharing: int) -> Role | None:
    """The plural role that a name shares with the name before "and": "Bloggers Ana Reis and Tom Cray"."""
    near = names.before(conjunction, 1)
    if not near or near[-1].body or not _NOTED.fullmatch(text, near[-1].end, conjunction):
        return None
    role = role_before(text, near[-1], names, sharing)
    if role is None or role.role is None:
        return None
    noun = role.role.of(text).split()[-1].lower()
    return role if singular(noun) != noun else None


def _longest_role(text: str, words: list[Token], names: Names) -> Role:
    """The longest role phrase that ends with the last word."""
    first, unsure = len(words) - 1, 0
    for index in range(len(words) - 2, max(-1, len(words) - _WORDS - 1), -1):
        low = words[index][2].lower()
        if low in _STOPPERS:
            first = index + 1 if unsure and low in _ARTICLES else first
            break
        if low in _OWNERS or (low.endswith("-year-old") and low[0].isdigit()):
            first = index
            break
        owned = unsure > 0 and _ends_body(words[index], words[index + 1][2], names)
        step = _membership(text, words, index, unsure=unsure > 0 and not owned)
        if step is _STOP:
            begun = words[index + 1][0] in names.sources and not begins_sentence(text, words[index][0])
            apart = words[index][2].endswith(",") or low in cue_verbs() or begun
            if apart and unsure and words[index + 1][2].lower() not in DEPENDING | {"including", "like"}:
                first = index + 1  # "In May, *hotel* owner Ada Roe", "says *hotel* owner …", "according to *hotel* …"
            break
        if step is _SKIP:
            unsure += 1
            if unsure > _UNSURE:
                break
        elif owned or not unsure or low in entries("modifiers"):  # "former lock keeper"
            first = index
    first += _is_generic_owner(words[first][2])
    own = first
    first = _with_body(words, first, names)
    span = Span(words[first][0], words[-1][1])
    noun = singular(words[-1][2].strip("."))
    tie = next((n.span for n in names.within(span.start, span.end) if ties(n) and n.end < words[-1][0]), None)
    if tie is None and first < own:
        owner = next((at for at in range(own, len(words)) if not words[at][2][0].isupper()), own + 1) - 1
        tie = Span(span.start, words[owner][1])
    return Role(span, tie or employer(text, words[first:], noun), noun)


def _ends_body(word: Token, following: str, names: Names) -> bool:
    """Whether a word is the last of a body's name, or its letters, before a noun ("UCSC history professor Ada Roe")."""
    done = following in cue_verbs() or following.endswith("ed") or following in PREPOSITIONS | DEPENDING
    near = () if done or not word[2][:1].isupper() else names.before(word[1], 1)
    return bool(near) and near[-1].end == word[1] and (near[-1].body or word[2].isupper())


def _is_generic_owner(word: str) -> bool:
    """Whether a word is the end of a name with another word that begins sentences: "the We *Company’s* chair"."""
    return word[0].isupper() and word.endswith(GENITIVES) and word.rstrip("s’'").lower() in table("called")


def _with_body(words: list[Token], first: int, names: Names) -> int:
    """Where a role begins that starts with a body's whole name: "*Bank of* Varland analyst"."""
    start, _, word = words[first]
    near = names.before(start, 1)
    if near and near[-1].body and near[-1].end > start:
        return next((at for at in range(first) if words[at][0] == near[-1].start), first)
    governed = first > 1 and words[first - 1][2] == "of" and word[0].isupper()
    body = words[first - 2][2] if governed else ""
    return first - 2 if body[:1].isupper() and not (role_of(body) or body in entries("openers")) else first


def _membership(text: str, words: list[Token], index: int, *, unsure: bool) -> str:
    """Whether the word at `index` belongs to the role after it, ends it, or only may belong to it."""
    start, _, word = words[index]
    low, following = word.lower(), words[index + 1][2]
    modifiers = entries("modifiers")
    closed = text[max(0, start - 2) : start - 1] in _SAID
    says = low in cue_verbs() and closed  # "“…,” notes co-author Ada Roe", "At night, says baker Ada Roe, it leaks"
    attorney = word == "U.S." and following == "Attorney"
    if says or low in _LINKS or (not attorney and word[-1] in '.;:!?,”"' and word not in table("titles")):
        return _STOP
    if low in {"and", "&"}:
        return _TAKE if index and role_of(words[index - 1][2]) else _STOP
    if word[0].isupper():
        if unsure or (word in entries("openers") and low not in modifiers):
            return _STOP
        # At the start of a sentence a capital means nothing: "Count former president ..."
        known = low in modifiers or word in entries("demonyms") | PLURAL_OWNERS or following not in modifiers
        return _TAKE if known or not begins_sentence(text, start) else _STOP
    if low in modifiers or role_of(low) or low in table("bodies") or "-" in low or low.endswith(_ENDINGS):
        return _TAKE
    return _SKIP
