"""Read the role before a name: "former diplomat", "Yemen scholar", "Justice Minister, …"."""

from reader.analysis.units.units import PARENTHESIS, WORD
from reader.analysis.voices.names.lists import entries, role_of, singular, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.run_splitting import PLURAL_OWNERS
from reader.analysis.voices.names.titled import STYLES
from reader.analysis.voices.roles.phrase_reading import body_inside, described, is_role
from reader.analysis.voices.roles.role_phrases import Role, begins_sentence
from reader.analysis.voices.roles.tokens import ARTICLES, Tokens, tokens_around
from reader.analysis.words.grammar import DASHES, DEPENDING, DETERMINERS, POSSESSIVES, PREPOSITIONS, cue_verbs, words

_WORDS = 12  # maximum words of a role
_UNSURE = 3  # maximum words of unknown kind after an article: "the little known banker X"
_COURTESY = frozenset({"Dr.", "Hon.", "Mx.", "Prof.", "St."})
_ENDINGS = ("al", "ic", "ist", "ive", "ary", "ous", "ian", "ese", "ish", "less", "ful", "born", "based", "year-old")
_OPENING = frozenset({"after", "asked", "at", "before", "during", "for", "in", "on"})
_NO_FIELD = DETERMINERS | PREPOSITIONS | {"and", "that", "who"}
_OFFICE = 3  # maximum words before the noun of an office before its "of"


def role_before(text: str, name: Name, names: Names) -> Role | None:
    """Return the role before a name, or None."""
    t = tokens_around(text, name.title, names)
    last = t.at(name.start) - 1
    last -= last > 0 and t.word(last) in {"The", "“", '"'}  # "newspaper The Vela Star"
    while last >= 0 and t.unit.kinds[last] == PARENTHESIS:
        last -= 1
    if t.word(last) in table("titles") and t.low(last - 1) == ",":
        # "The editor of the Herald, Mrs. Ada Cole", but "In October, Rep. Ada Cole"
        return _role_until(t, name, last - 1) or _role_until(t, name, last)
    return _role_until(t, name, last)


def _role_until(t: Tokens, name: Name, last: int) -> Role | None:
    """The role whose last word is at an index, or before the comma, the dash or the word for a name that is there."""
    text, names = t.text, t.names
    last -= t.low(last) in {"called", "named"} and role_of(t.word(last - 1)) is not None
    shared = _shared_role(t, last)
    if shared is not None:
        return shared
    apart = last > 0 and (t.low(last) == "," or t.low(last) in DASHES) and not t.inside(last)
    if apart and t.low(last) == "," and t.low(0) == "as" and t.low(1) not in DETERMINERS - {"the"}:
        return described(t, 1, last)  # "As director of the Delta Trust, Ada Cole said", but "As a child, Ada Cole saw"
    if apart and t.low(last) == ",":
        several = singular(t.low(last - 1)) != t.low(last - 1) and t.low(t.behind(name)) == "and"
        # "In a letter to the mayor, Ada Cole, a nurse, said"
        other = name.title in names.sources and (t.low(0) in _OPENING or t.low(0).endswith("ing"))
        if other or not (several or t.low(t.behind(name)) in {",", ".", ""}):
            return None
    last -= apart + (apart and t.low(last - 1) in {"herself", "himself"})  # "The minister himself, Ada Cole,"
    if last < 0 or (t.low(last) == "and" and not apart):
        return None
    found = _role_up_to(t, name, last, apart=apart)
    quoted = found is not None and found.role is not None and text.endswith(('"', "“"), 0, found.role.start)
    return None if quoted else found  # the words of a quoted person are not the article's


def _role_up_to(t: Tokens, name: Name, last: int, *, apart: bool) -> Role | None:
    """The role before a name. Its last word is at an index; a comma or a dash may stand between it and the name."""
    office = t.at(name.title)
    if office < last and t.low(office + 1) in {"for", "of", "to"}:
        role = role_up_to(t, office)
        start = t.unit.starts[office] if role.role is None else role.role.start
        return Role(t.span(t.at(start), last + 1), role.affiliation, role.noun)
    nearest, title = t.word(last), table("titles").get(t.word(last))
    if nearest in STYLES or (title is not None and (title != "u" or nearest in _COURTESY or nearest[-1] != ".")):
        return role_up_to(t, last - 1) if last and role_of(t.word(last - 1)) else None  # "fisherman Mr. Cole"
    called = nearest.lower() in entries("called") or (name.outlet and nearest.lower() in {"blogger", "columnist"})
    ends = title is not None or called or (is_role(nearest, body=name.body) and nearest != "ruling")
    whole = _with_complement(t, last) if apart and (t.is_name(last) or not ends) else None
    if whole is not None or (apart and not (called or role_of(nearest))):
        return whole
    return role_up_to(t, last) if ends else _office_of(t, last)


def _office_of(t: Tokens, last: int) -> Role | None:
    """The role with a common noun as its complement right before a name: "former *secretary of state* Ada Cole"."""
    for of in (last - 1, last - 2):
        common = all(t.unit.kinds[at] == WORD and t.low(at) not in _NO_FIELD for at in range(of + 1, last + 1))
        if common and t.low(of) == "of" and role_of(t.word(of - 1)) is not None:
            role = role_up_to(t, of - 1)
            return Role(t.span(t.at(role.role.start), last + 1), *role.rest) if role.role is not None else None
    return None


