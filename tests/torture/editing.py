"""What an editor does to an invented article: words, sentences and paragraphs are changed, moved, put in and removed."""

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from tests.torture.invented_articles import (
    NAMES,
    VOCABULARY,
    Draft,
    Paragraph,
    Sentence,
    Word,
    bare,
    new_paragraph,
    plain_sentence,
    sentence_of,
)

Edit: TypeAlias = Callable[[Random, Draft], None]


def _any(random: Random, draft: Draft) -> tuple[Paragraph, Sentence]:
    return random.choice(list(draft.sentences()))


def _drop(draft: Draft, paragraph: Paragraph, sentence: Sentence) -> None:
    paragraph.remove(sentence)
    draft.paragraphs = [each for each in draft.paragraphs if each]


def change_word(random: Random, draft: Draft) -> None:
    """Put another word in the place of a plain one."""
    _, sentence = _any(random, draft)
    plain = [word for word in sentence.words if word.now.islower()]
    if plain:
        word = random.choice(plain)
        known = random.choice((VOCABULARY["noun"], VOCABULARY["adjective"], VOCABULARY["verb"], VOCABULARY["adverb"]))
        marks = word.now[len(word.now.rstrip(".,;:”“")) :]
        word.now = random.choice(known) + marks


def change_first_word(random: Random, draft: Draft) -> None:
    """Begin a sentence otherwise."""
    _, sentence = _any(random, draft)
    first = sentence.words[0]
    if first.now in {"The", "A", "They", "Nobody", "It"}:
        first.now = random.choice(("This", "One", "People", "Everybody", "That"))


def insert_words(random: Random, draft: Draft) -> None:
    """Put one to three words into a sentence."""
    _, sentence = _any(random, draft)
    at = random.randrange(len(sentence.words))
    sentence.words[at:at] = [Word(random.choice(VOCABULARY["adverb"]), "") for _ in range(random.randint(1, 3))]


def remove_word(random: Random, draft: Draft) -> None:
    """Take a plain word out of a sentence."""
    _, sentence = _any(random, draft)
    plain = [word for word in sentence.words if word.now.islower()]
    if plain and len(sentence.words) > 4:
        sentence.words.remove(random.choice(plain))


def mend_typo(random: Random, draft: Draft) -> None:
    """Mend a typing error: two letters of a plain word change places."""
    _, sentence = _any(random, draft)
    long = [word for word in sentence.words if word.now.islower() and len(word.now) > 4]
    if long:
        word = random.choice(long)
        at = random.randrange(len(word.now) - 2)
        word.now = word.now[:at] + word.now[at + 1] + word.now[at] + word.now[at + 2 :]


def correct_number(random: Random, draft: Draft) -> None:
    """Correct a number."""
    numbers = [word for _, sentence in draft.sentences() for word in sentence.words if word.now.isdecimal()]
    if numbers:
        random.choice(numbers).now = str(random.randint(2, 9999))


def correct_name(random: Random, draft: Draft) -> None:
    """Correct a name."""
    words = [
        word for _, sentence in draft.sentences() for word in sentence.words if word.now in VOCABULARY["last name"]
    ]
    if words:
        random.choice(words).now = random.choice(VOCABULARY["last name"])


def move_sentence(random: Random, draft: Draft) -> None:
    """Move a sentence to another paragraph."""
    paragraph, sentence = _any(random, draft)
    _drop(draft, paragraph, sentence)
    if not draft.paragraphs:
        draft.paragraphs = [[]]
    to = random.choice(draft.paragraphs)
    to.insert(random.randrange(len(to) + 1), sentence)


def move_paragraph(random: Random, draft: Draft) -> None:
    """Move a paragraph."""
    moved = draft.paragraphs.pop(random.randrange(len(draft.paragraphs)))
    draft.paragraphs.insert(random.randrange(len(draft.paragraphs) + 1), moved)


def insert_sentence(random: Random, draft: Draft) -> None:
    """Put a new sentence into a paragraph."""
    paragraph = random.choice(draft.paragraphs)
    paragraph.insert(random.randrange(len(paragraph) + 1), plain_sentence(random, new=True))


def insert_paragraph(random: Random, draft: Draft) -> None:
    """Put a new paragraph in."""
    draft.paragraphs.insert(random.randrange(len(draft.paragraphs) + 1), new_paragraph(random, new=True))


