"""Recognise the language of an article, by its most frequent words and by what its source states."""

from pathlib import Path

from reader.analysis.languages.language_data import HOME, UNKNOWN, Language, codes, common, load
from reader.analysis.words.lexicon import entries
from reader.model import Article, BlockKind

ENGLISH = Language("en", "English")

_SAMPLE = 900  # characters read at the beginning, in the middle and at the end
_CLEAR = 0.2  # minimum share of frequent words in a text of the language; prose has 0.35 to 0.5
_SURE = 0.3  # the same for languages other than English, because related languages share words
_TWICE = 1.5  # how many times as many as for any other language
_FEW = 30  # minimum words of a text
_AROUND = ".,;:!?…\"'“”„«»‹›()[]–—-"
_LATIN_ENDS = "\u024f"
_FOREIGN = 0.5  # minimum share of letters in another script


def recognise_language(article: Article, home: Path = HOME) -> Language:
    """Return the language of an article: ENGLISH, one with a folder in `home`, or UNKNOWN.

    The words decide where they are clear, since pages often state the language of their site; else what the source
    states decides. A text that is short or unclear and states nothing is read as English, unless it has hardly an
    English word.
    """
    words, foreign = _sample(article)
    stated = (article.language or "").lower().replace("_", "-").partition("-")[0]
    if foreign:
        return load(stated, home) if stated in codes(home) else UNKNOWN
    size, of_english = max(1, len(words)), entries("stopwords", "argument")
    says_so = stated in {"", "en"} or size >= _FEW
    if says_so and sum(map(of_english.__contains__, words)) / size >= _CLEAR:
        return ENGLISH  # already by the words without punctuation
    words = [word.strip(_AROUND) for word in words]
    english = sum(map(of_english.__contains__, words)) / size
    if says_so and english >= _CLEAR:
        return ENGLISH
    shares = {code: sum(map(common(code, home).__contains__, words)) / size for code in codes(home)}
    best = max(shares, key=lambda code: shares[code], default="")
    if best and shares[best] >= max(_SURE, _TWICE * english) and (size >= _FEW or stated in {"", best}):
        return load(best, home)
    if stated:
        return ENGLISH if stated == "en" else load(stated, home) if stated in codes(home) else UNKNOWN
    return ENGLISH if size < _FEW or english >= _CLEAR / 2 else UNKNOWN


def _sample(article: Article) -> tuple[list[str], bool]:
    """Pieces of the article's prose in lower case, and whether most of its letters are of another script than Latin."""
    prose = [b.span for b in article.visible if b.kind is not BlockKind.CODE and len(b.span)]
    if not prose:
        return [], False
    first, last = prose[0].start, prose[-1].end
    middle = max(first, (first + last - _SAMPLE) // 2)
    starts = sorted({first, middle, max(first, last - _SAMPLE)})
    text = " ".join(article.text[start : start + _SAMPLE] for start in starts)
    plain = len(text.encode("ascii", "ignore"))
    foreign = False
    if (len(text) - plain) * 4 > len(text):  # enough to check each letter
        letters = [c for c in text if c.isalpha()]
        foreign = sum(c > _LATIN_ENDS for c in letters) > _FOREIGN * len(letters)
    return text.lower().split(), foreign
