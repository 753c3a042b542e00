"""Find the noun phrases that can be sources, in a language other than English."""

from reader.analysis.languages.language_data import BODIES, Language
from reader.analysis.languages.people import is_first_name
from reader.analysis.units.phrases import Phrase, pronoun_phrase
from reader.analysis.units.units import NAME, NUMBER, PARENTHESIS, QUOTE, STOP, WORD, Unit

_LONGEST = 14  # maximum tokens of a phrase before a verb
_APPOSED = 14  # maximum tokens of an apposition
_ADJECTIVES = 3
_ASIDE = 4  # tokens of "por su parte", "de son côté"
_WORDS = 8  # maximum words of a name, of titles and roles before it, and of a time
_MOST_RELATED = 4  # maximum relative words between a subject and its verb
_COMPLEMENT = 6  # tokens of "of the port of Orta"


def behind(u: Unit, at: int, language: Language) -> Phrase | None:
    """Return the phrase that begins at `at`, after words for a time; None without one.

    Its head is the name in it, else the noun or pronoun. An apposition in commas belongs to it where it has a noun for
    a person or body.
    """
    at = past_time(u, at, language)
    if at >= len(u) or u.kinds[at] in {STOP, QUOTE, PARENTHESIS, NUMBER}:
        return None
    if u.low[at] in language.pronouns:
        return pronoun_phrase(at)
    core = _core_of(u, at, language)
    if core is None:
        return None
    joint = _joint_names(u, core, language)
    return joint if joint is not None else _with_apposition(u, core, language)


def _joint_names(u: Unit, one: Phrase, language: Language) -> Phrase | None:
    """Two names joined by "and", where the second one is not the subject of a verb of its own."""
    if one.kind != "name" or one.last + 2 >= len(u) or u.low[one.last + 1] not in language.words("and"):
        return None
    other = _core_of(u, one.last + 2, language)
    if other is None or other.kind != "name" or not _no_verb_follows(u, other.last + 1, language):
        return None
    return Phrase(one.first, other.last, one.head_first, other.head_last, "name")


def _no_verb_follows(u: Unit, at: int, language: Language) -> bool:
    """Whether no verb can follow at `at`: there is punctuation, a quotation mark, a preposition or the end."""
    return at >= len(u) or u.kinds[at] in {STOP, QUOTE} or u.low[at] in language.words("prepositions")


def past_time(u: Unit, at: int, language: Language) -> int:
    """Return the first token after adverbs and words for a time ("am Montag", "lundi", "el martes")."""
    time = language.words("time")
    for _ in range(_WORDS):
        if at >= len(u):
            break
        if (u.low[at] in language.words("adverbs") and u.kinds[at] == WORD) or u.low[at] in time:
            at += 1
        elif u.low_at(at + 1) in time and u.kinds[at] == WORD:
            at += 2
        else:
            break
    return at


def _core_of(u: Unit, at: int, language: Language) -> Phrase | None:
    """Article, adjectives, roles and titles, and the name or the noun, with its complements."""
    first = at
    article = u.low[at] in language.words("determiners")
    at += article
    at = _after_adjectives(u, at, language) if article else at
    begin = at
    while at < min(len(u), begin + _WORDS) and _is_title_or_role(u, at, language):
        at += 1
    last = _name_end(u, at, language)
    if last is not None:
        if at > begin and is_body(u, at - 1, language):
            return Phrase(first, last, at - 1, last, "noun" if article else "name")
        if language.has("capitals"):  # "die Wirtin Ida Lang", a noun in no list
            at = next((index for index in range(at, last) if is_first_name(u.word(index))), at)
        common = language.document(u.low[last]) or (article and at == begin and language.has("capitals"))
        if common and not is_first_name(u.word(at)):  # "laut Gesetz", "die Stadtwerke Orta"
            return Phrase(first, _end_of_complements(u, last, language), at, last, "noun")
        return Phrase(first, last, at, last, "name")
    if at > begin:
        return _role_phrase(u, first, begin, at - 1, language, article=article)
    if article and u.kind_at(at) == WORD and _may_be_noun(u, at, language):
        end = _end_of_complements(u, at, language)
        name = _name_after(u, end + 1, language)  # "el ganador, Gerardo Ansel", a noun in no list
        return Phrase(first, end, at, at, "noun") if name is None else Phrase(first, name[1], *name, "name")
    return None


