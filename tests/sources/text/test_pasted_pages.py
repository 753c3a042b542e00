"""A whole page that was pasted, or printed by a text browser, is folded by the shape of its lines."""

import pytest

from reader.model import BlockKind
from reader.sources import load
from tests.sources.sample_article import FIGURES, LEAD, REPLY, TITLE

MENU = "\n".join(
    f"{side} {place}"
    for side in ("North", "East", "South")
    for place in ("Quay", "Pier", "Dock", "Bay", "Mole", "Yard")
)
FOOTER = MENU.replace("North", "West").replace("East", "Old").replace("South", "New")
BODY = (LEAD, REPLY, FIGURES)


def read_text(text):
    return load("-", stdin=text.encode())


def visible(article):
    return [block.span.of(article.text) for block in article.visible]


def page(*blocks, menu=MENU, footer=FOOTER):
    return "\n\n".join((menu, *blocks, footer))


def test_a_long_menu_without_blank_lines_is_no_running_text():
    towns = "\n".join(f"The harbour of the town {number}" for number in range(20))
    assert visible(read_text(page(TITLE, *BODY, menu=f"{MENU}\n{towns}", footer=f"{towns}\n{FOOTER}"))) == [
        TITLE,
        *BODY,
    ]


def test_menus_without_blank_lines_are_folded_line_by_line():
    article = read_text("\n".join((MENU, TITLE, "By Mira Oland", "4 May 2021", *BODY, FOOTER)))
    assert visible(article) == [TITLE, *BODY]
    assert (article.title, article.byline, article.published) == (TITLE, "Mira Oland", "2021-05-04")


def test_lines_of_verse_in_a_pasted_page_stay_one_paragraph():
    poem = "The night boat crosses on the hour,\nand nobody is asking why.\nThe bakers sleep among the flour."
    assert visible(read_text(page(TITLE, LEAD, poem, REPLY, FIGURES))) == [TITLE, LEAD, poem, REPLY, FIGURES]


@pytest.mark.parametrize(
    "table",
    [
        "\n\n".join(f"’{year}" for year in range(10, 40)),
        "\n\n".join(f"Passengers\n\n{count}" for count in range(20, 60)),
    ],
)
def test_a_long_table_inside_an_article_does_not_end_it(table):
    days = [[text.replace("on", f"on day {day},", 1) for text in BODY] for day in range(4)]
    shown = visible(read_text(page(TITLE, *days[0], *days[1], table, *days[2], *days[3])))
    assert (shown[:7], shown[-6:]) == ([TITLE, *days[0], *days[1]], [*days[2], *days[3]])


def test_short_sentences_at_the_end_of_an_article_are_a_part_of_it():
    ending = ("The vote was close.", "Nobody cheered.", "The ferry left at eleven.")
    assert visible(read_text(page(TITLE, *BODY, *ending))) == [TITLE, *BODY, *ending]


def test_a_long_line_without_a_stop_at_the_end_of_an_article_is_a_part_of_it():
    post = FIGURES.rstrip(".").replace("41", "forty") + " #nightboat"
    assert visible(read_text(page(TITLE, *BODY, "The board posted:", post))) == [
        TITLE,
        *BODY,
        "The board posted:",
        post,
    ]


@pytest.mark.parametrize(
    "fact",
    ["By Mira Oland", "4 May 2021", "4. Mai 2021, 10:15 Uhr", "Publié le 4 mai 2021", "2021年5月4日", "04.05.2021"],
)
def test_a_caption_between_headline_and_byline_or_date_is_folded(fact):
    caption = "The crew of the Petrel have breakfast on the quay on the morning after the vote in the council."
    assert visible(read_text(page(TITLE, caption, fact, *BODY))) == [TITLE, *BODY]


@pytest.mark.parametrize(
    "image",
    [
        "[petrel_crew_2021.jpg]",
        "[quay-1200x800] [W0201]",
        "The crew of the Petrel The crew of the Petrel",
        "The crew on the quay at six in the morning The crew on the quay at six in the morning, before the vote.",
    ],
)
def test_an_image_that_a_text_browser_names_is_folded(image):
    assert visible(read_text(page(TITLE, LEAD, image, REPLY, FIGURES))) == [TITLE, *BODY]


