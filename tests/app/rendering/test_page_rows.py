"""Rows of the page: the styles of the text, and the layers over it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import split_graphemes
from rich.color import Color
from rich.style import Style

from reader.app.rendering.columns import columns
from reader.app.rendering.page_rows import render_row
from reader.app.rendering.page_state import PageState
from reader.app.state import Reading
from reader.app.theming.palette import DARK, palette_of
from reader.app.viewmodels.text_search import ArticleSearcher, Search
from reader.app.viewmodels.voice_stats import voice_stats_of
from reader.model import Block, BlockKind, Colour, Highlight, Mark, MarkKind, Span
from reader.text.layout import LayoutOptions, lay_out
from reader.text.navigation import Stop
from tests.app.pane_harness import ANALYSIS, ARTICLE, STOPS, TEXT, VOICES, reading, span
from tests.text.layout.test_layout import article

COLUMNS = columns(80)


def page(read, *, unfolded=False, **more):
    layout = lay_out(read.article, COLUMNS.text, split_graphemes, show_hidden=unfolded)
    return PageState(read, layout, COLUMNS, DARK, more.pop("words", 7), stats=voice_stats_of(read), **more)


def style_of(made, words, after=0):
    """The style of the piece in which the first of `words` stands."""
    offset = made.reading.article.text.index(words, after)
    y = made.layout.row_at(offset)
    cell = COLUMNS.start + made.layout.cell_of(y, offset)
    for piece in render_row(made, y):
        cell -= piece.cell_length
        if cell < 0:
            return piece.style or Style.null()
    raise AssertionError(words)


def look_of(made, words, after=0):
    """Colour, background, and bold, italic, underline of the piece in which the first of `words` stands."""
    style = style_of(made, words, after)
    assert style.color
    assert style.bgcolor
    flags = "".join(sign for sign, on in zip("biu", (style.bold, style.italic, style.underline), strict=True) if on)
    return style.color.name.upper(), style.bgcolor.name.upper(), flags


def highlight(*spans, **more):
    exact = " ".join(each.of(TEXT) for each in spans)
    return Highlight("h", "made", spans, exact, "", "", "2031-05-04", "2031-05-04", **more)


def test_without_a_current_quotation_text_is_plain_and_headings_are_bold():
    made = page(reading(None))
    assert look_of(made, "Three coastal") == (DARK.text, DARK.page, "")
    assert look_of(made, "“Both sides") == (DARK.text, DARK.page, "")
    assert look_of(made, "Harbour Towns") == (DARK.accent, DARK.page, "b")


def test_the_current_quotation_has_its_voices_colour_and_a_background():
    made = page(reading(3))
    hue = DARK.hue(made.stats.hue(2))
    assert look_of(made, "“Both sides") == (hue, DARK.current, "")
    assert look_of(made, "“Nobody wants") == (hue, DARK.current, "")
    assert look_of(made, "said Ilse") == (DARK.text, DARK.page, "u")
    assert look_of(made, "Ilse Marchetti") == (DARK.text, DARK.page, "")


def test_words_of_another_voice_inside_the_current_quotation_stay_plain():
    made = page(reading(2))
    assert look_of(made, "“Both sides") == (DARK.text, DARK.current, "")
    assert look_of(made, "said Ilse") == (DARK.hue(made.stats.hue(1)), DARK.current, "")


def test_the_selected_voice_is_coloured_everywhere_and_the_others_are_faint():
    made = page(reading(3, voice=4))
    hue = DARK.hue(made.stats.hue(4))
    assert look_of(made, "“a wall on paper") == (hue, DARK.page, "")
    assert look_of(made, "“Whoever") == (hue, DARK.page, "")
    assert look_of(made, "“Both sides") == (DARK.text, DARK.current, "")
    strip = render_row(made, made.layout.row_at(STOPS[3].start))
    styles = {sign: piece.style or Style.null() for piece in strip for sign in ("▌", "IM") if sign in piece.text}
    assert styles["▌"].color == Color.parse(DARK.faint)
    assert styles["IM"].bold


def test_a_quotation_without_a_known_speaker_has_a_question_mark_as_tag():
    analysis = replace(ANALYSIS, quotations=(replace(ANALYSIS.quotations[0], voice=None),))
    stop = STOPS[0]._replace(voice=None)
    made = page(replace(reading(None), analysis=analysis, stops=(stop,), stop=0))
    assert "?" in render_row(made, made.layout.row_at(stop.start)).text[:4]
    assert look_of(made, "Petra Halloran") == (DARK.text, DARK.current, "")


def test_a_row_on_which_several_voices_begin_has_an_ampersand_after_the_tag():
    start = TEXT.index("Three coastal")
    one, other = (Stop(1, voice, (Span(at, at + 9),)) for voice, at in ((2, start), (1, start + 10)))
    made = page(replace(reading(None), stops=(one, other)))
    y = made.layout.row_at(start)
    strip = render_row(made, y)
    assert strip.text[:5] == " IM&▎"
    assert {piece.text: piece.style and piece.style.color for piece in strip}["&"] == Color.parse(DARK.dim)
    assert render_row(page(replace(reading(None), stops=(one,))), y).text[:5] == " IM ▎"


def test_a_highlight_covers_the_voices_colour_and_its_note_has_a_sign_at_the_right():
    kept = highlight(span("Both sides"), colour=Colour.GREEN, note="which?")
    made = page(reading(3, highlights=(kept,)))
    assert look_of(made, "Both sides") == (DARK.text, DARK.green, "")
    assert look_of(made, " want to be") == (DARK.hue(made.stats.hue(2)), DARK.current, "")
    rows = [render_row(made, y).text for y in range(made.layout.height)]
    assert [y for y, row in enumerate(rows) if "✎" in row] == [made.layout.row_at(TEXT.index("Both sides"))]
    assert rows[made.layout.row_at(TEXT.index("Both sides"))].index("✎") == COLUMNS.end + 1


def test_a_highlight_not_found_in_the_text_is_not_drawn():
    made = page(reading(None, highlights=(highlight(note="gone"),)))
    assert not any("✎" in render_row(made, y).text for y in range(made.layout.height))


def test_a_selection_lies_over_everything():
    kept = highlight(span("Both sides"))
    made = page(reading(3, highlights=(kept,), selection=span("sides want")))
    assert look_of(made, "sides") == (DARK.text, DARK.selection, "")
    assert look_of(made, "Both") == (DARK.text, DARK.yellow, "")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (MarkKind.LINK, (DARK.text, DARK.page, "u")),
        (MarkKind.EMPHASIS, (DARK.text, DARK.page, "i")),
        (MarkKind.STRONG, (DARK.accent, DARK.page, "b")),
        (MarkKind.CODE, (DARK.accent, DARK.panel, "")),
        (MarkKind.IMAGE, (DARK.dim, DARK.page, "i")),
    ],
)
def test_marks_change_the_style_of_their_words(kind, expected):
    made = page(reading(None, article=replace(ARTICLE, marks=(Mark(kind, span("coastal towns")),))))
    assert look_of(made, "coastal towns") == expected
    assert look_of(made, "Three") == (DARK.text, DARK.page, "")


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        ("coastal", "Three4coastal towns"),
        ("Three", "▎4Three coastal towns"),
        ("oastal", "Three4coastal towns"),
    ],
)
def test_a_link_being_chosen_has_its_number_before_it_and_keeps_every_letter(first, shown):
    offset = TEXT.index(first)
    made = page(reading(None), link_numbers=((offset, 4),))
    row = render_row(made, made.layout.row_at(offset))
    assert shown in row.text
    assert row.cell_length == made.columns.body
    (style,) = (segment.style for segment in row if segment.text == "4")
    assert style is not None
    assert (style.color, style.bgcolor) == (Color.parse(DARK.match_text), Color.parse(DARK.match))


def test_a_link_number_with_no_space_nearby_is_inserted():
    made = page(
        replace(reading(None), article=article("海の来" * 10), analysis=None, stops=()), link_numbers=((20, 2), (21, 3))
    )
    assert "海の来海の2来3海の来" in render_row(made, 2).text


def test_a_row_without_links_does_not_change():
    made = page(reading(None), link_numbers=((TEXT.index("coastal"), 4),))
    y = made.layout.row_at(TEXT.index("Eight hours"))
    assert render_row(made, y).text == render_row(page(reading(None)), y).text


def test_lists_rules_and_captions_have_their_own_signs():
    parts = article(
        (BlockKind.ITEM, "a gate", {"level": 1}),
        (BlockKind.ITEM, "its key", {"level": 2, "ordered": 3}),
        (BlockKind.RULE, "* * *"),
        (BlockKind.CAPTION, "A gate."),
    )
    made = page(replace(reading(None), article=parts, analysis=None, stops=()))
    shown = [render_row(made, y).text[COLUMNS.start :].rstrip() for y in range(made.layout.height)]
    assert shown == ["7 words · 1 minute", "", "• a gate", "  3. its key", "", "─" * COLUMNS.text, "", "  A gate."]
    assert look_of(made, "A gate.") == (DARK.dim, DARK.page, "i")


def test_the_caption_of_an_image_begins_with_image_and_is_indented_after_it():
    words = "The gate at Holm, as it was seen from the mill on the morning after the flood"
    parts = article((BlockKind.CAPTION, words))
    parts = replace(parts, marks=(Mark(MarkKind.IMAGE, Span(0, len(words)), "https://holm.example/gate.png"),))
    made = page(replace(reading(None), article=parts, analysis=None, stops=()))
    shown = [render_row(made, y).text[COLUMNS.start :].rstrip() for y in range(2, made.layout.height)]
    assert shown == [
        "[image: The gate at Holm, as it was seen from the mill on the",
        "        morning after the flood]",
    ]
    assert look_of(made, "The gate") == (DARK.dim, DARK.page, "i")


def test_a_table_has_aligned_columns_and_bold_column_names():
    parts = article((BlockKind.TABLE, "Town | Wall\nHolm | 2 m\nPort Averell | 13 m"))
    made = page(replace(reading(None), article=parts, analysis=None, stops=()))
    shown = [render_row(made, y).text[COLUMNS.start :].rstrip() for y in range(2, made.layout.height)]
    assert shown == ["Town          Wall", "Holm           2 m", "Port Averell  13 m"]
    assert look_of(made, "Wall") == (DARK.text, DARK.page, "b")
    assert look_of(made, "2 m") == (DARK.text, DARK.page, "")


def test_a_selection_over_a_table_colours_its_cells_and_not_the_gaps():
    parts = article((BlockKind.TABLE, "Town | Wall\nHolm | 2 m\nPort Averell | 13 m"))
    end = parts.text.index("2 m") + 3
    made = page(replace(reading(None), article=parts, analysis=None, stops=(), selection=Span(0, end)))
    assert [look_of(made, words)[1] for words in ("Town", "Wall", "Holm", "2 m")] == [DARK.selection] * 4
    assert look_of(made, "Port")[1] == DARK.page
    (gap,) = (piece for piece in render_row(made, 3) if not piece.text.strip() and len(piece.text) == 11)
    assert gap.style is not None
    assert gap.style.bgcolor == Color.parse(DARK.page)


def test_the_wider_spaces_of_a_justified_row_are_selected_with_its_words():
    parts = article("one two three four five six")
    layout = lay_out(parts, 15, split_graphemes, options=LayoutOptions(justified=True))
    made = page(replace(reading(None), article=parts, analysis=None, stops=(), selection=Span(0, 10)))
    made = made._replace(layout=layout)
    assert "one  two  three" in render_row(made, 2).text
    selected = [
        piece.text
        for piece in render_row(made, 2)
        if piece.style and piece.style.bgcolor == Color.parse(DARK.selection)
    ]
    assert selected == ["one  two  th"]


def test_a_hyphen_at_the_end_of_a_row_has_the_style_of_its_word():
    parts = article("it was quite unbelievable")
    layout = lay_out(parts, 18, split_graphemes, options=LayoutOptions(break_points=lambda _: (2, 4)))
    made = page(replace(reading(None), article=parts, analysis=None, stops=(), selection=Span(13, 25)))
    made = made._replace(layout=layout)
    assert render_row(made, 2).text[COLUMNS.start :].rstrip() == "it was quite unbe-"
    assert "unbe-" in [
        piece.text
        for piece in render_row(made, 2)
        if piece.style and piece.style.bgcolor == Color.parse(DARK.selection)
    ]


def test_hidden_blocks_are_dim_when_they_are_shown_and_one_line_when_not():
    text = "The gate is shut.\n\nSubscribe"
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, 17)),
        Block(BlockKind.PARAGRAPH, Span(19, 28), hidden=True),
    )
    hiding = replace(ARTICLE, text=text, blocks=blocks, byline=None, outlet=None, published=None)
    read = replace(reading(None), article=hiding, analysis=None, stops=())
    hiding_page = page(read)
    assert render_row(hiding_page, 4).text.strip() == "· 1 hidden line (. shows it)"
    assert look_of(page(read, unfolded=True), "Subscribe") == (DARK.dim, DARK.page, "")


def test_text_under_an_open_drawer_is_dimmed():
    made = page(reading(3), is_dimmed=True)
    assert look_of(made, "Eight hours") == (DARK.recede, DARK.page, "")
    assert look_of(made, "Harbour Towns") == (DARK.recede, DARK.page, "b")


def test_every_row_is_as_wide_as_the_body_and_so_are_those_below_the_text():
    made = page(reading(3))
    assert {render_row(made, y).cell_length for y in range(made.layout.height + 3)} == {COLUMNS.body}


def test_neighbours_of_one_style_are_one_segment():
    made = page(reading(3))
    for y in range(made.layout.height):
        styles = [piece.style for piece in render_row(made, y)]
        assert all(one != other for one, other in pairwise(styles))


def test_a_page_with_another_reading_has_its_voices():
    assert page(reading(3)).with_reading(reading(4)).stats.order[0] in {voice.id for voice in VOICES}


def test_the_label_of_a_source_is_dim_and_underlined():
    made = article((BlockKind.QUOTE, "The tide has come in. [Source]", {"level": 1}))
    said = Span(0, len("The tide has come in."))
    shown = page(Reading(made, stops=(Stop(1, None, (said,)),)))
    row = render_row(shown, shown.layout.row_at(0))
    (style,) = (segment.style for segment in row if segment.text == "[Source]")
    assert style is not None
    assert (style.color, style.underline) == (Color.parse(DARK.dim), True)


def test_a_claim_reached_by_a_key_has_a_background_as_a_whole():
    claim = ANALYSIS.claim(9)
    shown = page(reading(9, claim=9, shows_claim=True))
    row = render_row(shown, shown.layout.row_at(claim.span.start))
    first = claim.span.of(TEXT).split()[0]
    (style,) = (segment.style for segment in row if segment.text.startswith(first))
    assert style is not None
    assert style.bgcolor == Color.parse(DARK.current)


def test_the_length_line_leaves_out_what_was_not_found():
    nothing = replace(ANALYSIS, quotations=(), voices=(), claims=(), threads=())
    shown = page(reading(None, analysis=nothing, stops=()))
    facts = next(render_row(shown, y).text for y in range(4) if "minute" in render_row(shown, y).text)
    assert "voice" not in facts
    assert "thread" not in facts


def attributes(made, words, after=0):
    """Bold, underlined and reversed, as letters: how the first of `words` is set where no colour is seen."""
    style = style_of(made, words, after)
    return "".join(sign for sign, on in zip("bur", (style.bold, style.underline, style.reverse), strict=True) if on)


COLOURLESS = DARK._replace(colourless=True)


def test_without_colours_layers_differ_by_attributes():
    kept = highlight(span("“Both sides", "to act"), colour=Colour.YELLOW)
    spoken = page(replace(reading(3), highlights=(kept,)))
    assert attributes(spoken, "“Both sides") == ""
    spoken = spoken._replace(palette=COLOURLESS)
    assert attributes(spoken, "“Both sides") == "br"  # highlighted, and current
    assert attributes(spoken, "before the winter") == "b"  # current
    assert attributes(spoken, "Ilse Marchetti") == ""
    highlighted = page(replace(reading(None), highlights=(kept,)))._replace(palette=COLOURLESS)
    assert attributes(highlighted, "“Both sides") == "r"  # highlighted alone
    selected = page(replace(reading(None), selection=span("“Both sides", "winter storms")))._replace(palette=COLOURLESS)
    assert attributes(selected, "“Both sides") == "r"
    over = selected._replace(reading=replace(selected.reading, highlights=(kept,)))
    assert attributes(over, "“Both sides") == ""  # what is selected of a highlight stands out from it
    assert attributes(over, "before the winter") == "r"


def test_without_colours_matches_are_underlined_and_the_current_one_is_reversed():
    search = Search("wall", ArticleSearcher(ARTICLE).find("wall"), at=1)
    made = page(replace(reading(None), search=search))._replace(palette=COLOURLESS)
    first, second = search.matches.span(0), search.matches.span(1)
    assert attributes(made, TEXT[first.start : first.start + 4], first.start) == "bu"  # in the title, which is bold
    assert attributes(made, "wall", second.start) == "bur"


def test_without_colours_words_of_a_nested_voice_stay_plain():
    made = page(reading(2))._replace(palette=COLOURLESS)
    assert attributes(made, "“Both sides") == ""
    assert attributes(made, "between two tides") == "b"


async def test_no_color_leaves_only_the_terminals_default_colours(opened, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as at:
        await at.press("n", "n", "h")
        assert palette_of(at.app).colourless
        rows = at.app.screen._compositor.render_strips()
        colours = {
            colour
            for strip in rows
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
        }
        assert {colour.name for colour in colours if colour is not None} == {"default"}
        assert any(segment.style and segment.style.reverse for strip in rows for segment in strip)


@pytest.mark.parametrize("has_hyperlinks", [True, False])
def test_a_link_is_a_terminal_hyperlink_where_the_terminal_has_them(has_hyperlinks):
    linked = replace(ARTICLE, marks=(Mark(MarkKind.LINK, span("drew a line"), "https://shore.example"),))
    made = page(replace(reading(None), article=linked), has_hyperlinks=has_hyperlinks)
    row = render_row(made, made.layout.row_at(TEXT.index("drew a line")))
    assert [piece.text for piece in row if piece.style and piece.style.link] == ["drew a line"] * has_hyperlinks
