"""An export says what was kept, reads as CommonMark, and is merged with what a person wrote into it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ExportError
from reader.export.markdown_export import article_id_of, render, write
from reader.export.markdown_style import PLAIN, UNATTRIBUTED
from reader.export.markdown_template import PRESETS, load
from reader.model import Article, Colour, Highlight, Span, Speaker
from reader.printable import printable
from tests.export.commonmark_reading import Passage, body, front_matter, passages

ARTICLE = Article(
    "a1b2",
    "/papers/dry.txt",
    "A Dry Year: What Now?\n\nThe weir stayed shut.",
    (),
    title="A Dry Year: What Now?",
    byline="Ola Vik",
    outlet="The Sluice",
    published="2026-02-27",
    url="https://sluice.example/dry?a=1&b=#2",
)
TOVE = Speaker(
    "Tove Lind", "expert", "hydrologist", "Marsh Institute", "Delta Post", ("Ola Vik, The Sluice", "Tora Ulv")
)
PER = Speaker("Per Rask", "person")
ANNA = Speaker("Anna Berg", "official", role="mayor of Oxholm", affiliation="Oxholm", outlet="Anna Berg")


def kept(key, exact, speaker=None, **facts):
    at = sum(map(ord, key))
    made = Highlight(key, "a1b2", (Span(at, at + 5),), exact, "", "", "then", "then", speaker, "1", Colour.BLUE)
    return replace(made, **facts)


A = kept("aa", "“The weir stayed shut.”", TOVE, note="Ask *why*.\n\nTwice.", tags=("water", "two words"))
B = kept("bb", "“Nobody asked us.”\n\n“Nobody will.”", PER)
C = kept("cc", "“It is [sic] dry.”", TOVE)
D = kept("dd", "words of the article")
E = kept("ee", "“I open it in May.”", ANNA)
ALL = (A, B, C, D, E)


def test_an_export_as_a_whole():
    assert render(ARTICLE, (A, D)) == (
        "---\n"
        "title: 'A Dry Year: What Now?'\n"
        "author: Ola Vik\n"
        "outlet: The Sluice\n"
        "url: https://sluice.example/dry?a=1&b=#2\n"
        "date: 2026-02-27\n"
        "pullquote: a1b2\n"
        "---\n"
        "\n"
        "# A Dry Year: What Now?\n"
        "\n"
        "<!-- Pullquote rewrites what is between its own comments until you change it. All else is yours. -->\n"
        "\n"
        "## Tove Lind\n"
        "\n"
        "<!-- pullquote:highlight aa 8b45facb -->\n"
        "> “The weir stayed shut.”\n"
        "\n"
        "— **Tove Lind**, hydrologist, Marsh Institute, Delta Post; via Tora Ulv, via Ola Vik, The Sluice\n"
        "\n"
        "Note: Ask \\*why\\*.\n"
        "\n"
        "Twice.\n"
        "\n"
        "Tags: water, two words\n"
        "<!-- /pullquote -->\n"
        "\n"
        f"## {UNATTRIBUTED}\n"
        "\n"
        "<!-- pullquote:highlight dd f1e580e8 -->\n"
        "> words of the article\n"
        "<!-- /pullquote -->\n"
    )


def test_the_front_matter_reads_back_as_the_articles_facts():
    assert front_matter(render(ARTICLE, ALL)) == {
        "title": ARTICLE.title,
        "author": "Ola Vik",
        "outlet": "The Sluice",
        "url": ARTICLE.url,
        "date": date(2026, 2, 27),
        "pullquote": "a1b2",
    }


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"title": None, "byline": None, "outlet": None, "url": None, "published": None}, {"pullquote": "a1b2"}),
        ({"published": "spring 2026"}, {"date": "spring 2026"}),
        ({"title": "null"}, {"title": "null"}),
        ({"title": "--- # [x]: {y}"}, {"title": "--- # [x]: {y}"}),
        ({"title": "Two\nlines"}, {"title": "Two lines"}),
        ({"title": "“é語💧” " * 40}, {"title": ("“é語💧” " * 40).strip()}),
        ({"id": "https://sluice.example/it's?a=1"}, {"pullquote": "https://sluice.example/it's?a=1"}),
    ],
)
def test_odd_facts_read_back_too_and_missing_ones_are_left_out(facts, expected):
    text = render(replace(ARTICLE, **facts), ALL)
    assert expected.items() <= front_matter(text).items()
    assert not [key for key, fact in front_matter(text).items() if fact is None]
    assert article_id_of(text) == facts.get("id", "a1b2")


def test_highlights_read_back_by_voice_with_all_that_was_kept():
    assert passages(render(ARTICLE, ALL)) == [
        Passage(
            "Tove Lind",
            "aa",
            A.exact,
            (
                "— Tove Lind, hydrologist, Marsh Institute, Delta Post; via Tora Ulv, via Ola Vik, The Sluice",
                "Note: Ask *why*.",
                "Twice.",
                "Tags: water, two words",
            ),
        ),
        Passage(
            "Tove Lind",
            "cc",
            C.exact,
            ("— Tove Lind, hydrologist, Marsh Institute, Delta Post; via Tora Ulv, via Ola Vik, The Sluice",),
        ),
        Passage("Per Rask", "bb", B.exact, ("— Per Rask",)),
        Passage("Anna Berg", "ee", E.exact, ("— Anna Berg, mayor of Oxholm",)),
        Passage(UNATTRIBUTED, "dd", D.exact, ()),
    ]


def headings(text):
    return list(dict.fromkeys(passage.heading for passage in passages(text)))


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ((), ["Tove Lind", "Per Rask", "Anna Berg", UNATTRIBUTED]),
        (("Anna Berg", "Nobody Else", "Per Rask"), ["Anna Berg", "Per Rask", "Tove Lind", UNATTRIBUTED]),
        (("Per Rask", "Per Rask"), ["Per Rask", "Tove Lind", "Anna Berg", UNATTRIBUTED]),
    ],
)
def test_voices_come_in_order_of_appearance(voices, expected):
    assert headings(render(ARTICLE, ALL, voices=voices)) == expected


def test_an_orphan_says_that_it_is_gone():
    [passage] = passages(render(ARTICLE, (replace(D, spans=()),)))
    assert passage.below == ("These words are no longer in the article.",)


def test_a_title_is_made_of_the_first_words_where_there_is_none():
    untitled = replace(ARTICLE, title=None)
    assert "# A Dry Year: What Now? The weir stayed…\n" in render(untitled, ALL)
    assert "# Untitled\n" in render(replace(untitled, text=""), ALL)


texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from("#*-_`~[]<>&\\!.1) "), min_size=1, max_size=40).map(
    lambda text: " ".join(printable(text).split())
).filter(bool)  # fmt: skip
speakers = st.builds(
    Speaker,
    texts,
    st.just("person"),
    st.none() | texts,
    st.none() | texts,
    st.none() | texts,
    st.lists(texts, max_size=2).map(tuple),
)


@pytest.mark.no_cover
@given(
    st.lists(
        st.tuples(st.lists(texts, min_size=1, max_size=3), st.none() | speakers, texts, st.lists(texts, max_size=2)),
        min_size=1,
        max_size=5,
    )
)
def test_law_the_parse_of_an_export_gives_the_highlights_back(drawn):
    highlights = [
        kept(f"h{n}", "\n\n".join(parts), speaker, note=note, tags=tuple(tags))
        for n, (parts, speaker, note, tags) in enumerate(drawn)
    ]
    text = render(ARTICLE, highlights)
    read = {passage.id: passage for passage in passages(text)}
    assert len(read) == len(highlights)
    for highlight in highlights:
        passage = read[highlight.id]
        assert passage.text == highlight.exact
        assert f"Note: {highlight.note}" in passage.below
        assert passage.heading == (highlight.speaker.name if highlight.speaker else UNATTRIBUTED)
        if highlight.speaker:
            assert passage.below[0].startswith(f"— {highlight.speaker.name}")
        if highlight.tags:
            assert passage.below[-1] == "Tags: " + ", ".join(highlight.tags)
    assert render(ARTICLE, highlights, before=text) == text


HAND = (
    "Mine at the top.\n",
    "and **mine** after aa\n\n- a list  \n",
    "between sections\n\n### a heading of mine\n\n```\n# no heading\n## Per Rask\n```\n",
    "\n# My thoughts\n\nat the end, without a line feed",
)


def written_in(text):
    """An export with a person's words in every place where they can be."""
    text = text.replace("pullquote: a1b2\n", "pullquote: a1b2\nrating: 5 # stars\naliases:\n  - dry\n")
    text = text.replace("\n## Tove Lind\n", f"\n{HAND[0]}\n## Tove Lind\n")
    first = text.index("<!-- /pullquote -->\n") + len("<!-- /pullquote -->\n")
    text = f"{text[:first]}\n{HAND[1]}{text[first:]}"
    text = text.replace("\n## Per Rask\n", f"\n{HAND[2]}\n## Per Rask\n")
    return text + HAND[3]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("change", [lambda text: text, written_in], ids=["untouched", "written in"])
