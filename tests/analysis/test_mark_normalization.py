"""The style of an article's quotation marks does not change the findings."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import analyse, analyse_quotations, normalize_article
from reader.analysis.explain import explain
from reader.analysis.languages.recognise import recognise_language
from reader.analysis.mark_normalization import normalize_marks
from reader.analysis.units.marks import marked_spans
from reader.model import Span
from reader.sources import load, verbatim
from tests.benchmarks.fit_blocks import written

IN_TURN = 5  # each kind is tested on every fifth text
THREE = re.compile(r"([‘’`'])\1\1")  # in which it is unclear at first sight which two belong together
SAMPLES = Path(__file__).parents[2] / "samples"

# opening and closing marks: the outer ones and those inside them
KINDS = {
    "curly": ("“", "”", "‘", "’"),
    "straight": ('"', '"', "'", "'"),
    "British": ("‘", "’", "“", "”"),
    "British, straight": ("'", "'", '"', '"'),
    "guillemets": ("«", "»", "‹", "›"),
    "guillemets in": ("»", "«", "›", "‹"),
    "guillemets, single": ("‹", "›", "«", "»"),
    "guillemets and blanks": ("« ", " »", "“", "”"),
    "guillemets and no-break blanks": ("«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"),
    "guillemets and thin blanks": ("«\u202f", "\u202f»", "“", "”"),
    "low and high": ("„", "“", "‚", "‘"),
    "low and high, right": ("„", "”", "‚", "’"),
    "reversed": ("‟", "”", "‛", "’"),
    "corners": ("「", "」", "『", "』"),
    "corners, white": ("『", "』", "「", "」"),
    "TeX": ("``", "''", "`", "'"),
    "TeX, single": ("`", "'", "``", "''"),
    "accents": ("´", "´", '"', '"'),
    "two single ones": ("''", "''", "'", "'"),
    "two curly ones": ("‘‘", "’’", "‘", "’"),
    "primes": ("″", "″", "‘", "’"),
    "primes, slanted": ("〝", "〞", "‘", "’"),
    "wide": ("＂", "＂", "'", "'"),
    "heavy": ("❝", "❞", "❛", "❜"),
    "heavy, single": ("❛", "❜", "❝", "❞"),
}

SENTENCES = [
    "“We will go on,” said Ada Roe, a miller. “The guilds’ demand is fair.”",
    "Ada Roe wrote that “nobody cared” and that the weir “is a ‘disgrace’ to the town”.",
    "She is envisioning a street “where nobody has to run”, and Otto Lind called it “the end of the old mill”.",
    "According to Ada Roe, the weir is “not the kind of thing that one mends”.",
    "In the words of the mayor:\n\n“We have waited for the guild’s answer since ’68.\n\n“Now we go.”\n\nShe left.",
    "“Is it?” Ana Brook, his aide, asked. “O’Brien has said ‘no’ twice!” she added.",
    "As Otto Lind, the miller, put it in May,\n\n“The weir is older than all of us.”",
    "“‘No’ is what they said,” Ada Roe told the Mill Post. “They said: ‘We are not going.’”",
    "The weir (“a heap of stones,” as Ada Roe puts it) leaks; “it always did”, Otto Lind said.",
]


def rewritten(text: str, kind: str) -> str:
    """A text with the usual marks replaced by those of another kind."""
    edits = []
    for paragraph in re.finditer(r"[^\n]+", text):
        for mark in marked_spans(text, Span(*paragraph.span())):
            inner = mark.inner(text)
            opening, closing = KINDS[kind][:2] if not mark.single else KINDS[kind][2:]
            edits += [(mark.span.start, inner.start, opening)] + [(inner.end, mark.span.end, closing)] * mark.closed
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text))


def told(text: str):
    """The words of each quotation, with the names of its speaker and of its relaying sources."""
    article = verbatim(text)
    found = analyse_quotations(article)
    names = {None: None} | {voice.id: words(voice.name) for voice in found.voices}
    return [
        (
            [words(span.of(article.text)) for span in quotation.spans],
            names[quotation.voice],
            [names[voice] for voice in quotation.via],
        )
        for quotation in found.quotations
    ]


@cache
def texts() -> tuple[str, ...]:
    """The written round-ups, and the samples with quotation marks."""
    samples = [
        load(str(SAMPLES / name)).text for name in ("round-up.txt", "report.html", "interview.md", "opinion.txt")
    ]
    every = samples + ["\n\n".join(line.words for line in article) for article in written()]
    return tuple(text for text in every if marked_spans(text, Span(0, len(text))))


@cache
def told_of(index: int):
    return told(texts()[index])


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", KINDS)
def test_a_text_with_any_style_of_marks_has_the_same_findings(kind):
    first = list(KINDS).index(kind) % IN_TURN
    for index in range(first, len(texts()), IN_TURN):
        assert told(rewritten(texts()[index], kind)) == told_of(index)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_with_any_style_of_marks_has_the_same_findings(text, kind):
    found, other = told(text), rewritten(text, kind)
    assert found
    assert THREE.search(other) or told(other) == found


# a text in single marks, and its quotations with all marks
SINGLE = [
    (
        "‘It’s rock ’n’ roll, and the summer of ’68 was ours,’ Ada Roe said. ‘O’Brien called it “late”.’",
        ["‘It’s rock ’n’ roll, and the summer of ’68 was ours,’", "‘O’Brien called it “late”.’"],
    ),
    (
        "'It's rock 'n' roll, and the summer of '68 was ours,' Ada Roe said. 'I go 'cause I can.'",
        ["'It's rock 'n' roll, and the summer of '68 was ours,'", "'I go 'cause I can.'"],
    ),
    (
        "‘It is the millers’ demand and a guilds’ plot,’ said Ada Roe.",
        ["‘It is the millers’ demand and a guilds’ plot,’"],
    ),
    ("Ada Roe said ‘the guilds’ and wrote of ‘a plot of the millers’ in May.", ["‘a plot of the millers’"]),
    (
        "‘The weir leaks. The millers’ demand is fair.\n\n‘We will not sell,’ Ada Roe said.",
        ["‘The weir leaks. The millers’ demand is fair.", "‘We will not sell,’"],
    ),
    (
        "'We wait,' Ada Roe said. 'It leaks.\n\n'We will not sell.'",
        ["'We wait,'", "'It leaks.", "'We will not sell.'"],
    ),
    ("Ada Roe is late: ‘We wait. Olga Poe wrote, ‘We do not.’", ["‘We wait.", "‘We do not.’"]),
    ("Ada Roe wrote: ``We wait.'' The mayor said: `` We do not. ''", ["``We wait.''", "`` We do not. ''"]),
    ("« We wait », Ada Roe said.", ["« We wait »"]),
    ("Ada Roe said: ´We´re late, and it´s dark.´ She left.", ["´We´re late, and it´s dark.´"]),
]


@pytest.mark.parametrize(("text", "expected"), SINGLE)
def test_findings_are_shown_with_their_original_marks(text, expected):
    found = {span.of(text) for quotation in analyse_quotations(verbatim(text)).quotations for span in quotation.spans}
    assert found >= set(expected)


# a sentence with its full stops inside the marks, the same with them after the marks, and its quotations
STOPPED = [
    (
        "“It was late,” Ada Roe said, when asked if she had gone. “The weir is open.”",
        "“It was late”, Ada Roe said, when asked if she had gone. “The weir is open”.",
        ["“It was late”", "“The weir is open”"],
    ),
    (
        "Otto Lind wrote: “We wait for rain.” He left.",
        "Otto Lind wrote: «We wait for rain». He left.",
        ["«We wait for rain»"],
    ),
    ("“We wait,” she said (“We do not,” said he).", "‘We wait’, she said (‘We do not’, said he).", ["‘We wait’"]),
]


@pytest.mark.parametrize(("inside", "behind", "expected"), STOPPED)
def test_a_full_stop_after_the_marks_does_not_change_the_findings(inside, behind, expected):
    assert told(behind) == told(inside)
    found = {
        span.of(behind) for quotation in analyse_quotations(verbatim(behind)).quotations for span in quotation.spans
    }
    assert found >= set(expected)


def test_a_claim_includes_a_full_stop_after_its_marks():
    text = "Otto Lind is right. Ada Roe said: “The weir is far too old”."
    assert [claim.span.of(text) for claim in analyse(verbatim(text)).claims][-1].endswith("old”.")


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "  ", "   "])
def test_any_kind_of_blank_between_words_gives_the_same_findings(blank):
    plain = (
        "Ada Roe, a miller at the Delta Institute, shut the weir. According to the mayor, it leaks. "
        "“The gates hold,” she told the Ferry Post, “until May.” Otto Lind, of Tarn, says the mayor is wrong."
    )
    assert len(told(plain)) == 3
    assert told(re.sub(r"(?<=[\w.,]) (?=\w)", blank, plain)) == told(plain)


def test_a_name_is_shown_with_its_original_marks():
    text = "‘We wait,’ said Ada ‘Tolly’ Roe. ‘We do not,’ said the owner of the ‘old mill’ pub."
    assert analyse(verbatim(text)).voices[0].name == "Ada ‘Tolly’ Roe"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe wrote in the ‘Mill Post’ that the ‘own’ weir of the ’90s, and ’em all, is gone.",
        "“We wait,” said Ada Roe, who calls it the ‘town of the old and the new weir’.",
        "“Don’t,” she said, “it’s ‘late’.”",
        'It is 6" long; "Roe" says so.',
    ],
)
def test_usual_marks_are_not_changed(text):
    article = verbatim(text)
    assert normalize_marks(article).article is article


def test_the_marks_of_a_text_in_another_language_are_not_changed():
    article = verbatim(
        "„Das Wehr ist alt und wird im Mai von der Gemeinde geschlossen“, sagte die Müllerin Ada Roe am Montag."
    )
    assert normalize_article(article, recognise_language(article)).article is article


@given(st.text("“”‘’'\"«»`´„ a.,\n", min_size=1, max_size=60))
def test_mapped_offsets_stay_in_order_and_map_back(text):
    article = verbatim(f"The weir said {text}")
    seen = normalize_marks(article)
    back = [seen.moved.back(at) for at in range(len(seen.article.text) + 1)]
    assert back == sorted(back)
    assert (back[0], back[-1]) == (0, len(article.text))
    assert [block.span for block in article.blocks] == [seen.restore(block.span) for block in seen.article.blocks]


def test_explanations_are_shown_with_their_original_marks():
    [explained] = explain(verbatim("The mayor is late. ``We wait,'' said Ada Roe, who grows “eels”."))
    assert (explained.words, explained.speaker) == ("``We wait,''", "Ada Roe")


def test_a_fullwidth_colon_ends_the_label_of_a_post():
    posts = ["@毛聊：The mill is ours, and no bank should have it.", "@nuru_dini：Nobody asked us."]
    text = "\n\n".join(["News.", "People in Ferry reacted:", *posts, "The council met on Monday."])
    found = analyse_quotations(verbatim(text))
    names = {voice.id: voice.name for voice in found.voices}
    said = [(names.get(q.voice or 0), q.spans[0].of(text)) for q in found.quotations]
    assert said == [tuple(post.split("：")) for post in posts]
