"""Site boilerplate is hidden, and nothing else."""

import textwrap

import pytest

from reader.model import BlockKind, Mark, MarkKind, Span
from reader.sources import load
from reader.sources.draft import Part
from reader.sources.html.residual_boilerplate import hide_residual_boilerplate, remove_labels
from reader.sources.text.block_classes import BlockClass, classify
from reader.sources.text.boilerplate import hide_boilerplate
from tests.sources.sample_article import (
    BOILERPLATE,
    FIGURES,
    LEAD,
    PARAGRAPHS,
    REPLY,
    TEXT,
    TITLE,
    text_with_boilerplate,
)

MENU = "* Home\n* News\n* Sport\n* Obituaries\n* Subscribe\n* Sign In\n"


def read_text(text):
    return load("-", stdin=text.encode())


def visible(article):
    return [block.span.of(article.text) for block in article.visible]


def test_boilerplate_after_an_article_is_hidden_and_not_deleted_or_moved():
    text = text_with_boilerplate()
    article = read_text(text)
    assert article.text == text
    assert visible(article) == [TITLE, *PARAGRAPHS]
    assert [block.span.of(text) for block in article.blocks if block.hidden] == list(BOILERPLATE)


def test_boilerplate_does_not_change_the_id():
    assert read_text(text_with_boilerplate()).id == read_text(TEXT).id


def test_menus_and_bylines_before_an_article_are_hidden_and_the_headline_comes_first():
    article = read_text(f"{MENU}\nLOCAL\n\n{TITLE}\n\nBy Mira Oland\n\nShare\n\n" + "\n\n".join(PARAGRAPHS))
    assert visible(article) == [TITLE, *PARAGRAPHS]
    assert article.visible[0].kind is BlockKind.HEADING
    assert article.visible[0].level == 1
    assert (article.title, article.byline) == (TITLE, "Mira Oland")


def test_the_article_in_the_output_of_a_text_browser_is_found():
    def dump(paragraph):
        return textwrap.fill(paragraph, 72, initial_indent="   ", subsequent_indent="   ")

    body = "\n\n".join(dump(paragraph) for paragraph in PARAGRAPHS)
    article = read_text(
        f"Skip to content\n\n   (BUTTON) Menu\n   Subscribe\n   (BUTTON) Sign In\n\n{TITLE}\n\n   Posted 4 May 2021\n\n{body}\n\n"
        "   (BUTTON) View comments\n\nMost read\n\n     * Gulls return to the fish market\n     * A bridge too few\n\n   © 2021 Ansel Courier\n"
    )
    assert visible(article) == [TITLE, *PARAGRAPHS]
    assert article.published == "2021-05-04"


@pytest.mark.parametrize(
    "notice",
    [
        "Advertisement",
        "Read more: The ferry that would not leave",
        "Read more: The long and largely forgotten story of the ferry that would not leave the quay in the winter of 1911",
        "advertisement\nDon't want to see this? Remove ads",
        "(BUTTON) Share",
        "The crew of the Petrel at breakfast. (Photo: Ansel Courier)",
    ],
)
def test_a_notice_inside_an_article_is_hidden(notice):
    article = read_text(f"{TITLE}\n\n{LEAD}\n\n{notice}\n\n{REPLY}\n\nAdvertisement\n\n{FIGURES}")
    assert visible(article) == [TITLE, LEAD, REPLY, FIGURES]


def test_a_card_of_another_article_is_hidden_up_to_the_blank_line():
    card = (
        "News\nGulls return to the fish market after nine years\nFish market\nGulls return to the fish market after nine years\n"
        "The birds came back on Sunday, and the porters, who had bet on it, were paid in herring by those who had not."
    )
    article = read_text(f"{TITLE}\n\n{LEAD}\n\n{card}\n\n{REPLY}\n\nAdvertisement\n\n{FIGURES}")
    assert visible(article) == [TITLE, LEAD, REPLY, FIGURES]


def test_a_pull_quote_is_shown_once():
    pulled = "Nobody has shown me a single passenger after one in the morning"
    article = read_text(f"{TITLE}\n\n{LEAD}\n\n{pulled}\n\n{REPLY}\n\nAdvertisement\n\n{FIGURES}")
    assert visible(article) == [TITLE, LEAD, REPLY, FIGURES]