def test_a_second_export_is_the_same_bytes(end, mark, change):
    before = mark + change(render(ARTICLE, ALL)).replace("\n", end)
    assert render(ARTICLE, ALL, before=before) == before


def test_lines_that_end_in_different_ways_stay_as_they_are():
    before = render(ARTICLE, ALL) + "mine\r\nand mine\n"
    after = render(ARTICLE, ALL, before=before)
    assert after.endswith("\nmine\r\nand mine\n")
    assert render(ARTICLE, ALL, before=after) == after


def test_a_persons_text_survives_changes_in_its_place():
    before = written_in(render(ARTICLE, (A, B, C, E)))
    noted = replace(C, note="new note")
    after = render(ARTICLE, (A, noted, D, E), deleted=(B,), before=before)
    for hand in (*HAND, "rating: 5 # stars\naliases:\n  - dry\n"):
        assert hand in after
    assert [(here.id, here.heading) for here in passages(after)] == [
        ("aa", "Tove Lind"),
        ("cc", "Tove Lind"),
        ("ee", "Anna Berg"),
        ("dd", UNATTRIBUTED),
    ]
    assert "Note: new note" in after
    assert after.index(HAND[0]) < after.index("highlight aa") < after.index(HAND[1]) < after.index("highlight cc")
    assert after.index("highlight dd") < after.index("# My thoughts")
    assert front_matter(after)["rating"] == 5


