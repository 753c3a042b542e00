"""Constructions of reported speech, with source and content of each sentence."""

import pytest

from tests.analysis.short_attribution import found

SPLIT = [
    (
        "“The weir leaks,” Brook said when asked, “and it always did.”",
        "Brook",
        ["“The weir leaks,”", "“and it always did.”"],
    ),
    ("“The weir leaks,” Brook said, being asked about it, “as ever.”", "Brook", ["“The weir leaks,”", "“as ever.”"]),
    (
        "The weir is old, but the gates are new, said Ana Brook.",
        "Ana Brook",
        ["The weir is old, but the gates are new"],
    ),
    ("The survey, he wrote on the site Ledger, was thin.", "he", ["The survey", "was thin"]),
    ("The draft, she pointed out, contains no such rule.", "she", ["The draft", "contains no such rule"]),
    ("Payment data, it said, would be kept for years.", "it", ["Payment data", "would be kept for years"]),
    ("The eels, according to Otto Reed, have left.", "Otto Reed", ["The eels", "have left"]),
    ("The weir, said Ana Brook, is older than the town.", "Ana Brook", ["The weir", "is older than the town"]),
    ("“Fate itself,” he argued, brought his rivals here.", "he", ["“Fate itself,”", "brought his rivals here"]),
    ("The weir, she said, runs “better than ever before.”", "she", ["The weir", "runs “better than ever before.”"]),
    ("But the issue, Brook added, “is whether it leaks.”", "Brook", ["the issue", "“is whether it leaks.”"]),
    ("Mr. Lind, he said, was a “good friend”.", "he", ["was a “good friend”"]),
    (
        "Anxious people take anxious jobs, she said, and no law makes them calm.",
        "she",
        ["Anxious people take anxious jobs", "and no law makes them calm"],
    ),
    (
        "The weir leaks, Brook said, but the gates are “safe” now.",
        "Brook",
        ["The weir leaks", "but the gates are “safe” now"],
    ),
    ("The weir leaks, Brook said, but Reed called it “safe.”", "Brook", ["The weir leaks"]),
    ("The weir leaks, Brook said, but did not say when.", "Brook", ["The weir leaks"]),
    ("Millers left in May, it added, but many came back.", "it", ["Millers left in May", "but many came back"]),
    ("It was late, says Brook, but nobody was told.", "Brook", ["It was late", "but nobody was told"]),
    ("The weir is safe, Brook said, but the mayor, Otto Reed, denied it.", "Brook", ["The weir is safe"]),
    ("The weir is safe, Brook said, but Reed told us it leaks.", "Brook", ["The weir is safe"]),
    ("The mill is old, Brook said, but sound.", "Brook", ["The mill is old"]),
    ("Grown people, Brook says, should be free to agree.", "Brook", ["Grown people", "should be free to agree"]),
    ("Another friend, Brook told us, was late for it.", "Brook", ["Another friend", "was late for it"]),
]
OPENERS = [
    ("For example, the paper said, the gates were shut all May.", "the paper", ["the gates were shut all May"]),
    ("However, she added, the weir leaks at night.", "she", ["the weir leaks at night"]),
    ("In fact, Brook argued, nobody had asked them.", "Brook", ["nobody had asked them"]),
    ("On Monday, according to Reed, the gates were shut.", "Reed", ["the gates were shut"]),
    ("FERRY – The weir is unsafe, the council said.", "the council", ["The weir is unsafe"]),
    ("16.06 The weir is unsafe, the council said.", "the council", ["The weir is unsafe"]),
    ("The weir is unsafe, as explained on the Ferry Post website.", "the Ferry Post website", ["The weir is unsafe"]),
]
PASSED_ON = [
    ("The Post quotes Ana Brook as saying, “We stay here.”", "The Post", "Ana Brook"),
    ("The Post quotes Ana Brook saying that eels had died.", "The Post", "Ana Brook"),
    ("The Post quoted a miller, Ana Brook, saying eels had died.", "The Post", "a miller, Ana Brook"),
    ("Ana Brook was quoted by the Post as saying that eels had died.", "the Post", "Ana Brook"),
    ("The report cited Otto Reed as warning that eels had died.", "The report", "Otto Reed"),
    ("“We stay here,” Ana Brook replied, according to the Post.", "the Post", "Ana Brook"),
]
SUBJECTS = [
    ("Ana Brook, the mayor, in an interview with the Post said that it leaks.", "Ana Brook, the mayor"),
    ("Ana Brook at first said that it leaks.", "Ana Brook"),
    ("Ana Brook of course notes with some irony that it leaks.", "Ana Brook"),
    ("Ana Brook remembers: “It leaks.”", "Ana Brook"),
    ("“A leak,” headlines the Ferry Post.", "the Ferry Post"),
    ("Late on Friday Ana Brook, 80, a miller, said that it leaks.", "Ana Brook, 80, a miller"),
    ("The report, published in May, in turn, said that it leaks.", "The report"),
    ("The man who built the mill, Otto Reed, said that it leaks.", "The man who built the mill, Otto Reed"),
    ("Many millers, in a letter to the Post, complain that it leaks.", "Many millers"),
    ("The weir held, but the mayor, Ana Brook, said that it leaks.", "the mayor, Ana Brook"),
    ("Although the weir held, Ana Brook went further: “It leaks.”", "Ana Brook"),
    ("In an interview with the Daily Lantern, Ana Brook was blunt: “The weir leaks.”", "Ana Brook"),
    (
        "Not everyone agrees: Ana Brook, 37, a miller from Ferry, said that it leaks.",
        "Ana Brook, 37, a miller from Ferry",
    ),
    ("Referring to the flood, the Eel Guild concludes, “It leaks.”", "the Eel Guild"),
    ("The ministry of mills warns: “It leaks.”", "The ministry of mills"),
    ("Asked by the Post whether there was a leak, Ana Brook summed it up: “It leaks.”", "Ana Brook"),
    ("In Ferry, the blog salt.example, in a tweet, was blunt: “The weir leaks.”", "the blog salt.example"),
    ("On Friday Ana Brook, 80, a miller from Ferry, said that it leaks.", "Ana Brook, 80, a miller from Ferry"),
    ("Asked by the Post whether it leaks, Ana Brook, the mayor, said that it does.", "Ana Brook, the mayor"),
    ("In a post titled “The Weir”, the mayor, Ana Brook, said that it leaks.", "the mayor, Ana Brook"),
    ("The mayor, Otto al-Karimi, said that it leaks.", "The mayor, Otto al-Karimi"),
    ("A miller who asked not to be named concludes that it leaks.", "A miller who asked not to be named"),
    ("There, the mill’s owner, Ana Brook, said that it leaks.", "the mill’s owner, Ana Brook"),
    ("In Ferry, the mayor, Ana Brook, said that it leaks.", "the mayor, Ana Brook"),
    ("Writing in the Herald, the Ferry council said that it leaks.", "the Ferry council"),
    ("In Ferry, where it rains, the mayor, Ana Brook, said that it leaks.", "the mayor, Ana Brook"),
    ("Asked about the weir, the mayor, Ana Brook, however, said that it leaks.", "the mayor, Ana Brook"),
    ("As Ana Brook, the mayor, said, it leaks and it will leak.", "Ana Brook, the mayor"),
    ("On Twitter Ana Brook, however, said that it leaks.", "Ana Brook"),
    ("After that a miller, Ana Brook, said that it leaks.", "a miller, Ana Brook"),
    ("The guilds’ envoy, Ana Brook, said that it leaks.", "The guilds’ envoy, Ana Brook"),
    ("A source close to the mayor said that it leaks.", "A source close to the mayor"),
    ("Ana Brook was at pains to explain that it leaks.", "Ana Brook"),
    ("Ana Brook let it be known that it leaks.", "Ana Brook"),
    ("One ad, “The Weir,” stars a miller who promises that it leaks.", "a miller"),
    ("Ana Brook says in an ad, “The weir leaks.”", "Ana Brook"),
    ("Ana Brook, who left when the mayor said that it leaks, came back.", "the mayor"),
    ("Ana Brook, who knew the mayor said that it leaks.", "the mayor"),
    ("About 4 in 10 say that it leaks.", "About 4 in 10"),
    ("Among the millers, just over a quarter, 26 percent, say that it leaks.", "just over a quarter, 26 percent"),
    ("The flood asked much of Brook, and only two-thirds said that it leaks.", "only two-thirds"),
    ("They and their aides argue that it leaks.", "They and their aides"),
    (
        "Mayor Ana Brook (D) and former mayor Otto Reed (R) said that it leaks.",
        "Mayor Ana Brook (D) and former mayor Otto Reed",
    ),
    ("Brook says at a stop in Weirton, Ohio, that it leaks.", "Brook"),
    ("The flood led some to say that it leaks.", "some"),
    ("The flood moved Otto Reed to say that it leaks.", "Otto Reed"),
    ("He left, only for Otto Reed to say that it leaks.", "Otto Reed"),
    ("The mill issued a note that says the weir is old.", "The mill"),
    ("Reed and his aides say that it leaks.", "Reed and his aides"),
    ("A study that appeared in the Mill Review found that eels have died.", "A study that appeared in the Mill Review"),
    ("Millers on both sides warn that it leaks.", "Millers on both sides"),
    ("The council this week said that it leaks.", "The council"),
    ("Ana Brook, 71, who mends nets, said the gates were shut.", "Ana Brook, 71"),
    ("The mayor of Ferry, Ana Brook, insisted that it was safe.", "The mayor of Ferry, Ana Brook"),
    ("Mill owners in Ferry say that eels have died.", "Mill owners in Ferry"),
    ("Others, however, say the weir is old.", "Others"),
    ("The clerks were told by their own mayor to stay away.", "their own mayor"),
    ("Brook was asked by the Ferry Post whether the weir was shut.", "the Ferry Post"),
    ("The council flat-out denied that the weir is old.", "The council"),
    ("Earlier they’ve said that the weir is old.", "they’ve"),
    ("Critics of the study say it is thin.", "Critics of the study"),
    (
        "Ana Brook, a fellow at the Council on Eels, Carp and Pike told us that it leaks.",
        "Ana Brook, a fellow at the Council on Eels, Carp and Pike",
    ),
    ("Ana Brook, a miller, Otto Reed and Al Roe said that it leaks.", "Otto Reed and Al Roe"),
    ("The mill is to close, with divers warning that it leaks.", "divers"),
    ("It flooded the old mill and angered local farmers who said it leaks.", "local farmers"),
    ("Old and angered farmers said it leaks.", "Old and angered farmers"),
    ("Councillors Ana Brook, Otto Reed and Uma Lind said it was old.", "Councillors Ana Brook, Otto Reed and Uma Lind"),
    ("“It is dear to us,” another friend, Ana Brook told us.", "another friend, Ana Brook"),
    ("“We stay,” Ana Brook, secretary for mills, weirs, and eels, said.", "Ana Brook, secretary for mills"),
    ("“We stay here,” said a miller who was told of it.", "a miller"),
    ("The weir is old, said Ana Brook, portfolio manager at Vel Bank.", "Ana Brook, portfolio manager at Vel Bank"),
    ("The weir is old, said Ana Brook, senior water strategist.", "Ana Brook, senior water strategist"),
    ("The weir is old, said Ana Brook, Norvia’s water minister.", "Ana Brook, Norvia’s water minister"),
    ("The weir is old, said Otto Reed, the Oslan Bank’s head of risk.", "Otto Reed, the Oslan Bank’s head of risk"),
    ("The weir is old, said Otto Reed, KL&M’s senior director of mills.", "Otto Reed, KL&M’s senior director of mills"),
    ("“We do not go,” the minister, Ana Brook, likes to say.", "the minister, Ana Brook"),
    ("“We stay here,” he explained to the same paper.", "he"),
    ("“Is it shut?” Otto Reed asked.", "Otto Reed"),
    ("“Is it shut at all?” Mrs. Brook wondered.", "Mrs. Brook"),
    ("“They came here,” Brook shot back with a laugh.", "Brook"),
    ("“They came here,” Brook said by telephone.", "Brook"),
    ("The council said little, with spokesman Otto Reed saying, “We stay.”", "spokesman Otto Reed"),
    ("The columnist Ana Brook went so far as to say: “We stay.”", "The columnist Ana Brook"),
    ("As Ana Brook put it in the Post, the weir is old.", "Ana Brook"),
    ("The weir was “a trap,” in the words of Ana Brook.", "Ana Brook"),
    ("Another neighbour – Ana Brook, who was there – said it was old.", "Ana Brook"),
    ("“Is it ours?” Ana Brook, the mayor’s aide, asked.", "Ana Brook, the mayor’s aide"),
    ("“It leaks badly,” said Otto Skelly, praising it.", "Otto Skelly"),
    ("“The weir is a trap,” Will wrote.", "Will"),
    ("The mill is old, but US officials said that it was safe.", "US officials"),
    ("“We are tying their hands,” state Sen. Otto Reed said on Monday.", "state Sen. Otto Reed"),
    ("“We stay here,” Norvian aide Ana Brook replied.", "Norvian aide Ana Brook"),
    ("“We stay here,” a smiling Brook said.", "a smiling Brook"),
    ("“We have no doubt of it,” the two write.", "the two"),
    ("“We stay here,“ said Otto Reed, a miller.", "Otto Reed, a miller"),
    ("But Mr. Lind’s ''weir is old,'' Mr. Reed said.", "Mr. Reed"),
    ("“It went well,” Brook said when asked about the flood.", "Brook"),
    ("“It went well,” Brook said, before adding that it was over.", "Brook"),
    ("“With every vote we grow,” read the letter.", "the letter"),
    ("“We work on it,” the bankruptcy filing says.", "the bankruptcy filing"),
    ("“It was a shame,” said one of two millers who saw it.", "one of two millers"),
    ("Police say they have “enough of it all” to stay.", "Police"),
    ("He’s claiming that the weir leaks.", "He’s"),
    ("Millers marching through the town chanted “We stay here.”", "Millers marching through the town"),
    ("As the crowd cheered, Otto Reed was joined by Ana Brook and joked, “We stay.”", "Otto Reed"),
    ("Brook later Thursday told the Ferry Post: “We stay.”", "Brook"),
    ("Brook, who has been ill, on Friday said that it leaks.", "Brook"),
    ("Brook continued by saying, “We stay here for good.”", "Brook"),
    ("When asked why, Brook responded in a note: “We stay.”", "Brook"),
    ("As Ana Brook, author of “Eels,” put it, “the weir is old.”", "Ana Brook, author of “Eels,”"),
    ("Ana Brook -- the clerk who mends nets -- told me, “We stay.”", "Ana Brook"),
    ("Roe took to the radio to say that the weir leaks.", "Roe"),
    ("The flood led her to declare that the weir was “in ruins.”", "her"),
    ("The Post reported it, leading aides of Reed to reply that “it was safe.”", "aides of Reed"),
    ("Brook issued a statement saying the weir was safe.", "Brook"),
    ("A sign saying “Stop the mill at once” stood there.", "A sign"),
    ("He ate, with Otto Reed calling it a “waste of eels.”", "Otto Reed"),
    ("WEIRTON - Mayor Ana Brook, opening the weir, said it leaks.", "Mayor Ana Brook"),
    ("In her view, the weir is a trap.", "her"),
    ("The weir, in Ana Brook’s view, is a trap.", "Ana Brook"),
    ("The weir is “a trap,” in the mayor’s words.", "the mayor"),
    ("Citing old maps, Brook said the weir was safe.", "Brook"),
    (
        "A senior official in the works department, who left, said it was old.",
        "A senior official in the works department",
    ),
    ("One reader, writing in the Post, the town’s paper, said it was old.", "One reader"),
]
CLAUSES = [
    ("Brook warned people to stay, with Mayor Otto Quist saying the weir was old.", "to stay"),
    ("Brook said the weir was old and the miller Otto Quist said it was sound.", "the weir was old"),
    ("Roe noted the flood, describing it as a “rare” event.", "“rare”"),
    ("Brook calls it “a fine time to mend” as she walks by.", "“a fine time to mend”"),
    ("Canal+ says the weir leaks at night.", "the weir leaks at night"),
    ("Brook said around 50 million eels are sold a year.", "around 50 million eels are sold a year"),
    ("Brook said during a visit to Tarn, he bought eels.", "during a visit to Tarn, he bought eels"),
    ("Brook announced he would stand, as did the miller Otto Quist.", "he would stand"),
    (
        "The Courier reported that Brook had lied, and his wife had told the town of it.",
        "that Brook had lied, and his wife had told the town of it",
    ),
    ("Brook said he came from Tarn, and is a miller there.", "he came from Tarn, and is a miller there"),
    (
        "Brook said that Mayor Roe, while praising the weir, is against it.",
        "that Mayor Roe, while praising the weir, is against it",
    ),
    (
        "Millers say they get angry calls and emails, some of them at night.",
        "they get angry calls and emails, some of them at night",
    ),
    ("Brook vowed not to touch the weir.", "not to touch the weir"),
    ("Brook said that at 10:30 p.m. the siren sounded.", "that at 10:30 p.m. the siren sounded"),
    ("Brook told the Daily Post nobody had been asked.", "nobody had been asked"),
    ("Having read it, Brook said that the weir, which is old, had leaked.", "that the weir, which is old, had leaked"),
    ("When asked why, Brook said that the weir, which is old, had leaked.", "that the weir, which is old, had leaked"),
    (
        "After the vote, Brook said that in 1974, when it was built, it leaked.",
        "that in 1974, when it was built, it leaked",
    ),
    ("Brook told Polis.info the plan was absurd.", "the plan was absurd"),
    ("She told the Assembly that eels had died.", "that eels had died"),
    ("Brook told her oldest friends the weir was shut.", "the weir was shut"),
    ("Brook asked Reed whether the gates were shut.", "whether the gates were shut"),
    (
        "Brook argued that, by closing the gates, the town lost money.",
        "that, by closing the gates, the town lost money",
    ),
    ("Brook argued that, using old maps, “the weir is old.”", "that, using old maps, “the weir is old.”"),
    ("Brook said, among other things, that eels had died.", "that eels had died"),
    ("Brook said Sunday that eels had died.", "that eels had died"),
    ("Brook said in May the weir would be shut.", "the weir would be shut"),
    ("Brook said at a news conference that eels had died.", "that eels had died"),
    ("The women say officers still watch the weir.", "officers still watch the weir"),
    ("Brook said that wasn’t an answer.", "that wasn’t an answer"),
    ("The clerk who reported the call recalled that he was angry.", "that he was angry"),
    ("Brook said they, too, have had no dealings with it.", "they, too, have had no dealings with it"),
    ("28 percent of voters said they liked it, compared with 33 in May.", "they liked it"),
    ("Six in 10 said they were tired; 46 said they were not.", "they were tired"),
    ("Brook said that eels had died, although nobody came.", "that eels had died"),
    ("Brook said that the weir, which is old, was a trap.", "that the weir, which is old, was a trap"),
    ("Brook suggested that Reed erred, blaming the eels for it all.", "that Reed erred"),
    ("Brook vows to “defend the weir” before going home.", "to “defend the weir”"),
    ("Brook said it was “overblown,” adding that eels were fine.", "it was “overblown,”"),
    ("Brook rejected the claim as “patently false,” and left.", "“patently false,”"),
    ("The policy, which officials said will begin in May, is new.", "will begin in May"),
    ("“We are happy” about the plan, said Ana Brook.", "“We are happy” about the plan"),
    ("They “actually had eels here,” said Ana Brook.", "They “actually had eels here,”"),
    ("Brook said Reed “had no chance at all,” the miller recalled.", "Brook said Reed “had no chance at all,”"),
    ("This is not about me, Brook told her friends as she left.", "This is not about me"),
    ("Brook said last week that the weir leaks.", "that the weir leaks"),
    ("Brook says on the radio that it’s “very sad” that eels die.", "that it’s “very sad” that eels die"),
    ("Brook stressed it was safe.", "it was safe"),
    ("Brook swore Reed was there.", "Reed was there"),
    ("Brook called Otto Reed “a weak leader” and left for Ferry.", "“a weak leader”"),
    ("Brook said eels were dead and Otto Reed said the weir leaks.", "eels were dead"),
    ("Brook said it was safe, but he did not stay there.", "it was safe"),
    ("Brook, who said he votes for mills, said so again.", "he votes for mills"),
    ("In saying that eels had died, Brook made no friends.", "that eels had died"),
    ("Brook says it is “safe at last” despite the flood.", "it is “safe at last” despite the flood"),
    ("Brook said “we shall stay” if it rains.", "“we shall stay” if it rains"),
    ("Brook said he left, calling it a waste, that eels had died.", "he left"),
    (
        "Brook states that he left, calling it a waste, and that it rained.",
        "that he left, calling it a waste, and that it rained",
    ),
    ("Brook praised the “old and dear” weir and left.", "the “old and dear” weir"),
    ("Brook urged the guests, who had come late, “Go home at once.”", "“Go home at once.”"),
    ("Brook told a crowd that came early, “Go home at once.”", "“Go home at once.”"),
    ("Brook wrote of it after Reed argued that eels had died.", "that eels had died"),
    ("Brook said the weir was a trap [Source] now.", "the weir was a trap [Source] now"),
    ("Brook dismissed the plan as a trap.", "the plan as a trap"),
    ("Brook said it was “a trap,” and Otto Reed said it was not so.", "it was “a trap,”"),
    ("Brook said they “go now” – a word that he repeated.", "they “go now”"),
    ("Brook called it “a trap” or “a joke.”", "it “a trap” or “a joke.”"),
    ("Brook denied the weir was his, according to Otto Reed.", "Brook denied the weir was his"),
    ("Brook said of eels that they were clever.", "that they were clever"),
    ("Brook referred to those neighbours as thieves.", "those neighbours as thieves"),
    ("Brook pledged to mend the weir and to write of it.", "to mend the weir and to write of it"),
    ("Brook argued that it leaks, raising the idea that it rains and that it pours.", "that it leaks"),
]
NOBODY = [
    "Brook described the plan as he left.",
    "Brook described the plan well as it was.",
    "They maintain their mills as part of their work.",
    "That day, the Post reported on the eels.",
    "Brook saw the plan as a trap.",
    "As eels died, the clerk of Brook’s mill left.",
    "Brook pointed out the real dangers the town is facing.",
    "Brook said as she turned around and left.",
    "It is wrong to say that the weir leaks.",
    "Brook mentioned claims and reports.",
    "The crowd began to chant.",
    "In my view, the weir is a trap.",
    "She kept in her mind, it seems, a map.",
    "In Reed’s words the weir lives on.",
    "The mill added more than 2% to its price after the town took a share in it.",
    "A Ferry man pleaded guilty on Monday to threatening to shut the weir.",
    "The mayor of Ferry claimed victory as the count ended.",
    "One Brill County reporting station has not seen rain since March.",
    "They promised us that clerk when the mill closed.",
    "“Here we are,” Brook said to cheers from the hall and its guests.",
    "A miller, who asked not to be named because of it, left early.",
    "In the works department the lights were on.",
    "The words “a weir of our own” stood on the gate.",
]


