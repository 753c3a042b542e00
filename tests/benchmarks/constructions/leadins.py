"""Round-ups in plain text with block quotations that only the lead-in and the style show."""

import re
from random import Random

from tests.benchmarks.constructions.casts import Cast, cast, opened
from tests.benchmarks.constructions.drawing import Piece, drawn, plural
from tests.benchmarks.constructions.leadin_forms import (
    BEFORE_POSTS,
    BLOGS,
    CLOSERS,
    CONTINUED,
    FACTS,
    FINALS,
    FOREIGN,
    FRONTS,
    NEGATIVES,
    NICKS,
    OPENINGS,
    POSTS,
    RETURNS,
    SOURCES,
    USERS,
    VERBS,
)
from tests.benchmarks.constructions.running import ENDS, FREE, OPENS, PARTS, UNMARKED, Example
from tests.benchmarks.constructions.topics import TOPICS, Topic

_SPOKEN = re.compile(f"{OPENS}([^{OPENS}{ENDS}¦]*)¦")
_SAID = re.compile(f"{OPENS}(?:([^{OPENS}{ENDS}¦]*)¦)?(\\?)?")


def example(random: Random) -> Example:
    """A short round-up: one or two items, each with a lead-in and a block, and the author's paragraphs between them."""
    topic = random.choice(TOPICS)
    names, others = _casts(random)
    told: dict[str, str] = {}
    texts = [random.choice(topic.opening)]
    if random.random() < 0.3:
        texts.append(random.choice(topic.second))
    paragraphs = [_filled(each, names) for each in texts]
    negative = random.choice(NEGATIVES) if random.random() < 0.35 else ""
    early = random.random() < 0.5 or "I visited" in negative
    if negative and early:
        paragraphs.append(_negative(random, negative, topic, others))
    told["negative"] = negative.translate(UNMARKED) or "-"
    items = [_item, _item, _item, _posts]
    paragraphs += random.choice(items)(random, topic, names, others, told)
    if negative and not early:
        paragraphs.append(_filled("At the time of writing, there was no further news.", others))
        paragraphs.append(_negative(random, negative, topic, others))
    if random.random() < 0.5:
        paragraphs += random.choice(items)(random, topic, others, names, {})
    paragraphs.append(_filled(random.choice(FINALS), names))
    dimensions = (
        "lead",
        "source",
        "front",
        "verb",
        "style",
        "paragraphs",
        "closer",
        "nested",
        "foreign",
        "continued",
        "return",
        "post",
        "negative",
    )
    return _example(PARTS.join(paragraphs), {each: told.get(each, "-") for each in dimensions})


def _casts(random: Random) -> tuple[Cast, Cast]:
    one = _cast(random)
    two = _apart(random, one)
    two |= {each: one[each] for each in ("place", "country")}
    return one, two


def _apart(random: Random, *others: Cast) -> Cast:
    """A cast in which nobody has a name of the others."""
    taken = {word for each in others for word in _known(each)}
    while True:
        names = _cast(random)
        if not taken & _known(names):
            return names


def _known(names: Cast) -> set[str]:
    people = " ".join(names[each] for each in ("person", "third", "nick", "user"))
    return {*people.split(), *(names[each] for each in ("blog", "site", "title", "paper", "review", "town"))} - {
        "de",
        "la",
        "A",
    }


def _cast(random: Random) -> Cast:
    names = cast(random)
    names |= {
        "nick": random.choice(NICKS),
        "user": random.choice(USERS),
        "blog": random.choice(BLOGS),
        "dayth": str(random.randint(1, 28)),
        "tag": names["place"].replace(" ", "") + names["year"],
        "He": opened(names["he"]),
        "His": opened(names["his"]),
        "pen_cap": opened(names["pen"]),
        "Person_s": names["person_s"],
        "Surname": opened(names["surname"]),
    }
    return names


def _filled(form: str, names: Cast) -> str:
    return form.format_map(names).format_map(names)


def _negative(random: Random, form: str, topic: Topic, names: Cast) -> str:
    inner = {
        "facts": random.choice(FACTS),
        "list": PARTS.join(topic.list),
        "summary": random.choice(topic.summary),
        "caption": random.choice(topic.caption),
        "clause": random.choice(topic.clause),
    }
    return _filled(form, names | inner)