def test_a_new_highlight_goes_under_its_voice_in_text_order_and_below_the_words_after_the_one_before_it():
    before = render(ARTICLE, (A, B)).replace("<!-- /pullquote -->\n", "<!-- /pullquote -->\n\nmine\n", 1)
    after = render(ARTICLE, (A, B, C), before=before)
    assert [here.id for here in passages(after)] == ["aa", "cc", "bb"]
    assert after.index("highlight aa") < after.index("mine") < after.index("highlight cc") < after.index("## Per Rask")
    first = kept("a0", "the very first", TOVE)
    assert [here.id for here in passages(render(ARTICLE, (first, A, B), before=before))] == ["a0", "aa", "bb"]


@pytest.mark.parametrize(
    ("there", "added", "expected"),
    [
        ((A,), B, ["Tove Lind", "Per Rask"]),
        ((B,), A, ["Tove Lind", "Per Rask"]),
        ((A, B), E, ["Tove Lind", "Per Rask", "Anna Berg"]),
        ((A, E), B, ["Tove Lind", "Per Rask", "Anna Berg"]),
        ((D,), A, ["Tove Lind", UNATTRIBUTED]),
    ],
)
def test_a_new_voice_gets_its_section_in_its_place(there, added, expected):
    before = render(ARTICLE, there)
    after = render(ARTICLE, [here for here in ALL if here in (*there, added)], before=before)
    assert headings(after) == expected
    assert after == render(ARTICLE, [here for here in ALL if here in (*there, added)])


def test_a_new_voice_in_a_file_with_none_left_goes_to_its_end():
    before = render(ARTICLE, ()) + "\nmine"
    assert body(render(ARTICLE, (D,), before=before)).endswith(
        f"\nmine\n\n## {UNATTRIBUTED}\n\n<!-- pullquote:highlight dd f1e580e8 -->\n> words of the article\n<!-- /pullquote -->\n"
    )


def test_a_voice_whose_heading_was_renamed_keeps_it_for_new_highlights():
    before = render(ARTICLE, (A,)).replace("## Tove Lind", "## Dr Lind, the hydrologist")
    after = render(ARTICLE, (A, C), before=before)
    assert headings(after) == ["Dr Lind, the hydrologist"]


def test_a_heading_without_highlights_of_its_own_takes_them():
    before = render(ARTICLE, (A,)) + "\n## Per Rask\n\nI know him.\n"
    after = render(ARTICLE, (A, B), before=before)
    assert after.count("## Per Rask") == 1
    assert after.index("I know him.") < after.index("highlight bb")