# No content: the purpose of something, a gerund as subject, a clause inside an outer that-clause.
NOTHING_SAID = [
    "In a vote on Sunday, 212 millers said no and 97 said yes.",
    "Brook said no and the others said yes.",
    "The town demands pumps on a vast scale in order to make a difference to it.",
    "The town demands pumps from everybody so as to make a difference to it.",
    "Labeling them as eels and pike rather than as fish misled the council.",
]


@pytest.mark.parametrize("sentence", NOTHING_SAID)
def test_purposes_and_subjects_are_no_content(sentence):
    assert found("News.", sentence) == []


def test_a_second_that_clause_belongs_to_the_main_reporting_verb():
    told = found("News.", "Ana Brook said that the cells respond to salt, and that signals from it help the fish.")
    assert [mention for _, mention, _ in told] == ["Ana Brook"]


def test_a_closing_speaker_ends_the_content():
    told = found("News.", "The critic Ana Brook wrote that the weir was “old and very sad,” and I laughed all day.")
    assert told == [("mixed", "The critic Ana Brook", ["that the weir was “old and very sad,”"])]


@pytest.mark.parametrize(("sentence", "mention", "parts"), [*SPLIT, *OPENERS])
def test_interrupted_content_has_two_parts_but_an_opening_adverbial_is_none(sentence, mention, parts):
    assert (mention, parts) in [(m, p) for _, m, p in found("News.", sentence)]