def _item(random: Random, topic: Topic, names: Cast, _: Cast, told: dict[str, str]) -> list[str]:
    """A lead-in, the block, perhaps more of the same, and the author's return."""
    lead, speaker, source = _lead(random, topic, names, told)
    colon = lead.endswith(":")
    styles = ["own", "opinion", "report", "analysis"] if colon else ["own", "own", "opinion"]
    style = random.choice(styles)
    block, ends = _block(random, topic, style, names, told)
    paragraphs = [lead, *block]
    person = "person" in source.marks and "unnamed" not in source.marks and "plural" not in source.marks
    named = person and speaker == "{person}"
    if named and random.random() < 0.2:
        form = random.choice(CONTINUED).words
        told["continued"] = form.translate(UNMARKED)
        clause = random.choice(topic.clause)
        paragraphs.append(_filled(form, names | {"clause": clause}))
        more, ends = _block(random, topic, random.choice(["own", "opinion"]), names, {})
        paragraphs += more
    told.setdefault("continued", "-")
    marked = PARTS.join(paragraphs)
    if random.random() < 0.5:
        fit = [each for each in RETURNS if not each.marks or named]
        back = random.choice(fit).words
        told["return"] = back
        marked += PARTS + _filled(opened(back), names)
    elif random.random() < 0.4 and ends:
        told["return"] = "fact"
        marked += PARTS + _filled(random.choice(topic.summary), names)
    told.setdefault("return", "-")
    return [_spoken(marked, speaker.format_map(names))]


def _lead(random: Random, topic: Topic, names: Cast, told: dict[str, str]) -> tuple[str, str, Piece]:
    clause = random.choice(topic.clause)
    if random.random() < 0.4:
        source = random.choice(OPENINGS)
        told |= {"lead": source.words.translate(UNMARKED), "source": "-", "front": "-", "verb": "-"}
        lead = _filled(source.words, names | {"clause": clause})
        return opened(lead), source.gives, source
    source = random.choice(SOURCES)
    used = set(source.once)
    front = drawn(random, FRONTS, source, used)
    verb = drawn(random, VERBS, source, used)
    form = source.words
    comma = not front.words or front.words.endswith((". ", "But ", ", "))
    end = "." if "full" in verb.gives and comma and random.random() < 0.4 else ":"
    words = plural(verb.words) if "plural" in source.marks else verb.words
    lead = _filled(f"{front.words}{form} {words}{end}", names | {"clause": clause})
    told |= {
        "lead": end,
        "source": source.words,
        "front": front.words or "-",
        "verb": verb.words.translate(UNMARKED),
    }
    starts = not front.words or front.words.endswith(". ")
    if starts and not form.startswith(("{nick}", "{handle}")):
        lead = _sentence(lead, len(_filled(front.words, names)))
    return lead, source.gives, source


def _sentence(lead: str, at: int) -> str:
    return lead[:at] + opened(lead[at:])


def _block(random: Random, topic: Topic, style: str, names: Cast, told: dict[str, str]) -> tuple[list[str], bool]:
    """The paragraphs of a block, and whether something beside them tells where it ends."""
    bag = getattr(topic, style)
    number = random.choice([1, 1, 1, 2, 2, 3, 4])
    drawn_sentences = random.sample(bag, len(bag))
    blocks = []
    for at in range(number):
        size = random.choice([1, 1, 2]) if at else random.choice([2, 2, 3])
        if drawn_sentences:
            blocks.append(" ".join(drawn_sentences[:size]))
        drawn_sentences = drawn_sentences[size:]
    nested = "-"
    if number > 1 and style in ("own", "report") and random.random() < 0.4:
        nested = random.choice(topic.nested)
        blocks[random.randrange(1, len(blocks))] = nested
    closer = random.choice(CLOSERS)
    foreign = random.random() < 0.06
    marked = [f"⟦{each}⟧" for each in blocks]
    if foreign:
        marked.insert(0, f"⟦{random.choice(FOREIGN)}⟧")
    if "…" not in closer.words:
        marked[-1] += closer.words
    elif len(marked) > 1:
        marked[0] += closer.words
    told |= {
        "style": style,
        "paragraphs": str(len(blocks)),
        "closer": closer.words or "-",
        "nested": nested.translate(UNMARKED),
        "foreign": str(foreign),
    }
    return [_filled(each, names) for each in marked], "end" in closer.marks


def _posts(random: Random, topic: Topic, names: Cast, others: Cast, told: dict[str, str]) -> list[str]:
    """Posts, each with whose it is."""
    out = [_filled(random.choice(BEFORE_POSTS), names)]
    for at in range(random.choice([1, 2, 2, 3])):
        post = random.choice(POSTS)
        writer = names if not at else _apart(random, names, others)
        inner = {"post": random.choice(topic.post), "foreign": random.choice(FOREIGN)}
        out.append(_spoken(_filled(post.words, writer | inner), post.gives.format_map(writer)))
        told["post"] = post.words.translate(UNMARKED)
    return out


def _spoken(marked: str, speaker: str) -> str:
    """The text with its speaker behind the mark that opens each stretch: "name¦", or "name<speaker¦" where it is passed on."""

    def said(match: re.Match[str]) -> str:
        inner, free = match.groups()
        return f"{OPENS}{FREE if free else f'{inner}<{speaker}' if inner else speaker}¦"

    return _SAID.sub(said, marked)


def _example(marked: str, told: dict[str, str]) -> Example:
    spoken = [name.partition("<") for name in _SPOKEN.findall(marked)]
    via: list[tuple[str, ...] | None] = [(passer,) if passer else None for _, _, passer in spoken]
    return Example.marked(_SPOKEN.sub(OPENS, marked), [name for name, _, _ in spoken], told, via)