@pytest.mark.parametrize("heading", ["Comments", "Related", "Responses", "Trending"])
def test_a_heading_that_reads_like_boilerplate_does_not_end_the_article(heading):
    article = read_text(f"{TITLE}\n\n{LEAD}\n\n{REPLY}\n\n{heading}\n\n{FIGURES}\n\n{LEAD}")
    assert visible(article) == [TITLE, LEAD, REPLY, heading, FIGURES, LEAD]


@pytest.mark.parametrize(
    "last",
    [
        "Mira Oland is a baker in Port Ansel",
        "The letter ends: “We use cookies, like everyone, and we eat them.”",
        "— 30 —",
        "Ansel Courier\n4 Quay Street",
        "She asked readers to subscribe to the paper for the sake of its ferry column, and forty of them did so by noon.",
    ],
)
def test_a_text_without_boilerplate_stays_whole(last):
    text = f"{TITLE}\n\n{LEAD}\n\n{REPLY}\n\n{last}\n"
    article = read_text(text)
    assert article.text == text
    assert not any(block.hidden for block in article.blocks)


def test_an_article_about_newsletters_stays_whole():
    paragraphs = [
        "The newsletter of the harbour board has 900 readers, and most of them open it to see who has died.",
        "Each issue asks them to sign up a friend, and each year the board counts how many of them have done so.",
        "This year, for the first time, no friend was found, and the newsletter said so in its first line.",
        "The board will discuss the future of the newsletter on Thursday, when the minutes are read.",
    ]
    assert visible(read_text("\n\n".join((TITLE, *paragraphs)))) == [TITLE, *paragraphs]


def test_letters_that_name_a_network_are_not_taken_for_the_end_of_the_article():
    article = read_text(f"{TITLE}\n\n{LEAD}\n\nFacebook\n\n{REPLY}\n\nTwitter\n\n{FIGURES}\n\n{LEAD}")
    assert visible(article) == [TITLE, LEAD, REPLY, FIGURES, LEAD]


def test_a_single_line_of_boilerplate_hides_nothing_else():
    assert visible(read_text(f"Subscribe\n\n{LEAD}")) == [LEAD]
    assert [part.hidden for part in hide_boilerplate([])] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sign in", BlockClass.BOILERPLATE),
        ("© 2021 Ansel Courier", BlockClass.BOILERPLATE),
        ("____________", BlockClass.BOILERPLATE),
        ("Most popular", BlockClass.END_MARKER),
        ("Enter your email address to go on.", BlockClass.POSSIBLE_BOILERPLATE),
        ("Mira Oland is a freelance writer who lives on the quay.", BlockClass.POSSIBLE_BOILERPLATE),
        ("Share\nPrint", BlockClass.BOILERPLATE),
        ("For your own, non-commercial use only.", BlockClass.POSSIBLE_BOILERPLATE),
        ("Share\n" + LEAD, BlockClass.PROSE),
        ("What the figures say", BlockClass.SHORT_LINE),
        ("1 2 3", BlockClass.SHORT_LINE),
        ("The ferry left at noon, and nobody was on board.", BlockClass.PROSE),
        (LEAD, BlockClass.PROSE),
    ],
)
def test_a_block_is_classified_by_its_own_words(text, expected):
    assert classify(Part(BlockKind.PARAGRAPH, text)) is expected


def test_a_list_item_that_repeats_its_title_is_a_card():
    assert (
        classify(Part(BlockKind.ITEM, "News Gulls return to the market News Gulls return to the market at last"))
        is BlockClass.POSSIBLE_BOILERPLATE
    )


def test_a_short_block_quote_is_not_boilerplate():
    assert classify(Part(BlockKind.QUOTE, "So it was")) is BlockClass.PROSE


def test_an_article_that_continues_after_a_list_of_others_is_shown_whole():
    others = "Related articles\n\n* Gulls return to the fish market\n\n* A bridge too few for the far side"
    more = [
        f"The {number} crossing of the night carries fewer people than the one before it."
        for number in ("first", "second", "third", "fourth", "fifth")
    ]
    article = read_text(
        "\n\n".join((MENU, TITLE, LEAD, REPLY, others, *more, "© 2021 Ansel Courier", "Terms of use", "Contact us"))
    )
    assert visible(article) == [TITLE, LEAD, REPLY, *more]