@pytest.mark.parametrize("caption", ["", " The crew of the Petrel have breakfast on the quay on the morning after it."])
def test_an_image_that_repeats_the_headline_is_folded_with_its_caption(caption):
    assert visible(read_text(page(TITLE, LEAD, f"{TITLE}{caption}", REPLY, FIGURES))) == [TITLE, *BODY]


def test_a_paragraph_that_begins_with_a_short_headline_stays():
    paragraph = f"Petrel stays. {REPLY}"
    assert visible(read_text(page("Petrel stays", LEAD, paragraph, FIGURES)))[1:] == [LEAD, paragraph, FIGURES]


@pytest.mark.parametrize("line", ["[Courier]", "[...]", "No, no, no.", "The boat and the boat house"])
def test_a_line_that_looks_like_the_name_of_an_image_stays(line):
    assert visible(read_text(page(TITLE, LEAD, line, REPLY, FIGURES))) == [TITLE, LEAD, line, REPLY, FIGURES]


def test_a_page_with_a_short_menu_above_is_known_by_the_many_notices_under_it():
    menu, notices = "Quay\n\nPier\n\nDock\n\nBay", "\n\n".join(["Share", "Print", "Sign in", "Subscribe"] * 3)
    caption = "The Petrel at six in the morning"
    assert visible(read_text(page(TITLE, *BODY, caption, menu=menu, footer=f"{notices}\n\n{FOOTER}"))) == [TITLE, *BODY]
    shown = visible(read_text(page(TITLE, *BODY, caption, menu=menu, footer=FOOTER)))
    assert shown == [*menu.split("\n\n"), TITLE, *BODY, caption, FOOTER]


def test_many_notices_show_a_page_whose_lists_are_longer_than_its_article():
    songs = "\n\n".join(f"the boat song of the year {year}" for year in range(1900, 1960))
    footer = "\n\n".join([*["Share", "Print", "Sign in", "Subscribe"] * 3, songs])
    assert visible(read_text(page(TITLE, *BODY, menu="Quay\n\nPier\n\nDock\n\nBay", footer=footer))) == [TITLE, *BODY]


def test_a_page_with_few_short_lines_is_known_by_notices_if_most_of_it_is_the_article():
    menu, footer = "Quay\n\nPier", "Share\n\nPrint\n\nSign in\n\nDock"
    assert visible(read_text(page(TITLE, *BODY, menu=menu, footer=footer))) == [TITLE, *BODY]
    songs = "\n\n".join(f"the boat song of the year {year}" for year in range(1900, 1930))
    assert "Quay" in visible(read_text(page(TITLE, LEAD, menu=f"{menu}\n\n{songs}", footer=footer)))