def _with_complement(t: Tokens, last: int) -> Role | None:
    """The role with its "of" phrase, before a comma and a name: "the Vice-Minister of Mining, Ada Cole,"."""
    for at in range(last - 2, -1, -1):
        if t.is_stop(at):
            break
        if not (t.low(at) in ARTICLES | {"its", "our", "their"} or (t.low(at) == "and" and t.is_name(at + 1))):
            continue
        noun = next((i for i in range(at + 1, min(at + 2 + _OFFICE, last)) if t.low(i + 1) in PREPOSITIONS), at)
        if role_of(t.word(noun)) is None:
            continue
        one = t.behind_one_of(at + 1)
        if singular(t.word(noun)) != t.low(noun) and one == at + 1:
            return None
        role = described(t, at + 1, last + 1)
        if role is None:
            return None
        return Role(t.span(one, last + 1 if role.role is None else t.past(role.role.end)), *role.rest)
    return None


def _shared_role(t: Tokens, last: int) -> Role | None:
    """The plural role that a name shares with those before it in a list: "Bloggers Ana Reis, Bo Lisk and Tom Cray".

    `last` is the index of the comma or the "and" before the name.
    """
    first = None
    while t.low(last) in {",", "and"}:
        last -= 1 + (t.low(last - 1) == ",")
        while last > 0 and t.unit.kinds[last] == PARENTHESIS:
            last -= 1
        name = t.owners[last] if last > 0 else None
        if name is not None and name.place and t.low(t.at(name.title) - 1) in {"from", "of"}:
            last = t.at(name.title) - 2  # "Ada Roe of Varland and Tom Cray"
            name = t.owners[last] if last > 0 else None
        if name is None or name.body or t.behind(name) != last + 1:
            break
        first, last = name, t.at(name.title) - 1
    role = None if first is None else role_before(t.text, first, t.names)
    noun = "" if role is None or role.role is None else role.role.of(t.text).split()[-1].lower().strip(".")
    return role if singular(noun) != noun else None


def role_up_to(t: Tokens, last: int) -> Role:
    """Return the longest role phrase that ends with the token at an index, and the body in it."""
    first = _first_of(t, last)
    name = t.owners[first] if first < last else None
    if name is not None and name.body:
        first = t.at(name.start)  # "*Bank of* Varland analyst"
    elif t.low(first - 1) == "of" and t.is_name(first - 2):
        first -= 2  # "*Port of* Tarn chief executive"
    noun = singular(t.word(last).strip("."))
    return Role(t.span(t.behind_one_of(first), last + 1), body_inside(t, first, last + 1, noun), noun)


def _first_of(t: Tokens, last: int) -> int:
    """The first word of the longest role phrase that ends at an index: only words that fit, or all after an article."""
    first, unsure = last, 0
    for at in range(last - 1, max(-1, last - _WORDS), -1):
        low, bracketed = t.low(at), t.unit.kinds[at] == PARENTHESIS and t.is_name(at - 1)
        if low in DETERMINERS - POSSESSIVES or low == "whose":
            return at + 1 if unsure and low in ARTICLES else first
        if low in POSSESSIVES and unsure and t.word(last)[0].isupper():
            return first  # "her views resemble *Senator* Ada Roe’s"
        if low in POSSESSIVES or (low.endswith("-year-old") and low[0].isdigit()):
            return at
        name = t.owners[at] if unsure and t.low(at + 1) not in cue_verbs() else None
        # the last word of a body's name, or its letters: "UCSC history professor"
        owned = name is not None and t.behind(name) == at + 1 and (name.body or t.word(at).isupper())
        if not bracketed and _is_outside(t, at, unsure=unsure > 0 and not owned):
            begun = t.unit.starts[at + 1] in t.names.sources and not begins_sentence(t.text, t.unit.starts[at])
            parted = low == "," or low in cue_verbs() or begun
            # "In May, *hotel* owner Ada Roe", "says *hotel* owner …", "according to *hotel* owner …"
            return at + 1 if parted and unsure and t.low(at + 1) not in DEPENDING | {"including", "like"} else first
        if not (bracketed or _modifies(t, at)):
            unsure += 1
            if unsure > _UNSURE:
                break
        elif owned or not unsure or low in entries("modifiers"):  # "former lock keeper"
            first = at
    return first


def _is_outside(t: Tokens, at: int, *, unsure: bool) -> bool:
    """Whether the token at an index is before the first word of a role, and no part of it."""
    low, word = t.low(at), t.word(at)
    if t.is_stop(at) or low in words("parting") or (low in cue_verbs() and at and t.is_stop(at - 1)):
        return True  # "“…,” notes co-author Ada Roe", "At night, says baker Ada Roe, it leaks"
    if low in {"and", "&"}:
        return not (at and role_of(t.word(at - 1)))
    if not word[0].isupper() or low in entries("modifiers"):
        return word[0].isupper() and unsure
    # At the start of a sentence a capital means nothing: "Count former president ..."
    known = word in entries("demonyms") or word in PLURAL_OWNERS or t.word(at + 1) not in entries("modifiers")
    return unsure or word in entries("openers") or not (known or not begins_sentence(t.text, t.unit.starts[at]))


def _modifies(t: Tokens, at: int) -> bool:
    """Whether a word surely belongs to the role after it, unlike most in lower case."""
    low = t.low(at)
    listed = low in entries("modifiers") or role_of(low) or low in table("bodies") or low in {"and", "&"}
    return bool(listed) or t.word(at)[0].isupper() or "-" in low or low.endswith(_ENDINGS)