def test_comments_are_not_part_of_the_article():
    comment = "I have sailed on this boat for thirty years, and I have never once seen the deputy mayor on board of it."
    comments = "\n\n".join(
        f"Petrel{number}\n\n{number} days ago\n\n{comment}\n\n{number} votes" for number in range(2, 9)
    )
    article = read_text(f"{MENU}\n\n{TITLE}\n\n{LEAD}\n\n{REPLY}\n\n{FIGURES}\n\nComments\n\n{comments}\n\nContact us")
    assert visible(article) == [TITLE, LEAD, REPLY, FIGURES]


def test_a_dated_list_of_other_articles_is_hidden():
    others = "\n\n".join(
        f"A headline of an article that is number {number}\n\nMira Oland\n\n{number} May 2021\n\nA teaser says what is in it, and ends before it has said it."
        for number in range(1, 8)
    )
    article = read_text(f"{MENU}\n\n{TITLE}\n\n{LEAD}\n\n{REPLY}\n\n{FIGURES}\n\nShare\n\n{others}\n\nContact us")
    assert visible(article) == [TITLE, LEAD, REPLY, FIGURES]


def test_a_banner_above_the_headline_is_not_part_of_the_article():
    banner = (
        "We have found that your machine is an old one. For the best crossing, please have it seen to by someone young."
    )
    article = read_text("\n\n".join((MENU, banner, TITLE, "By Mira Oland", *PARAGRAPHS, "Contact us")))
    assert visible(article) == [TITLE, *PARAGRAPHS]


def test_a_diary_keeps_its_dates():
    entries = [
        text for day in range(1, 8) for text in (f"{day} May 2021", "Wind from the west. Nobody on the quay but me.")
    ]
    assert visible(read_text("\n\n".join((TITLE, LEAD, *entries)))) == [TITLE, LEAD, *entries]


@pytest.mark.parametrize(
    ("paragraph", "hidden"),
    [
        ('<p><a href="/a"><b>THE LONG, DRAWN-OUT HISTORY OF THE FERRY</b></a></p>', True),
        ("<p>CLICK HERE TO GET THE COURIER APP</p>", True),
        ('<p><a href="/a">THE FERRY IN THE AIs OF THE HARBOUR</a></p>', True),
        (
            '<p><a href="/a">A storm on Monday</a><br><a href="/b">The pier in May [VIDEO]</a> |<br><a href="/c">Bread</a></p>',
            True,
        ),
        ('<p><a href="/a">A storm on Monday</a><br>and what came of it<br><a href="/c">Bread</a></p>', False),
        ('<p><a href="/a">The register of the harbour</a></p>', True),
        ('<p><a href="https://quay.invalid/a">The register of the harbour</a></p>', False),
        ('<p><a href="/a">海港管理处今天公布了夜间渡轮的新登记册，岛上的居民可以在码头的办公室里查阅。</a></p>', False),
        ("<p>Tessa Quill/Ansel Times/Getty Images</p>", True),
        ("<p>Image copyright Ansel Courier</p>", True),
        ("<figure><img src='/a.jpg'><figcaption>Photo: Tessa Quill</figcaption></figure>", False),
        ("<figure><img src='/a.jpg'><figcaption>Photo credit: Tessa Quill</figcaption></figure>", True),
        ("<p>Image by image, the archive of the harbour was sold to a collector from the mainland.</p>", False),
        ('<p><a href="/a">Click here</a> to get more information or the timetable of the ferry.</p>', False),
        ('<p>THE FERRY STAYS, <a href="/a">SAID A SIGN</a></p>', False),
    ],
)
def test_a_link_to_another_article_is_hidden_and_a_sentence_is_not(paragraph, hidden):
    page = (
        f"<html><body><article><h1>{TITLE}</h1><p>{LEAD}</p>{paragraph}<p>{REPLY}</p><p>{FIGURES}</p></article></body>"
    )
    article = load("-", stdin=page.encode(), url="https://courier.invalid/ferry")
    assert [block.hidden for block in article.blocks] == [False, False, hidden, False, False]