def _after_adjectives(u: Unit, at: int, language: Language) -> int:
    """The token after adjectives, where a role noun or a name follows them within a few words."""
    for ahead in range(at, min(len(u), at + _ADJECTIVES)):
        if u.kinds[ahead] == NAME or language.role(u.low[ahead]) is not None:
            return ahead
        if u.kinds[ahead] not in {WORD, NUMBER} or not _may_be_noun(u, ahead, language):
            break
    return at


def _may_be_noun(u: Unit, at: int, language: Language) -> bool:
    """Whether a word may be a noun or an adjective: it is in no closed class and no reporting verb."""
    low = u.low[at]
    closed = ("prepositions", "conjunctions", "coordinators", "that", "auxiliaries", "clitics", "determiners")
    return (
        low not in language.verbs and low not in language.pronouns and not any(low in language.words(c) for c in closed)
    )


def _is_title_or_role(u: Unit, at: int, language: Language) -> bool:
    """Whether a token is a title or a role noun."""
    called = u.kinds[at] in {WORD, NAME} and language.role(u.low[at]) is not None
    return called or language.title(u.word(at)) is not None


def is_body(u: Unit, at: int, language: Language) -> bool:
    """Return whether a token is a noun for a body."""
    role = language.role(u.low[at])
    return role is not None and role[0] in BODIES


def _name_end(u: Unit, at: int, language: Language) -> int | None:
    """The last token of the name that begins at `at`: capitalised words with particles between; None for none."""
    if u.kind_at(at) != NAME or (at == 0 and u.low[at] in language.common):
        return None
    particles, articles = language.words("name_particles"), language.words("determiners")
    for words in range(1, _WORDS):
        ahead = at + 1
        if u.low_at(ahead) in particles and u.kinds[ahead] == WORD:
            ahead += 1
            ahead += u.low_at(ahead) in articles  # "von der"
        if u.kind_at(ahead) != NAME:
            break
        if ahead > at + 1 and (language.role(u.low[at]) is not None or not language.joins(words, u.low[ahead])):
            break
        at = ahead
    return at


def _role_phrase(u: Unit, first: int, begin: int, last: int, language: Language, *, article: bool) -> Phrase | None:  # noqa: PLR0913 - where it stands
    """A phrase with role nouns; a name may follow it after a comma or a complement.

    That is "die Leiterin der Werft, Anna Keller,". A capitalised noun without an article is a surname ("Müller").
    """
    end = _end_of_complements(u, last, language)
    name = _name_after(u, end + 1, language)
    if name is not None:
        return Phrase(first, name[1], name[0], name[1], "name")
    surname = last > begin or u.word(begin) not in language.titles
    if not article and u.kinds[last] == NAME and surname and not language.document(u.low[last]):
        return Phrase(first, last, last, last, "name")
    return Phrase(first, end, last, last, "noun")


def _end_of_complements(u: Unit, last: int, language: Language) -> int:
    """The last token of a noun's complements: "der Werft", "de la ville de Valmont", "für Umwelt"."""
    complement = language.words("complement")
    end = last
    at = last + 1
    while at < len(u) and at - last <= _COMPLEMENT:
        if u.low[at] in complement:
            at += 1
            if u.low_at(at) in language.words("determiners"):
                at += 1
            if u.kind_at(at) not in {WORD, NAME} or not _may_be_noun(u, at, language):
                break
        elif u.kinds[at] != NAME or not (end > last and u.kinds[end] == NAME):
            break
        end = at
        at += 1
    return end


def _name_after(u: Unit, comma: int, language: Language) -> tuple[int, int] | None:
    """The tokens of a name between commas after a role: “…, Anna Keller,”."""
    if comma + 1 >= len(u) or u.low[comma] != ",":
        return None
    at = comma + 1
    while at < len(u) and u.word(at) in language.titles:
        at += 1
    last = _name_end(u, at, language)
    if last is None or last == at or (last + 1 < len(u) and u.kinds[last + 1] not in {STOP, QUOTE}):
        return None
    return at, last