@pytest.mark.parametrize(("sentence", "passer", "speaker"), PASSED_ON)
def test_relayed_words_have_a_speaker_and_a_relaying_source(sentence, passer, speaker):
    outer, inner = found("News.", sentence)
    assert (outer[1], inner[1]) == (passer, speaker)
    assert outer[2] == inner[2]


@pytest.mark.parametrize(("sentence", "mention"), SUBJECTS)
def test_the_source_is_the_whole_subject(sentence, mention):
    assert mention in [m for _, m, _ in found("News.", sentence)]


@pytest.mark.parametrize(("sentence", "content"), CLAUSES)
def test_the_content_is_the_whole_clause_and_no_more(sentence, content):
    assert [content] in [parts for _, _, parts in found("News.", sentence)]


@pytest.mark.parametrize("sentence", NOBODY)
def test_words_that_only_look_like_reported_speech_have_no_content(sentence):
    assert not [parts for kind, _, parts in found("News.", sentence) if kind != "direct"]


def test_long_lines_are_paragraphs_of_their_own():
    long = "The weir was shut at noon on Friday, and nobody in the town of Ferry had been told of it by anybody who knew about it at all."
    told = found(
        "News.", f"{long}\n“We heard it from the ducks,” said Otto Reed.\n“Nobody asked us about it,” said Ana Brook."
    )
    assert [m for _, m, _ in told] == ["Otto Reed", "Ana Brook"]


def test_marks_under_a_name_and_a_colon_are_that_names():
    assert ("direct", "Ana Brook", ["“We stay here.”"]) in found(
        "News.", "Too late for eels – Ana Brook: “We stay here.”"
    )


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("Brook greeted the plan as “a gift to every eel in town,” and left.", "Brook"),
        ("Reed has warmed to what he sees as “the long and happy life of eels.”", "he"),
    ],
)
def test_long_marks_without_a_cue_belong_to_their_subject(sentence, mention):
    assert mention in [m for _, m, _ in found("News.", sentence)]


@pytest.mark.parametrize(
    "sentence", ["Brook spoke on “Face the Mill.”", "Brook was seen in Radio Nord’s “The Morning Mill” again."]
)
def test_the_title_of_a_programme_is_no_quotation(sentence):
    assert found("News.", sentence) == []