NAMES = ("Ada Roe", "Olga Rand", "Mira Oland", "Tessa Quill", "Paula Stern", "Ruth Adler", "Emeka Holt", "Ole Brask")
INGREDIENTS = (
    "2 cups flour",
    "1 lemon",
    "3 ripe pears",
    "brown sugar",
    "fresh ginger",
    "4 jars",
    "butter",
    "ground cloves",
)
VERSE = "the ice\nis here\nand we\nare not\nso we wait\nfor the boat\nthat never\ncomes back"
REPLIES = ("Yes.", LEAD, "Why?", REPLY, "So be it.", FIGURES, "Thank you.", "No.")
LISTS = {
    "recipe": (
        "Pear Jam",
        "Serves 4",
        "\n".join(INGREDIENTS),
        *BODY,
        "For the glaze",
        "\n".join(INGREDIENTS),
        "pot\nspoon",
    ),
    "recipe without blank lines": ("\n".join(("Pear Jam", *INGREDIENTS, *BODY, "The glaze", *INGREDIENTS)),),
    "programme": ("Concert on the Quay", "\n".join(NAMES), *BODY, "The players", "\n".join(NAMES)),
    "minutes": ("Harbour Board", "Present\n" + "\n".join(NAMES), *BODY, "Absent\n" + "\n".join(NAMES)),
    "timetable": (
        "\n\n".join(f"{hour}:15 Ansel" for hour in range(9)),
        *BODY,
        "\n\n".join(f"{hour}:45 Ansel" for hour in range(9)),
    ),
    "poem": (VERSE, *BODY, VERSE),
    "transcript": tuple(f"{name.upper()}\n\n{reply}" for name, reply in zip(NAMES * 3, REPLIES * 3, strict=True)),
    "mail": (
        "To: Olga Rand",
        "Subject: the ferry",
        "Dear Olga,",
        *BODY,
        "Yours,",
        "Ada Roe",
        "Harbour Board\n4 Quay Street",
    ),
    "data": (
        "\n".join(f'  "{name}": "{name}",' for name in NAMES),
        LEAD,
        REPLY,
        "\n".join(f'  "{name}": 1,' for name in NAMES),
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_text_with_lists_on_both_sides_is_no_page(name):
    assert not any(block.hidden for block in read_text("\n\n".join(LISTS[name])).blocks)


def test_a_page_with_many_articles_of_the_same_size_is_not_folded():
    articles = "\n\n".join(
        f"{MENU}\n\nArticle {number}\n\n{LEAD.replace('Tuesday', f'day {number}')}\n\n{REPLY}" for number in range(6)
    )
    shown = visible(read_text(f"{articles}\n\n{FOOTER}"))
    assert all(LEAD.replace("Tuesday", f"day {number}") in shown for number in range(6))


def test_a_single_credit_hides_nothing_of_the_text_above_the_longest_part():
    sections = [LEAD.replace("Tuesday", f"day {number}") for number in range(5)]
    table = "\n\n".join(f"Row {number}" for number in range(30))
    article = read_text("\n\n".join((TITLE, "Photo by Tessa Quill", *sections, table, *sections, *BODY, *sections)))
    shown = visible(article)
    assert all(section in shown for section in (*sections, *BODY))


REMARK = (
    "My aunt has rowed to the far side every winter since the bridge fell, and she has never asked the council for "
    "as much as a lantern, so I do not see why anybody else should have a boat with a kettle on board of it."
)


@pytest.mark.parametrize("stamp", ["{} days ago at 10:{}5", "Rating: {}{} votes", "#{} Ole Brask 2021/05/0{}"])
def test_comments_that_are_longer_than_the_article_are_folded(stamp):
    comments = [
        text
        for number in range(2, 9)
        for text in (f"Reader{number}", stamp.format(number, number), f"{number} of us. {REMARK}")
    ]
    assert visible(read_text(page(TITLE, *BODY, "Most liked", *comments))) == [TITLE, *BODY]


def test_teasers_with_an_image_each_that_are_longer_than_the_article_are_folded():
    teasers = [text for number in range(2, 9) for text in ("[blank_1x1]", f"Lantern {number} {REMARK}")]
    assert visible(read_text(page(*teasers, *NAMES, TITLE, "4 May 2021", *BODY))) == [TITLE, *BODY]


HEADLINES = ("Bread rises", "Tennis begins", "A bridge too few", "Herring for all", "Weather")
SHORT_LINES = (*HEADLINES, *NAMES)


def test_posts_that_begin_alike_with_a_number_do_not_outweigh_the_article():
    posts = [f"Harbour post {number}17 {REMARK.replace('aunt', name)}" for number, name in enumerate(NAMES[:5])]
    assert visible(read_text(page(TITLE, *BODY, *SHORT_LINES, *posts))) == [TITLE, *BODY]


def test_images_in_an_article_do_not_make_it_a_list_of_entries():
    days = [
        text
        for day in range(10)
        for text in (LEAD.replace("Tuesday", f"day {day}"), REPLY, "[1]", f"{NAMES[day % 8]} eats")
    ]
    shown = visible(read_text(page(TITLE, *days, *BODY * 4)))
    assert shown[:3] == [TITLE, *days[:2]]


def test_list_items_do_not_outweigh_the_article():
    items = "\n".join(f"* {name} says so. {REMARK}" for name in NAMES[:5])
    assert visible(read_text(page(TITLE, *BODY, *SHORT_LINES, items))) == [TITLE, *BODY]


def test_the_captions_of_a_gallery_do_not_outweigh_the_article():
    captions = [
        text
        for number, name in enumerate(NAMES[:5], 1)
        for caption in [
            f"{name} at the quay on the morning after the vote, with a jar of the pears that she had bought."
        ]
        for text in (caption, f"{number}of8{caption}")
    ]
    assert visible(read_text(page(*captions, *SHORT_LINES, TITLE, *BODY))) == [TITLE, *BODY]


def test_the_fields_of_a_form_are_no_part_of_the_article():
    fields = [f"[{' ' * 60}]"] * 8
    assert visible(read_text(page(TITLE, *BODY, "Name", *fields, "Abschicken.", *fields))) == [TITLE, *BODY]


@pytest.mark.parametrize("count", ["12 Kommentare", "3 commentaires", "1 comment", "7 reacties", "Commentaires (4)"])
def test_a_count_of_comments_ends_the_article(count):
    comments = [text for name in NAMES[:2] for text in (name, f"{name} is right. {REMARK}")]
    assert visible(read_text(page(TITLE, *BODY, count, *comments))) == [TITLE, *BODY]


def test_a_post_with_its_signature_ends_an_article():
    post = "the ferry is a promise made to all the people on the far side #nightboat"
    signature = "— Ada Roe (@roe) May 4, 2021"
    assert visible(read_text(page(TITLE, *BODY, f"{post}\n{signature}")))[len(BODY) + 1 :] == [f"{post}\n{signature}"]


OTHER_STORY = (
    "Gulls returned to the fish market on Sunday, and the porters, who had bet on it, were paid in herring at once.",
    "Nine years ago the birds had left for the far side of the mountains, where somebody had opened a bakery.",
    "Nobody knows what they ate there, but all agree that their voices have become softer, and their manners better.",
)


def test_another_story_under_a_row_of_headlines_is_folded():
    days = [LEAD.replace("Tuesday", f"day {day}") for day in range(8)]
    assert visible(read_text(page(TITLE, *BODY, *days, *HEADLINES, *OTHER_STORY))) == [TITLE, *BODY, *days]


def test_a_paragraph_on_the_same_topic_under_a_list_is_shown():
    ending = (
        "The bakers and the nurses ate the jam on the last of the trawlers, and the council had the rest of it, which was "
        "spread on toast by the deputy mayor and sent around the table twice before anybody thought of the passengers who "
        "had carried the pears through the snow, and who were given what was left on the spoon."
    )
    shown = visible(read_text(page(TITLE, *BODY, *INGREDIENTS[:5], ending)))
    assert shown == [TITLE, *BODY, *INGREDIENTS[:5], ending]


def test_an_article_of_dated_entries_stays_where_the_page_has_no_other():
    entries = [text for hour in range(10, 18) for text in (f"{hour}:15 on 4 May 2021", f"At {hour} o'clock. {REMARK}")]
    shown = visible(read_text(page(TITLE, LEAD, *entries)))
    assert shown[:2] == [TITLE, LEAD]
    assert [text for text in shown if text.startswith("At")] == entries[1::2]


def test_a_table_of_code_signs_is_no_list_of_comments():
    code = ["});", "} else {", "});", 'show("the ferry", ferry);', "});", "});"]
    blocks = [text for day in range(6) for text in (LEAD.replace("Tuesday", f"day {day}"), *code)]
    shown = visible(read_text(page(TITLE, *blocks)))
    assert [text for text in shown if "day" in text] == [text for text in blocks if "day" in text]


def test_the_headline_of_a_folded_page_is_a_heading():
    article = read_text(page(TITLE, *BODY))
    assert (article.visible[0].kind, article.visible[0].level) == (BlockKind.HEADING, 1)