def test_deleted_highlights_and_empty_headings_are_removed():
    before = render(ARTICLE, ALL)
    assert render(ARTICLE, (B, D), deleted=(A, C, E), before=before) == render(ARTICLE, (B, D))
    assert passages(render(ARTICLE, (), deleted=ALL, before=before)) == []


def test_a_restored_highlight_returns_to_its_place():
    before = render(ARTICLE, ALL)
    without = render(ARTICLE, (A, B, D, E), deleted=(C,), before=before)
    assert render(ARTICLE, ALL, before=without) == before


def test_a_heading_with_a_persons_words_below_it_stays_when_its_highlights_go():
    before = render(ARTICLE, (A, B)) + "\nI know him.\n"
    after = render(ARTICLE, (A,), deleted=(B,), before=before)
    assert after.endswith("## Per Rask\n\nI know him.\n")


def test_highlights_of_another_library_stay_as_they_are():
    before = render(ARTICLE, (A, B))
    assert render(ARTICLE, (A,), before=before) == before


def test_a_block_without_its_end_is_the_persons_and_is_not_written_again():
    before = render(ARTICLE, (A, B)).replace("<!-- /pullquote -->\n", "", 1)
    assert render(ARTICLE, (A, B), before=before) == before
    last = render(ARTICLE, (B,)).replace("<!-- /pullquote -->\n", "")
    assert render(ARTICLE, (B,), before=last) == last


def test_front_matter_keeps_what_a_person_set_and_gains_what_became_known():
    before = render(replace(ARTICLE, outlet=None, byline="O. V."), (A,))
    before = before.replace("title: 'A Dry Year: What Now?'", "title: My own title")
    facts = front_matter(render(ARTICLE, (A,), before=before))
    assert (facts["title"], facts["author"], facts["outlet"]) == ("My own title", "O. V.", "The Sluice")


@pytest.mark.parametrize(
    "text",
    ["", "words", "---\n", "---\npullquote: x", "---\ntitle: x\n---\npullquote: a1b2\n", "---\n  pullquote: x\n---\n"],
)
def test_other_files_are_not_exports(text):
    assert article_id_of(text) is None


def test_a_file_is_written_and_written_again_only_when_something_changed(tmp_path):
    path = write(ARTICLE, ALL, folder=tmp_path / "notes")
    assert path == tmp_path / "notes" / "a-dry-year-what-now.md"
    assert path.read_text() == render(ARTICLE, ALL)
    inode = path.stat().st_ino
    assert write(ARTICLE, ALL, folder=tmp_path / "notes") == path
    assert path.stat().st_ino == inode
    write(ARTICLE, (A,), deleted=(B,), folder=tmp_path / "notes")
    assert "highlight bb" not in path.read_text()


def test_another_article_of_the_same_title_gets_a_name_of_its_own(tmp_path):
    write(ARTICLE, ALL, folder=tmp_path)
    other = replace(ARTICLE, id="z9")
    assert write(other, (A,), folder=tmp_path).name == "a-dry-year-what-now-2.md"
    assert (
        write(replace(ARTICLE, id="new"), ALL, ids=frozenset({"a1b2"}), folder=tmp_path).name
        == "a-dry-year-what-now.md"
    )


@pytest.mark.parametrize("first", [None, *PRESETS])
@pytest.mark.parametrize("second", [None, *PRESETS])
def test_each_look_has_a_file_of_its_own_that_is_brought_up_to_date(tmp_path, first, second):
    looks = {name: PLAIN if name is None else load(name) for name in (first, second)}
    one = write(ARTICLE, ALL, folder=tmp_path, style=looks[first])
    text = one.read_text()
    two = write(ARTICLE, ALL, folder=tmp_path, style=looks[second])
    assert one.read_text() == text
    assert (one == two) is (first == second)
    assert write(ARTICLE, (A,), deleted=(B,), folder=tmp_path, style=looks[first]) == one
    assert write(ARTICLE, ALL, folder=tmp_path, style=looks[second]) == two
    if first != second:
        with pytest.raises(ExportError, match=f"is an export in the format {first or 'markdown'} and was not changed"):
            write(ARTICLE, ALL, output=one, style=looks[second])