MEETING = "The council meets again in June, and the ferry will leave at eleven until then, whatever the ice does."
TEASER = "Nobody has rowed across the sound with so much bread aboard since the winter of the long strike in the town."
NOTICES = ("Advertisement", "Sign up for our newsletter", "Share this article")


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        ((*NOTICES[:2], MEETING), True),
        ((*NOTICES, MEETING), True),
        ((NOTICES[0], MEETING, NOTICES[1], MEETING.replace("June", "July")), True),
        ((*NOTICES, *NOTICES, MEETING), False),
        ((*NOTICES, TEASER), False),
        ((*NOTICES, "Who Keeps the Ferry?", MEETING), False),
        ((*NOTICES, "Most popular", MEETING), False),
    ],
)
def test_a_last_paragraph_after_notices_is_shown_where_it_has_the_same_topic(after, shown):
    lines = [TITLE, *PARAGRAPHS, *after, "Follow us", "© 2021 Ansel Courier"]
    article = load("-", stdin="\n\n".join(lines).encode())
    visible = [block.span.of(article.text) for block in article.visible]
    assert visible[: 1 + len(PARAGRAPHS)] == [TITLE, *PARAGRAPHS]
    assert [text for text in visible if text in after] == [text for text in after if shown and text not in NOTICES]


def read_page_parts(*parts):
    return [(part.text, part.hidden) for part in hide_residual_boilerplate(remove_labels(parts), "courier.invalid")]


def block(text, kind=BlockKind.PARAGRAPH, **fields):
    return Part(kind, text, **fields)


def linked(text, label, href="https://courier.invalid/"):
    mark = Mark(MarkKind.LINK, Span(len(text), len(text) + len(label)), href)
    return block(text + label, marks=(mark,))


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (block("Advertisement"), []),
        (block("Advertisement", BlockKind.QUOTE), [("Advertisement", False)]),
        (block("Share this article with all of Port Ansel"), [("Share this article with all of Port Ansel", True)]),
        (block("Subscribe to the Courier and stay smart."), [("Subscribe to the Courier and stay smart.", True)]),
        (block("Let our news meet your inbox."), [("Let our news meet your inbox.", True)]),
        (block("He said that anyone may sign up for it."), [("He said that anyone may sign up for it.", False)]),
        (linked("The ice did it for us.", "Click To Tweet"), [("The ice did it for us.", False)]),
        (linked("The ice did it for us. ", "Tweet this"), [("The ice did it for us.", False)]),
        (linked("The ice did it for us, says ", "Mira Oland"), [("The ice did it for us, says Mira Oland", False)]),
        (linked("", "ALL THE RESULTS"), [("ALL THE RESULTS", True)]),
        (linked("", "ALL THE RESULTS", "https://league.invalid/"), [("ALL THE RESULTS", False)]),
        (linked("To pass it on, press ", "Tweet this"), [("To pass it on, press Tweet this", False)]),
    ],
)
def test_between_the_paragraphs_of_a_page_only_certain_boilerplate_is_hidden(part, expected):
    assert read_page_parts(block(LEAD), part, block(FIGURES)) == [(LEAD, False), *expected, (FIGURES, False)]


def test_a_link_before_a_button_stays_a_link():
    mark = Mark(MarkKind.LINK, Span(4, 7), "https://courier.invalid/ice")
    button = Mark(MarkKind.LINK, Span(22, 36), "https://courier.invalid/t")
    quote = Part(BlockKind.QUOTE, "The ice did it for us.Click To Tweet", 1, marks=(mark, button))
    assert remove_labels([block(LEAD), quote])[1] == quote._replace(text="The ice did it for us.", marks=(mark,))


def test_buttons_above_the_text_of_a_page_are_hidden():
    buttons = [block("Print Article", BlockKind.ITEM, level=1), block("Order Reprints", BlockKind.ITEM, level=1)]
    assert [hidden for _, hidden in read_page_parts(*buttons, block(LEAD), block(FIGURES))] == [
        True,
        True,
        False,
        False,
    ]


GERMAN_MENU = "Startseite\n\nPolitik\n\nWirtschaft\n\nKultur\n\nSport\n\nWetter\n\nReise\n\nAbo\n\nAnmelden"
GERMAN_TEXT = """\
Die Nachtfähre bleibt, sagt der Rat von Ansel

Der Rat von Ansel hat am Montag beschlossen, dass die Nachtfähre auch im Winter an jedem Tag der Woche fährt.

Mira Oland, die das Register des Hafens führt, sagte, dass niemand auf der Insel ohne die Fähre leben könne.

Der Beschluss gilt für drei Jahre, danach soll der Rat mit den Bewohnern über den Preis der Karten sprechen."""
GERMAN_COMMENTS = "\n\n".join(
    f"Kommentar von Leser {day}\n\n{day}. Mai 2021 um 0{day}:15 Uhr\n\nDas ist eine gute Nachricht für alle, die jeden Tag "
    f"über das Wasser zur Arbeit fahren.\n\nAntworten"
    for day in range(1, 6)
)