def _with_apposition(u: Unit, core: Phrase, language: Language) -> Phrase:
    """The phrase with its age in brackets and with an apposition in commas that has a role noun."""
    last = core.last
    if u.kind_at(last + 1) == PARENTHESIS and u.ends[last + 1] - u.starts[last + 1] < 8:  # noqa: PLR2004 - "(54)"
        last += 1
    end = _end_of_apposition(u, last + 1, language) if core.kind == "name" else None
    return core.reaching(core.first, last if end is None else end)


def _end_of_apposition(u: Unit, comma: int, language: Language) -> int | None:
    """The last token of the apposition whose comma is at `comma`; None without one."""
    if comma + 1 >= len(u) or u.low[comma] != ",":
        return None
    role = False
    if u.low[comma + 1] in language.words("prepositions") and u.kind_at(comma + 2) != NUMBER:
        return None
    for at in range(comma + 1, min(len(u), comma + _APPOSED)):
        if u.kinds[at] in {STOP, QUOTE}:
            return at - 1 if role and at > comma + 1 else None
        if u.low[at] in language.verbs or u.low[at] in language.words("auxiliaries"):
            return None
        role = role or (at <= comma + 1 + _ADJECTIVES and language.role(u.low[at]) is not None)
        role = role or (at <= comma + 2 and u.kinds[at] == NUMBER)  # an age
    return len(u) - 1 if role and len(u) <= comma + _APPOSED else None


def ahead(u: Unit, last: int, floor: int, language: Language, related: int = 0) -> Phrase | None:
    """Return the phrase that ends at `last`, not before `floor`, as a subject with its verb right after it.

    None after a preposition, or where no phrase ends there. `related` counts the relative words after it.
    """
    while last >= floor and (u.low[last] in language.words("adverbs") or u.low[last] in language.words("clitics")):
        if u.low[last] in language.pronouns:
            break
        last -= 1
    if last < floor:
        return None
    end = last
    if u.low[last] == ",":
        named = _phrase_to(u, last - 1, floor, language)
        if named is not None and named.kind == "name" and "," in u.low[named.first : named.head_first]:
            return named
        opening = next((at for at in range(last - 1, max(floor, last - _APPOSED) - 1, -1) if u.low[at] == ","), None)
        if opening is None or opening - 1 < floor:
            return None
        end = last - 1
        relative = u.low[opening + 1] in language.words("relatives")
        itself = end == opening + 1 and u.low[end] in language.pronouns  # "Anne Petit, elle, demande"
        aside = u.low[opening + 1] in language.words("prepositions") and end - opening <= _ASIDE  # ", por su parte,"
        if not (relative or itself or aside or _end_of_apposition(u, opening, language) == end):
            return None
        last = opening - 1
    if u.low[last] in language.words("relatives") and u.low[last] not in language.pronouns and last > floor:
        before = last - 1 if u.low[last - 1] != "," else last - 2
        return ahead(u, before, floor, language, related + 1) if related < _MOST_RELATED else None
    phrase = _phrase_to(u, last, floor, language)
    return None if phrase is None else phrase.reaching(phrase.first, end)


def _phrase_to(u: Unit, last: int, floor: int, language: Language, *, joint: bool = True) -> Phrase | None:
    """The longest phrase whose last token is `last`; None after a preposition."""
    for start in range(max(floor, last - _LONGEST), last + 1):
        if u.kinds[start] in {STOP, QUOTE, PARENTHESIS}:
            continue
        phrase = behind(u, start, language)
        if phrase is None or phrase.first != start:
            continue
        if phrase.kind == "name" and phrase.last < last and _end_of_complements(u, phrase.last, language) == last:
            phrase = phrase.reaching(start, last)  # "Jonas Brandt von der Werft"
        if not phrase.head_last <= last <= phrase.last:
            continue
        if start > floor and u.low[start - 1] in language.words("prepositions"):
            return None
        before = u.low[start - 1] if start > floor + 1 else ""
        joined = joint and before in language.words("and")
        one = _phrase_to(u, start - 2, floor, language, joint=False) if joined else None
        if one is not None and one.kind == phrase.kind == "name":
            return Phrase(one.first, phrase.last, one.head_first, phrase.head_last, "name")
        return phrase
    return None
