"""Resolve "it": a body (organisation, publication) that is a subject or has spoken, its short form, or a document."""

import re

from reader.analysis.voices.names.forms import Form, Mention
from reader.analysis.voices.names.lists import FOREIGN_ARTICLES, entries, is_human, role_of, table
from reader.analysis.voices.names.names import Name, has_article
from reader.analysis.voices.names.roster import Referent, gender_of
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
from reader.analysis.words.grammar import FINITE, cue_verbs
from reader.model import QuotationKind, Span

_DOES = r"(?:has|had|is|was|does|did|will|would|can|could|also|then|later|again|[a-z]+(?:ed|es|s))\b"
_SHORT_FORM = re.compile(
    r"(?:(?:But|And|Yet|So|While|As|Still,|However,|In turn,) )?([Tt]he\s(?:[a-z’'-]+\s){0,2}?[a-z-]+)"
    r"(?=(?:,\s(?:for its part|however|too),|,)?\s"
    rf"(?:which|who|(?:{'|'.join(sorted(low for low in FINITE if low.isalpha()))})\b|{_DOES}))"
)
_DOCUMENT = re.compile(
    r"(?:(?:But|And|Yet|So) )?((?:An?|[Tt]he|Her|His|Its|This)\s(?:[a-z-]+\s)?(?P<noun>[a-z-]+))"
    r"(?:,\s[^.;:!?“\"]{3,60},)?"
    rf"\s(?:came|bore|went|{_DOES})"
)
_OWNED_BODY = re.compile(
    r"(?:(?:But|And|Yet|So) )?([Tt]he\s(?:[\w-]+\s){0,3}?[\w-]+(?:['’]s|s['’])\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+))"
    rf"\s(?:put|sent|wrote|{_DOES})"
)
_ACTING = ((_DOCUMENT, "document"), (_OWNED_BODY, "body"))
_PAPER = re.compile(
    r"\b((?:an?|her|his|its|the)\s(?:[a-z-]+\s){0,2}?"
    r"(?P<noun>card|email|letter|message|note|notice|poster|sign|statement|text))\b",
    re.IGNORECASE,
)
_TEXTS = sorted(n for n, sort in table("bodies").items() if sort == "document" and n not in table("called"))
_TEXT = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he)\s(?:(?!(?:about|an?|at|by|for|from|in|of|on|the|to|with)\s)[a-z-]+\s){{0,3}}?(?P<noun>{'|'.join(_TEXTS)})\b(?![-’'])"
)
_OPENS = re.compile(r"(?P<begun>(?:Asked|At|In|On|Speaking|Talking|Writing)\s)[^,.;:!?“”\"\n]{0,80}")
_CAPITALS = re.compile(r"[A-Z]{2,}")
# verbs that only a speaker can have as subject
_SPEAKING = frozenset({"agreeing", "asking", "denying", "saying", "writing"})
_SHOUTED = re.compile(r"[A-Z]{7,}")  # "CORRECTION"
_BEGINS = re.compile(r"(?:(?:[^\W\d_][^.;:!?“”\"\n]{0,60},|But|And|So|Still|Then|Yet)\s)?(?:[Tt]he\s)?")
_SUBJECT = 80  # maximum characters from the beginning of the content to the end of its subject
_ARABIC = frozenset({"Al", "An", "Ar", "As", "Ash", "El"})
_BEGINNINGS = entries("outlet_beginnings") | entries("outlet_openers")
_SURNAMES = entries("surnames_first")
_FEW = 6  # names of a referent that are checked
_CLAUSE = 200  # characters
_PERSONAL = re.compile(r"\b(?:he|her|his|she)\b")
_PLACED = ((), ("de",), ("del",), ("des",), ("di",), ("du",))  # after the second word of "Le Soir", "Le Soir de Lisk"
_NEXT_WORD = re.compile(r"\s([a-z-]+)")


def short_form(discourse: Discourse, place: AnaphorPlace, *, inside: bool = False) -> Mention | None:
    """Return the definite short form of a body that is subject of the pronoun's sentence or the one before.

    With `inside` it may also be in the words that the pronoun says ("The company fell, it said").
    """
    text = discourse.article.text
    paragraph, here = discourse.where(place.start)
    cut = discourse.sentences(paragraph)
    own = discourse.attributions[place.index].spans
    for sentence in reversed(cut[max(0, here - 1) : here + 1]):
        match = _SHORT_FORM.match(text, sentence.start, min(sentence.end, place.start))
        if match is None or (not inside and any(span.covers(match.start(1)) for span in own)):
            continue
        words = match[1].split()
        if table("bodies").get(words[-1]) == "body" and not _is_modifier(text, match.end()):
            span = Span(*match.span(1))
            return Mention(span, span, Form.NOUN, noun=words[-1], definite=True)
    return None


def _is_modifier(text: str, end: int) -> bool:
    """Whether a noun only modifies the next one, which names the speaker: "the report authors"."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and (is_human(following[1]) or following[1] in table("bodies"))


def surely_speaks(discourse: Discourse, place: AnaphorPlace) -> bool:
    """Return whether a pronoun must refer to a speaker: it follows its content, or it says, warns or denies it."""
    own = discourse.attributions[place.index]
    verb = None if own.cue is None else cue_verbs().get(own.cue.of(discourse.article.text).partition(" ")[0].lower())
    return own.spans[0].start < place.start or (verb is not None and verb.kind in _SPEAKING)


def document(discourse: Discourse, place: AnaphorPlace) -> Mention | None:
    """Return the document, or the body of an owner, in the sentence before, where "it" opens the next sentence.

    That is "The letter was short. “No,” it said" and "The mayor’s office sent a letter. It said …". "It read" takes the
    last document mentioned.
    """
    paragraph, here = discourse.where(place.start)
    cut = discourse.sentences(paragraph)
    opening = opens_with(discourse, place)
    begun = cut[here].start in {place.start, discourse.attributions[place.index].spans[0].start}
    behind = opening is not None and opening.end + len(", ") >= place.start
    if here == 0 or not (begun or behind):
        return None
    before, cue = cut[here - 1], discourse.attributions[place.index].cue
    if cue is not None and cue.of(discourse.article.text) in {"read", "reads"}:
        papers = list(_PAPER.finditer(discourse.article.text, before.start, before.end))
        if papers:
            span = Span(*papers[-1].span(1))
            return Mention(span, span, Form.NOUN, noun=papers[-1]["noun"], definite=True)
    for pattern, sort in _ACTING if begun else _ACTING[1:]:
        match = pattern.match(discourse.article.text, before.start, before.end)
        known = match is not None and table("bodies").get(match["noun"]) == sort
        if match is not None and known and not _is_modifier(discourse.article.text, match.end("noun")):
            span = Span(*match.span(1))
            return Mention(span, span, Form.NOUN, noun=match["noun"], definite=True)
    return None


def paper_before(discourse: Discourse, place: AnaphorPlace) -> Mention | None:
    """Return the last document in the sentence before: "We saw a leaflet. It said …", "A sign. “…,” it said"."""
    paragraph, here = discourse.where(place.start)
    cut, text = discourse.sentences(paragraph), discourse.article.text
    if here == 0 or cut[here].start not in {place.start, discourse.attributions[place.index].spans[0].start}:
        return None
    texts = list(_TEXT.finditer(text, cut[here - 1].start, cut[here - 1].end))
    span = Span(*texts[-1].span()) if texts else None
    return None if span is None else Mention(span, span, Form.NOUN, noun=texts[-1]["noun"], definite=True)


def own_subject(discourse: Discourse, place: AnaphorPlace) -> Name | None:
    """Return the name that begins the content before "it": "Corvane will close, it said"."""
    own = discourse.attributions[place.index]
    start = own.spans[0].start
    near = discourse.names.within(start, start + _SUBJECT)
    if own.kind is not QuotationKind.INDIRECT or own.spans[0].end > place.start or not near:
        return None
    name = near[0]
    if discourse.article.text.count(" ", start, name.title) > 1:  # an article, or "Carmaker Corvane"
        return None
    return None if name.owner or name.titled or name.words[0] in entries("first_names") else name


def thing(discourse: Discourse, place: AnaphorPlace) -> Referent | None:
    """Return the antecedent of "it": the last body that spoke or is a subject, else the last one named.

    If there is none, it is the last subject that the text names with one word only ("Corvane"), which so is a body.
    """
    named = lone = None
    outer = discourse.attributions[place.index].parent
    who = None if outer is None else discourse.attributions[outer].mention
    own = () if who is None else discourse.between(who.start, who.end)
    if (body := next((s.who for s in own if not (s.who.person or s.who.place)), None)) is not None:
        return body  # "Ada Roe, of the Guild, said it had told them that it leaks"
    opening = opens_with(discourse, place)
    for occurrence in discourse.back(place):
        referent = occurrence.who
        if referent.person:
            subject = lone is None and "subject" in discourse.position(occurrence).traits
            near = subject and (_is_short(referent) or _is_before(discourse, place, occurrence))
            lone = referent if near and may_be_a_body(discourse, referent) else lone
            continue
        if is_venue(occurrence, opening) or (lone is not None and occurrence.speech < 0):
            continue  # somebody who spoke since, not a body that is only named
        if (occurrence.speech >= 0 and not referent.plural) or leads(discourse, occurrence):
            return referent
        named = named or (None if referent.plural and referent.noun else referent)
    if named is None and lone is not None:
        lone.body = True
    return named or lone


def opens_with(discourse: Discourse, place: AnaphorPlace) -> Span | None:
    """Return the adverbial that opens the sentence of a place, where it can hold a name: "In a talk with X, "."""
    paragraph, here = discourse.where(place.start)
    cut = discourse.sentences(paragraph)
    match = _OPENS.match(discourse.article.text, cut[here].start, place.start) if cut else None
    return None if match is None else Span(match.end("begun"), match.end())


def is_venue(occurrence: Occurrence, opening: Span | None) -> bool:
    """Return whether a body is in the opening adverbial (see `opens_with`), as the outlet of an interview."""
    return opening is not None and occurrence.speech < 0 and opening.start <= occurrence.start <= opening.end


def leads(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Return whether a body is the subject that begins its sentence: no place, owner or part of a longer phrase."""
    who, text = occurrence.who, discourse.article.text
    if occurrence.owner or who.place or who.plural or _SHOUTED.fullmatch(" ".join(who.words)):
        return False
    stands = discourse.position(occurrence)
    if "subject" not in stands.traits:
        return False
    begin = discourse.sentences(stands.paragraph)[stands.sentence].start
    following = _NEXT_WORD.match(text, occurrence.end)
    compound = following is not None and is_human(following[1])
    return not compound and _BEGINS.fullmatch(text, begin, occurrence.start) is not None


def may_be_a_body(discourse: Discourse, who: Referent) -> bool:
    """Return whether nothing shows a person: no first name, title, role or gender ("Corvane", "Clean Tides Now")."""
    if not who.words or who.noun or who.handle or who.joint or who.place or gender_of(who):
        return False
    if who.body:
        return True
    text = discourse.article.text
    names = (*who.names[:4], *discourse.titled.get(id(who), ())[:4])
    titled = any(name.titled or text.startswith(", who ", name.end) for name in names)
    known = titled or who.words[0] in entries("first_names")
    return not known and not any(role_of(word) for word in discourse.callings(who))


def _is_before(discourse: Discourse, place: AnaphorPlace, occurrence: Occurrence) -> bool:
    """Whether a name is in the sentence before that in which "it" speaks ("Open Doors looked into it. It said")."""
    paragraph, here = discourse.where(min(place.start, discourse.attributions[place.index].spans[0].start))
    stands = discourse.position(occurrence)
    return stands.paragraph == paragraph and stands.sentence == here - 1


def _is_short(who: Referent) -> bool:
    """Whether a name is one word, or begins with one in capitals ("KLM Power")."""
    return len(who.words) == 1 or (len(who.words) > 1 and _CAPITALS.fullmatch(who.words[0]) is not None)


def is_no_person(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Return whether a name can be a body's: it does not look like a person's, and no "he" or "she" follows it."""
    who = occurrence.who
    if not may_be_a_body(discourse, who):
        return False
    first, *others = who.words
    plain = not (who.body or not others or first.isupper() or first in FOREIGN_ARTICLES or named_abroad(who.words))
    if plain and not any(has_article(discourse.article.text, name) for name in who.names[:_FEW]):
        return False
    return who.body or not _has_personal_pronoun(discourse, occurrence)


def named_abroad(words: tuple[str, ...]) -> bool:
    """Return whether a name has the form of a foreign newspaper's: "El Faro", "L’Écho", but not "Le Quang Minh"."""
    if words and (words[0].startswith(("L'", "L’")) or (len(words) > 1 and words[0] in _BEGINNINGS)):
        return True
    if len(words) > 1 and "-" in words[0] and words[0].partition("-")[0] in _ARABIC:
        return True  # "Al-Faro al-Jadid"
    article = len(words) > 1 and words[0] in FOREIGN_ARTICLES
    return article and (words[0] not in _SURNAMES or words[2:3] in _PLACED)


def _has_personal_pronoun(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Whether "he" or "she" follows a name in its sentence ("Orlin said he would go")."""
    stands = discourse.position(occurrence)
    cut = discourse.sentences(stands.paragraph)
    end = min(cut[stands.sentence].end, occurrence.end + _CLAUSE) if cut else occurrence.end
    return _PERSONAL.search(discourse.article.text, occurrence.end, end) is not None
