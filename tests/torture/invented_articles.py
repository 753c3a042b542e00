"""Invented articles with highlights, made of words that know what they were: an editor may change them.

An article is paragraphs of sentences of words. Its words are objects, so that after any edit it can be told where those
of a highlight are now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from reader.model import Span


def _vocabulary() -> dict[str, list[str]]:
    """Return the lists of `vocabulary.txt` by their names."""
    lists: dict[str, list[str]] = {}
    name = ""
    for line in (Path(__file__).parent / "vocabulary.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name = line[2:]
        elif not line.startswith("%"):
            lists.setdefault(name, []).append(line)
    return lists


VOCABULARY = _vocabulary()
NAMES = {"first": VOCABULARY["first name"], "last": VOCABULARY["last name"], "town": VOCABULARY["town"]}


@dataclass(eq=False, slots=True)
class Word:
    """A word with the marks around it; `was` is what it was in the article before the edits, "" for a new one."""

    now: str
    was: str


@dataclass(eq=False, slots=True)
class Sentence:
    """The words of a sentence; `listed` for one of several that are alike but for names and numbers."""

    words: list[Word]
    listed: bool = False


Paragraph = list[Sentence]


@dataclass(eq=False, slots=True)
class Highlighted:
    """What is highlighted: for each part its words as they were, and whether it is a sentence of a list."""

    parts: tuple[tuple[Word, ...], ...]
    listed: bool = False


@dataclass(eq=False, slots=True)
class Draft:
    """An article while it is edited.

    Attributes:
        paragraphs: Its paragraphs.
        marks: Characters of the text that are replaced when it is set, by their substitutes.
        wrap: After how many words a line ends inside a paragraph; 0: nowhere.
        space: What stands between two words.
    """

    paragraphs: list[Paragraph]
    marks: dict[str, str] = field(default_factory=dict)
    wrap: int = 0
    space: str = " "

    def sentences(self) -> Iterator[tuple[Paragraph, Sentence]]:
        """Yield each sentence with its paragraph."""
        return ((paragraph, sentence) for paragraph in self.paragraphs for sentence in paragraph)

    def text(self) -> tuple[str, dict[int, Span]]:
        """Return the text, and where each word is in it, by its id()."""
        parts: list[str] = []
        places: dict[int, Span] = {}
        at = 0
        table = str.maketrans(self.marks)
        for number, paragraph in enumerate(self.paragraphs):
            words = [word for sentence in paragraph for word in sentence.words]
            for count, word in enumerate(words):
                gap = "" if not count else "\n" if self.wrap and count % self.wrap == 0 else self.space
                gap = gap if count or not number else "\n\n"
                shown = word.now.translate(table)
                parts += (gap, shown)
                at += len(gap)
                places[id(word)] = Span(at, at + len(shown))
                at += len(shown)
        return "".join(parts), places


def article(random: Random) -> tuple[Draft, list[Highlighted]]:
    """Return an invented article with highlights of all kinds."""
    paragraphs = [new_paragraph(random) for _ in range(random.randint(5, 12))]
    in_one_paragraph = random.random() < 0.5
    listed = _list(random)
    if in_one_paragraph:
        paragraphs.insert(random.randrange(len(paragraphs) + 1), listed)
    else:
        at = random.randrange(len(paragraphs) + 1)
        paragraphs[at:at] = [[sentence] for sentence in listed]
    if random.random() < 0.3:  # words that recur, as a slogan does
        again = random.choice(paragraphs)[0]
        random.choice(paragraphs).append(sentence_of(" ".join(word.now for word in again.words)))
    draft = Draft([paragraph for paragraph in paragraphs if paragraph])
    return draft, _highlights(random, draft)


def _facts(random: Random) -> dict[str, str]:
    noun, noun2 = random.sample(VOCABULARY["noun"], 2)
    verb, verb2 = random.sample(VOCABULARY["verb"], 2)
    return {
        "first": random.choice(NAMES["first"]),
        "last": random.choice(NAMES["last"]),
        "town": random.choice(VOCABULARY["town"]),
        "body": random.choice(VOCABULARY["body"]),
        "month": random.choice(VOCABULARY["month"]),
        "number": str(random.choice((random.randint(2, 99), random.randint(100, 9999)))),
        "noun": noun,
        "noun2": noun2,
        "verb": verb,
        "verb2": verb2,
        "adjective": random.choice(VOCABULARY["adjective"]),
        "adverb": random.choice(VOCABULARY["adverb"]),
        "reason": random.choice(VOCABULARY["reason"]),
    }


def sentence_of(words: str, *, listed: bool = False, new: bool = False) -> Sentence:
    return Sentence([Word(word, "" if new else word) for word in words.split()], listed)


def bare(word: str) -> str:
    """Return a word without the marks around it."""
    return word.strip("“”„.,:;")


def plain_sentence(random: Random, *, new: bool = False) -> Sentence:
    return sentence_of(random.choice(VOCABULARY["sentence"]).format(**_facts(random)), new=new)


def new_paragraph(random: Random, *, new: bool = False) -> Paragraph:
    return [plain_sentence(random, new=new) for _ in range(random.randint(1, 5))]


def _list(random: Random) -> Paragraph:
    """Return sentences that are alike but for a name and a number."""
    form, same = random.choice(VOCABULARY["listed sentence"]), _facts(random)
    names = {each: random.sample(known, 6) for each, known in NAMES.items()}
    numbers = random.sample(range(2, 999), 6)
    return [
        sentence_of(
            form.format(**{**same, **{each: names[each][at] for each in names}, "number": str(numbers[at])}),
            listed=True,
        )
        for at in range(random.randint(3, 6))
    ]


def _highlights(random: Random, draft: Draft) -> list[Highlighted]:
    """Return some highlights of each kind: sentences, parts of them, several, paragraphs, quotations in two parts."""
    every = list(draft.sentences())
    listed = [sentence for _, sentence in every if sentence.listed]
    found = [Highlighted((tuple(sentence.words),), listed=True) for sentence in random.sample(listed, 2)]
    for _, sentence in random.sample(every, min(4, len(every))):
        words = sentence.words
        if random.random() < 0.5 and len(words) > 4:
            start = random.randrange(len(words) - 3)
            words = words[start : start + random.randint(3, 8)]
        found.append(Highlighted((tuple(words),), listed=sentence.listed))
    several = [paragraph for paragraph in draft.paragraphs if len(paragraph) > 1]
    if several:
        paragraph = random.choice(several)
        at = random.randrange(len(paragraph) - 1)
        two = paragraph if random.random() < 0.5 else paragraph[at : at + 2]
        found.append(Highlighted((tuple(word for sentence in two for word in sentence.words),)))
    found += _in_two_parts(random, [sentence for _, sentence in every])
    return found


def _in_two_parts(random: Random, sentences: list[Sentence]) -> list[Highlighted]:
    """Return a highlight of both parts of a quotation that its speaker interrupts; none where there is none."""
    quoted = [each for each in sentences if each.words[0].now[0] in "“„" and each.words[-1].now[-1] in "”“"]
    if not quoted:
        return []
    words = random.choice(quoted).words
    first = next(at for at, word in enumerate(words) if word.now.rstrip(",")[-1] in "”“")
    second = next((at for at, word in enumerate(words[1:], 1) if word.now[0] in "“„"), None)
    return [] if second is None else [Highlighted((tuple(words[: first + 1]), tuple(words[second:])))]