def test_a_whole_page_in_another_language_is_folded_by_the_shape_of_its_lines():
    article = read_text(f"{GERMAN_MENU}\n\n{GERMAN_TEXT}\n\n{GERMAN_COMMENTS}\n\n{GERMAN_MENU}")
    assert article.title == GERMAN_TEXT.split("\n\n", maxsplit=1)[0]
    assert visible(article) == GERMAN_TEXT.split("\n\n")


@pytest.mark.parametrize("around", [("", GERMAN_MENU), (GERMAN_MENU, "")])
def test_short_lines_on_one_side_of_a_text_are_a_list_and_stay(around):
    article = read_text("\n\n".join(filter(None, [around[0], GERMAN_TEXT, around[1]])))
    assert not any(block.hidden for block in article.blocks)


UNSPACED_TEXTS = {
    "Chinese": (
        "首页 新闻 体育 财经 娱乐 天气 旅游 订阅 登录",
        "安塞尔议会说，夜间渡轮将继续运行",
        "安塞尔议会星期一决定，夜间渡轮在冬天也将每天运行，因为岛上的许多居民每天都要乘船上班。",
        "管理港口登记处的米拉·奥兰说，没有渡轮，岛上谁也无法生活，所以她欢迎这项决定。",
    ),
    "Thai": (
        "หน้าแรก ข่าว กีฬา เศรษฐกิจ บันเทิง อากาศ ท่องเที่ยว สมัคร เข้าสู่ระบบ",
        "สภาเมืองบอกว่าเรือข้ามฟากกลางคืนจะวิ่งต่อไป",
        "สภาเมืองมีมติเมื่อวันจันทร์ว่าเรือข้ามฟากกลางคืนจะวิ่งทุกวันในฤดูหนาวด้วยเพราะชาวเกาะจำนวนมากต้องข้ามน้ำไปทำงานทุกวัน",
        "ผู้ดูแลทะเบียนของท่าเรือกล่าวว่าไม่มีใครบนเกาะอยู่ได้โดยไม่มีเรือดังนั้นทุกคนจึงยินดีกับมติครั้งนี้เป็นอย่างยิ่ง",
    ),
    "Burmese": (
        "ပင်မ သတင်း အားကစား စီးပွား ဖျော်ဖြေရေး ရာသီဥတု ခရီး စာရင်းသွင်း ဝင်ရန်",
        "ညဘက်ကူးတို့သင်္ဘော ဆက်ပြေးမည်",
        "မြို့တော်ကောင်စီက ညဘက်ကူးတို့သင်္ဘောကို ဆောင်းရာသီမှာလည်း နေ့စဉ်ပြေးဆွဲမယ်လို့ တနင်္လာနေ့က ဆုံးဖြတ်ခဲ့ပါတယ်။",
        "ကူးတို့သင်္ဘောမရှိဘဲ ကျွန်းပေါ်မှာ ဘယ်သူမှ မနေနိုင်ဘူးလို့ ဆိပ်ကမ်းမှတ်ပုံတင်အရာရှိက ပြောကြားခဲ့ပါတယ်။",
    ),
}


@pytest.mark.parametrize("language", UNSPACED_TEXTS)
def test_a_whole_page_in_a_script_without_spaces_between_words_is_folded(language):
    menu, *article_blocks = UNSPACED_TEXTS[language]
    menu = menu.replace(" ", "\n\n")
    article = read_text("\n\n".join([menu, *article_blocks, menu]))
    assert visible(article) == article_blocks
    assert article.title == article_blocks[0]


@pytest.mark.parametrize("closing", ["", *"」』）】》〉〕〗〙〛］｝｣”’＂＇〞〟", "』」", "」）"])
def test_a_sentence_in_chinese_or_japanese_may_end_with_closing_marks(closing):
    japanese = "夜の連絡船はもう一年続くことになったと町の人は言う。"
    chinese = "夜间渡轮将再运行一年，镇上的人们都说这是个好消息！"
    classes = [classify(Part(BlockKind.PARAGRAPH, text + closing)) for text in (japanese, chinese)]
    assert classes == [BlockClass.PROSE, BlockClass.PROSE]
    assert classify(Part(BlockKind.PARAGRAPH, japanese.rstrip("。") + closing)) is BlockClass.SHORT_LINE