def remove_paragraph(random: Random, draft: Draft) -> None:
    """Remove a paragraph."""
    if len(draft.paragraphs) > 2:
        draft.paragraphs.pop(random.randrange(len(draft.paragraphs)))


def remove_sentence(random: Random, draft: Draft) -> None:
    """Remove a sentence."""
    every = list(draft.sentences())
    if len(every) > 2:
        _drop(draft, *random.choice(every))


def replace_sentence(random: Random, draft: Draft) -> None:
    """Write a new sentence in the place of one."""
    paragraph, sentence = _any(random, draft)
    paragraph[paragraph.index(sentence)] = plain_sentence(random, new=True)


def remove_listed(random: Random, draft: Draft) -> None:
    """Remove one to two of the sentences that are alike."""
    for _ in range(random.randint(1, 2)):
        listed = [(paragraph, sentence) for paragraph, sentence in draft.sentences() if sentence.listed]
        if listed:
            _drop(draft, *random.choice(listed))


def replace_listed(random: Random, draft: Draft) -> None:
    """Put a new sentence that is alike in the place of one, or beside one, of a list."""
    listed = [(paragraph, sentence) for paragraph, sentence in draft.sentences() if sentence.listed]
    if not listed:
        return
    paragraph, sentence = random.choice(listed)
    words = [word.now for word in sentence.words]
    changed = 0
    for at, word in enumerate(words):
        was = bare(word)
        known = next((names for names in NAMES.values() if was in names), ())
        if known:
            words[at] = word.replace(was, random.choice([each for each in known if each != was]))
        elif was.isdecimal():
            words[at] = word.replace(was, str(int(was) + random.randint(1, 500)))
        changed += words[at] != word
    new = sentence_of(" ".join(words), listed=True, new=True)
    at = paragraph.index(sentence)
    # Where they differ in one word, nobody could say whether one was replaced or corrected.
    if changed > 1 and random.random() < 0.5:
        paragraph[at] = new
    else:
        paragraph.insert(at + random.randint(0, 1), new)


def set_marks(random: Random, draft: Draft) -> None:
    """Set quotation marks and dashes otherwise."""
    draft.marks = random.choice(
        (
            {"“": '"', "”": '"', "„": '"', "—": "-", "'": "’"},
            {"“": "«", "”": "»"},
            {"—": "–", "'": "’"},
        )
    )


def wrap_lines(random: Random, draft: Draft) -> None:
    """Wrap lines at another width, or set wide spaces."""
    draft.wrap = random.choice((0, 7, 11))
    draft.space = random.choice((" ", " ", "  ", "\xa0"))


def join_paragraphs(random: Random, draft: Draft) -> None:
    """Make one paragraph of two."""
    if len(draft.paragraphs) > 1:
        at = random.randrange(len(draft.paragraphs) - 1)
        draft.paragraphs[at : at + 2] = [draft.paragraphs[at] + draft.paragraphs[at + 1]]


def split_paragraph(random: Random, draft: Draft) -> None:
    """Make two paragraphs of one."""
    at = random.randrange(len(draft.paragraphs))
    paragraph = draft.paragraphs[at]
    if len(paragraph) > 1:
        cut = random.randrange(1, len(paragraph))
        draft.paragraphs[at : at + 1] = [paragraph[:cut], paragraph[cut:]]


EDITS: tuple[tuple[Edit, int], ...] = (
    (change_word, 4),
    (change_first_word, 2),
    (insert_words, 2),
    (remove_word, 2),
    (mend_typo, 3),
    (correct_number, 1),
    (correct_name, 1),
    (move_sentence, 1),
    (move_paragraph, 1),
    (insert_sentence, 2),
    (insert_paragraph, 2),
    (remove_paragraph, 1),
    (remove_sentence, 2),
    (replace_sentence, 1),
    (remove_listed, 3),
    (replace_listed, 1),
    (set_marks, 1),
    (wrap_lines, 1),
    (join_paragraphs, 1),
    (split_paragraph, 1),
)
"""What an editor does, and how often beside the others."""


def edit(random: Random, draft: Draft) -> None:
    """Make one to eight edits of any kinds."""
    kinds, weights = zip(*EDITS, strict=True)
    for made in random.choices(kinds, weights, k=random.randint(1, 8)):
        made(random, draft)
