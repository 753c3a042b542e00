"""The page of the dialog "correct" on a voice: what is known of it, and who it is."""

from reader.app.state import Reading
from reader.app.viewmodels.corrected_mark import KNOWN, YOURS
from reader.app.viewmodels.correction_pages import (
    Change,
    Choice,
    CorrectionPage,
    as_found,
    name_of,
    new_voice,
    voice_choices,
)
from reader.model import Analysis, Span, Voice, VoiceKind, plain_role
from reader.services import correcting

_ARTICLES_OWN = ("role", "affiliation", "outlet")
_KNOWN_FIELDS = ("name", "role", "kind")


def voice_page(reading: Reading, analysis: Analysis, voice: Voice) -> CorrectionPage:
    """Return the page on a voice."""
    return CorrectionPage(
        "voice",
        f"What is to be corrected of {voice.name}?",
        (
            _name(reading, analysis, voice),
            _kind(reading, analysis, voice),
            *(_fact(reading, analysis, voice, field) for field in _ARTICLES_OWN),
            _merge(reading, analysis, voice),
            *_mentions(reading, analysis, voice),
            *_always(reading, voice),
            *as_found(reading, voice),
        ),
    )


def _mark(voice: Voice, field: str) -> str:
    return f" {KNOWN if field in voice.known else YOURS}" if field in voice.corrected else ""


def _name(reading: Reading, analysis: Analysis, voice: Voice) -> Choice:
    def renamed(typed: str) -> Choice:
        operation = correcting.voice_is(reading.article, analysis, voice, "name", typed)
        return Choice(f"name: {typed}", Change(f"named {typed}", (operation,)))

    page = CorrectionPage("voice", "What is the name?", (), renamed, voice.name, has_filter=False)
    return Choice("name", lambda: page, f"{voice.name}{_mark(voice, 'name')}")


def _kind(reading: Reading, analysis: Analysis, voice: Voice) -> Choice:
    def made(kind: VoiceKind) -> Choice:
        operation = correcting.voice_is(reading.article, analysis, voice, "kind", kind.value)
        detail = "as now" if kind is voice.kind else ""
        return Choice(kind.value, Change(f"{voice.name} is now {_with_article(kind.value)}", (operation,)), detail)

    page = CorrectionPage("voice", f"What is {voice.name}?", tuple(map(made, VoiceKind)))
    return Choice("kind", lambda: page, f"{voice.kind.value}{_mark(voice, 'kind')}")


def _with_article(kind: str) -> str:
    return "unnamed" if kind == "unnamed" else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _fact(reading: Reading, analysis: Analysis, voice: Voice, field: str) -> Choice:
    now: str | None = plain_role(voice.role, voice.affiliation) if field == "role" else getattr(voice, field)

    def written(typed: str) -> Choice:
        operation = correcting.voice_is(reading.article, analysis, voice, field, typed)
        return Choice(f"{field}: {typed}", Change(f"{field}: {typed}", (operation,)))

    none = correcting.voice_is(reading.article, analysis, voice, field, None)
    rows = (Choice(f"no {field}", Change(f"no {field}", (none,))),) if now else ()
    page = CorrectionPage("voice", f"What is the {field} of {voice.name}?", rows, written, now or "", has_filter=False)
    return Choice(field, lambda: page, f"{now or 'none'}{_mark(voice, field)}")


def _merge(reading: Reading, analysis: Analysis, voice: Voice) -> Choice:
    def same(other: Voice) -> Change:
        operation = correcting.same_voice(reading.article, analysis, voice, other)
        return Change(f"{voice.name} is {other.name}", (operation,))

    def page() -> CorrectionPage:
        near = voice.mentions[0].start if voice.mentions else 0
        return CorrectionPage("voice", f"Who is {voice.name}?", voice_choices(reading, near, same, without=(voice,)))

    return Choice("the same as another voice", page, "makes the two one")


def _mentions(reading: Reading, analysis: Analysis, voice: Voice) -> tuple[Choice, ...]:
    """Return a row for each mention of a voice that has several, so that one can be somebody else's."""
    if len(voice.mentions) < 2:  # noqa: PLR2004 - a voice keeps the mention that gives it its name
        return ()

    def choice(mention: Span) -> Choice:
        words = " ".join(mention.of(reading.article.text).split())

        def means(who: Voice | str) -> Change:
            operation = correcting.mention_means(reading.article, analysis, mention, who)
            return Change(f"“{words}” means {name_of(who)}", (operation,))

        def page() -> CorrectionPage:
            return CorrectionPage(
                "voice",
                f"Who is meant by “{words}”?",
                voice_choices(reading, mention.start, means, without=(voice,)),
                new_voice(means),
            )

        line = reading.article.text[max(0, mention.start - 20) : mention.end + 20]
        return Choice(f"“{words}” is somebody else", page, f"in “…{' '.join(line.split())}…”")

    return tuple(choice(mention) for mention in voice.mentions)


def _always(reading: Reading, voice: Voice) -> tuple[Choice, ...]:
    """Return a row for each fact that a person set here and that can be set in every article."""
    found = None if reading.corrections is None else reading.corrections.found
    original = None
    if found is not None:
        mentioned = (each for each in found.voices if {*each.mentions} & {*voice.mentions})
        named = (each for each in found.voices if each.name == voice.name)
        original = next(mentioned, next(named, None))
    if original is None or original.kind is VoiceKind.UNNAMED:
        return ()
    known = () if reading.corrections is None else reading.corrections.known
    made = () if reading.corrections is None else reading.corrections.corrections
    ids = {each.field.value: each.id for each in known if each.name.casefold() == original.name.casefold()}
    return tuple(
        _no_more(original, field, ids[field])
        if field in voice.known and field in ids
        else Choice(
            f"always, in every article: {field} {_value(voice, field) or 'none'}",
            Change(
                f"{field} of {original.name} set in every article",
                always=(original.name, field, _value(voice, field)),
                withdrawn=correcting.about_field(made, voice, field),
            ),
        )
        for field in _KNOWN_FIELDS
        if field in voice.corrected
    )


def _no_more(original: Voice, field: str, known: str) -> Choice:
    """Return the row that takes back what a person set of a voice for every article."""
    said = f"{field} of {original.name} is no longer set in every article"
    return Choice(f"no longer in every article: {field}", Change(said, withdrawn=(known,)))


def _value(voice: Voice, field: str) -> str | None:
    value = getattr(voice, field)
    return None if value is None else str(value)