@pytest.mark.parametrize("text", ["Dear diary", "---\npullquote: z9\n---\n"])
def test_a_file_that_is_not_an_export_of_this_article_is_not_changed(tmp_path, text):
    (tmp_path / "x.md").write_text(text)
    with pytest.raises(ExportError, match="is not an export of this article and was not changed"):
        write(ARTICLE, ALL, output=tmp_path / "x.md")
    assert (tmp_path / "x.md").read_text() == text


def test_a_named_file_that_is_empty_is_written(tmp_path):
    (tmp_path / "x.md").write_text("\n")
    write(ARTICLE, ALL, output=tmp_path / "x.md")
    assert (tmp_path / "x.md").read_text() == render(ARTICLE, ALL)


def test_without_highlights_no_file_is_made_but_an_earlier_one_is_emptied(tmp_path):
    with pytest.raises(ExportError, match="There are no highlights in “A Dry Year: What Now\\?” yet"):
        write(ARTICLE, (), folder=tmp_path)
    assert not list(tmp_path.iterdir())
    path = write(ARTICLE, ALL, folder=tmp_path)
    assert write(ARTICLE, (), deleted=ALL, folder=tmp_path) == path
    assert passages(path.read_text()) == []


def test_a_changed_block_is_the_persons():
    before = render(ARTICLE, (A, D)).replace("Twice.", "Twice, and *in writing*.")
    renoted = replace(A, note="another note")
    assert render(ARTICLE, (renoted, D), before=before) == before
    assert render(ARTICLE, (D,), deleted=(A,), before=before) == before
    assert "another note" in render(ARTICLE, (renoted, D), before=render(ARTICLE, (A, D)))


def test_a_changed_block_is_recognised_with_any_line_ends():
    before = render(ARTICLE, (A, D)).replace("\n", "\r\n")
    assert "another note\r\n" in render(ARTICLE, (replace(A, note="another note"), D), before=before)
    changed = before.replace("Twice.", "Thrice.")
    assert render(ARTICLE, (replace(A, note="another note"), D), before=changed) == changed


def test_an_interrupted_quotation_leaves_out_the_reporters_words():
    text = "“The weir is shut,” said Tove Lind. “It stays shut.”\n\n“All summer.”"
    parts = ("“The weir is shut,”", "“It stays shut.”", "“All summer.”")
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    article = replace(ARTICLE, text=text)
    [passage] = passages(render(article, (kept("aa", text, TOVE, spans=spans),)))
    assert passage.text == "“The weir is shut,” […] “It stays shut.”\n\n“All summer.”"
    [orphan] = passages(render(article, (kept("aa", text, TOVE, spans=()),)))
    assert orphan.text == text


@pytest.mark.parametrize(
    ("first", "stood", "second"),
    [((A, B), "## Per Rask", (A, E, B)), ((A, C), "<!-- pullquote:highlight cc", (A, replace(C, id="zz"), C))],
)
def test_text_right_above_a_block_stays_there(first, stood, second):
    order = ["Tove Lind", "Anna Berg", "Per Rask"]
    before = render(ARTICLE, first, voices=order).replace(stood, f"Mine,\nand more:\n{stood}")
    after = render(ARTICLE, second, voices=order, before=before)
    assert f"\n\nMine,\nand more:\n{stood}" in after
    assert after.count("pullquote:highlight") == len(second)
    assert after.index(second[1].id) < after.index("Mine,")
    assert render(ARTICLE, second, voices=order, before=after) == after


@pytest.mark.parametrize("own", ["Mine.\n\n", "```\na\n```\n", "<!-- mine -->\n"])
def test_text_below_a_block_stays_there(own):
    order = ["Tove Lind", "Anna Berg", "Per Rask"]
    before = render(ARTICLE, (A, B), voices=order).replace("## Per Rask", f"{own}## Per Rask")
    after = render(ARTICLE, (A, E, B), voices=order, before=before)
    assert after.index(own) < after.index("## Anna Berg") < after.index("## Per Rask")


def test_denied_words_come_after_the_denial():
    denied = kept("aa", "that the weir was shut", replace(PER, denied="denied"))
    assert "\n> denied: that the weir was shut\n" in render(ARTICLE, (denied,))
    whole = replace(denied, exact="Per Rask denied that the weir was shut")
    assert "\n> Per Rask denied that the weir was shut\n" in render(ARTICLE, (whole,))
