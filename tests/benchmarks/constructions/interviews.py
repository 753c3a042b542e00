"""Interviews and transcripts in plain text, with labels of many kinds, and text that is no answer."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from tests.benchmarks.constructions.casts import Cast, bare, cast, opened
from tests.benchmarks.constructions.running import ENDS, OPENS, PARTS, Example
from tests.benchmarks.constructions.speakers import lettered, people_of

_INTRODUCTIONS = (
    "{A}, {a_role}, has studied the river for ten years. We spoke to {a_him} about the night on which the weir broke.",
    "{Outlet} spoke with {A}, {a_role}, about the flood and what comes after it.",
    "When the weir broke, {A} was on the bridge. {A_he} is {a_role}. In this interview {a_he} looks back on that night.",
    "{A} is {a_role}. {A_he} has published two books about rivers, among them “{title}”. We met {a_him} at {a_his} home.",
    "In an interview with {outlet}, {A}, {a_role}, looks back on the flood.",
    "The weir at {town} broke last week. {A}, {a_role}, saw it fall.",
    "“⟦{quoted}⟧,” says {A}, {a_role}. {Outlet} met {a_him} at {a_his} home in {town}.",
    "{A}, {a_role}, says ⟦the dam was never safe⟧. {A_he} talked to {outlet} about the flood.",
    "This is an edited transcript of a conversation with {A}, {a_role}, which {station} broadcast on {day}.",
    "{A} was born in {town} in {year} and has lived by the river ever since. Today {a_he} is {a_role}.",
    "{A_role} since {year}, {A} knows the river better than anyone.",
    "Few people know the river as well as {A}. On {day}, {outlet} had the chance to talk to {a_him}. {A_last} is {a_role}.",
)
_LEADS = (
    "The interview has been edited for length and clarity.",
    "Excerpts from the interview follow.",
    "Excerpts from the interview:",
    "Here is what {a_he} told us:",
    "The interview was conducted in {month}.",
    "Below is the full interview.",
)
_JOINT = (
    "{A}, {a_role}, and {B}, {b_role}, were both on the bridge when the weir broke. {Outlet} spoke to the two of them.",
    "{Outlet} talked to {A}, {a_role}, and {B}, {b_role}, about the flood and what comes after it.",
    "{A} is {a_role}; {B} is {b_role}. They have known each other since school. We met them in {town}.",
)
_QUESTIONS = (
    "What did you see that night?",
    "Why was nobody warned?",
    "You have lived here for thirty years. What has changed?",
    "Do you feel safe now?",
    "Who is to blame?",
    "Could it happen again?",
    "What will you do next?",
    "How do people in {place} live now?",
    "And your family?",
    "So what should the council have done?",
    "Did you ever think of leaving?",
    "Is there any hope left?",
    "How did it all begin?",
    "When did you first hear of the cracks?",
    "What do you want people abroad to know about {place}?",
    "How would you describe the mood in the town, and how has it changed since {month}?",
)
_OTHER_QUESTIONS = (
    "Tell us about the night of the flood.",
    "You were one of the first on the bridge.",
    "But the inspectors came every year.",
    "You do not sound angry.",
    "Let us talk about the money.",
    "The ministry of transport says ⟦the repairs will take until {month}⟧. Do you agree?",
    "In {year} there were plans for a new weir. What became of them?",
    "That sounds bitter…",
)
_FULL_ANSWERS = (
    "I was on the bridge when the water came. It was dark, and all I could hear was the noise of the stones.",
    "We lost the mill, the boat and most of the books. My brother’s family lost even more than that.",
    "The weir was finished in {year}. It was built on sand, and everybody in {place} knew that.",
    "You have to understand how it works. First the money is promised, then it is forgotten, and in the end it rains.",
    "People help each other. My neighbours took in two families, and the school has become a kitchen.",
    "I wrote to {body} three times. Nobody answered, and after the third letter I stopped.",
    "There is a lot of anger. There is also a lot of tiredness, which worries me more.",
    "Of course I have thought of leaving. But where would I go? My children were born here.",
    "In {month} we found the first cracks. They were small, and the engineers did not think much of them.",
    "It depends on the council. If they open the gates in time, nothing will happen. If they do not, we will swim.",
    "The problem is not the dam. The problem is that nobody has looked at it since {year}.",
    "I grew up on a boat. My father was a {trade}, and so was his father.",
    "Two of the four turbines have been standing still since {month}. That tells you everything.",
    "My brother said, “⟦Go home⟧,” and we laughed about it. An hour later the street was gone.|brother",
    "A neighbour told us ⟦that the wall had a crack⟧. I did not believe it, and nobody else did.|neighbour",
    "What would you have done? You take the children, you take the dog, and you run.",
    "We should talk about “progress”, as they like to call it, in a different way.",
    "{B} and the others have done a great deal. Without them nobody would have come at all.",
    "They are building a new road instead. It will cost three times as much, and it leads nowhere.",
    "It is a beautiful place. In spring the whole valley is under blossom, and people come from far away.",
)
_LAST_WORDS = (
    "I hope that we will see better days. But I would not bet on it.",
    "We are not asking for much. All we want is a wall that holds, and my neighbours want nothing else.",
)
_SHORT_ANSWERS = (
    "I do not know. Nobody does.",
    "That is a good question.",
    "I would rather not say.",
    "Ask the council!",
    "Honestly? I have no idea.",
    "It is simple.",
    "Let me put it like this: we can all swim.",
)
_ASIDES = (" [laughs]", " (laughs)", " [pauses]", " [points at the river]", " (Laughs.)", " [In {town}.]")
_NOTES = (
    "[Editor’s note: The ministry did not reply to our questions.]",
    "Editor’s note: The weir was inspected for the last time in {year}.",
    "{A} on the bridge at {place}. Photo: {C}.",
    "The bridge of {place} in {month}. Photo by {C}, used with permission.",
)
_ENDINGS = (
    "The report of the inspectors is expected in {month}.",
    "This interview has been edited for length and clarity.",
    "The interview took place before the second flood.",
    "{A}’s new book, “{title}”, will come out in {month}.",
    "{A_last} will speak at {school} on {day}.",
    "{Outlet} asked the ministry for comment, but received no reply.",
    "{A} is {a_role}. {A_he} lives in {town}.",
    "The interview was conducted by {B} and translated by {C}.",
)


class _Labels(NamedTuple):
    """How questions and answers are labelled: the first time, and later."""

    asked: str
    asked_later: str
    answered: str
    answered_later: str


def _same(asked: str, answered: str) -> _Labels:
    return _Labels(asked, asked, answered, answered)


_LABELS = (
    _same("Q: ", "A: "),
    _same("Q: ", "A: "),
    _same("Q. ", "A. "),
    _same("Question: ", "Answer: "),
    _same("{OI}: ", "{A_initials}: "),
    _same("{OI}: ", "{A_initials}: "),
    _Labels("{named_outlet} ({OI}): ", "{OI}: ", "{A} ({A_initials}): ", "{A_initials}: "),
    _Labels("{named_outlet} ({OI}): ", "{OI}: ", "{A} ({A_initials}): ", "{A_initials}: "),
    _same("{OUTLET}: ", "{A_CAPS}: "),
    _same("{named_outlet}: ", "{A}: "),
    _same("{named_outlet}: ", "{A_last}: "),
    _same("{OI}: ", "{A}: "),
    _same("Interviewer: ", "{A_last}: "),
    _same("{named_outlet}: ", "{A_first}: "),
    _same("Q: ", "{A}: "),
    _same("", ""),
    _same("", ""),
    _same("Q: ", ""),
    _same("Q: ", "{A_LAST}: "),
    _same("{OUTLET}: ", "{A_LAST}: "),
    _same("Moderator: ", "{A}: "),
    _same("{named_outlet}: ", ""),
    _same("{OI}: ", ""),
    _same("[{n}:12] {OI}: ", "[{n}:40] {A_last}: "),
)
_JOINT_LABELS = tuple(each for each in _LABELS if "{A" in each.answered and (each.asked or each.answered[:3] == "{A}"))
_POLL = (
    "{full}, {age_of}, {trade_of}: ⟦{answer}⟧",
    "{full}, {trade_of}: ⟦{answer}⟧",
    "{full} ({age_of}), {trade_of}: “⟦{answer}⟧”",
    "{full}, {age_of}, {trade_of}: “⟦{answer}⟧”",
)
_POLLED = (
    "We asked people in {place} what they think of the new weir.",
    "One year after the flood, {outlet} asked three people from {place} about their lives.",
    "What do people in {place} think of the plan? Here are some of their answers:",
)
_NOT_SPOKEN = (
    (
        "Who built the dam?¶The dam was built by {firm} between {year} and 2014. It was paid for by the region.¶"
        "Why did it break?¶The ground under the wall is sand. After days of rain it began to move.¶"
        "What happens next?¶The council meets on {day}. Until then the lower town stays closed."
    ),
    (
        "The dam in figures¶Built: {year}¶Height: 41 metres¶Owner: {firm}¶Cost: 12 million¶"
        "The region paid most of it, and it still does."
    ),
    (
        "Monday: The river rises by two metres.¶Tuesday: The gates stay shut. Nobody knows why.¶"
        "Wednesday: The wall breaks at noon, and the lower town is under water.¶That was a year ago."
    ),
    (
        "{A}: {A_role}. {A_he} has written two books about rivers.¶{B}: {B_role}, and a member of {body} since {year}.¶"
        "{C}: {C_role}. {C_he} resigned in {month}."
    ),
    (
        "So who is to blame? And why was nobody told?¶The ministry has opened an inquiry. It will take a year.¶"
        "Until then, the lower town is empty."
    ),
    "Date: {day}, 10 {month}¶Place: the town hall of {place}¶Tickets: free¶{A}, {a_role}, will speak about {a_his} book.",
    (
        "What to bring: warm clothes, water and a torch.¶Where to go: the school on the hill. It is open day and night.¶"
        "Whom to call: the number of the town hall. It is answered until midnight."
    ),
    "Update: The gates have been open since noon.¶Correction: An earlier version of this story had the wrong date.",
)
_GOES_ON = 0.3
_JOINT_SHARE, _POLL_SHARE, _NOT_SPOKEN_SHARE = 0.15, 0.08, 0.08
_INTERVIEW = re.compile("interview|spoke|talk|met|conversation")
_CAPITAL = re.compile(r"[A-ZÇÀ-Þ]")


def example(random: Random) -> Example:
    """An interview with one or two people, answers to a question in the street, or what only looks like it."""
    names = cast(random)
    slots = _slots(random, names)
    initials = [slots[each] for each in ("OI", "A_initials", "B_initials")]
    if len(set(initials)) < len(initials) or "GV" in initials:
        return example(random)
    drawn = random.random()
    if drawn < _NOT_SPOKEN_SHARE:
        form = random.choice(_NOT_SPOKEN)
        return Example.marked(form.format_map(slots), [], _told(form=form.split(PARTS)[0]))
    if drawn < _NOT_SPOKEN_SHARE + _POLL_SHARE:
        return _poll(random, slots)
    return _interview(random, slots, joint=drawn > 1 - _JOINT_SHARE)


def _slots(random: Random, names: Cast) -> Cast:
    kind = random.choice(("paper", "paper", "site", "station"))
    if not names[kind][-1:].isalnum() or names[kind].islower():
        return _slots(random, cast(random))
    outlet, named = names[kind], names.get(f"named_{kind}", bare(names[kind]))
    slots = names | {
        "outlet": outlet,
        "Outlet": opened(outlet),
        "named_outlet": named,
        "OUTLET": named.upper(),
        "OI": named
        if named.isupper()
        else "".join(word[0] for word in re.findall(r"\w+", named) if not word[0].islower()),
        "quoted": "Nobody in this town can say they did not know",
    }
    people = dict(zip("ABC", people_of(random, names), strict=True))
    for letter, each in people.items():
        slots |= {f"{letter}_CAPS": each["full"].upper(), f"{letter}_LAST": each["last"].upper(), "n": "00"}
        slots[f"{letter}_initials"] = _initials(each["first"], each["last"])
    return slots | lettered(people)


def _initials(first: str, last: str) -> str:
    capital = _CAPITAL.search(last)
    return first[0] + (capital[0] if capital else last[0].upper())


def _told(**told: str) -> dict[str, str]:
    return {each: told.get(each, "-") for each in ("form", "labels", "lead", "note", "ending", "answers")}


class _Written:
    """Paragraphs as they are added, and who says what is marked in them."""

    def __init__(self, slots: Cast) -> None:
        self._slots = slots
        self.paragraphs: list[str] = []
        self.voices: list[str | None] = []

    def add(self, paragraph: str, speaker: str | None = None) -> None:
        """A paragraph, of which a noun behind "|" says what stands in it between marks of its own."""
        words, _, inner = paragraph.partition("|")
        words = words.format_map(self._slots)
        spoken = words.count(OPENS)
        if speaker is None:
            self.voices += [inner or self._slots["A"]] * spoken
        else:
            self.voices += [speaker, *[inner] * (spoken - 1)]
        self.paragraphs.append(words)

    def example(self, told: dict[str, str]) -> Example:
        return Example.marked(PARTS.join(self.paragraphs), self.voices, told)


def _interview(random: Random, slots: Cast, *, joint: bool) -> Example:
    written = _Written(slots)
    labels = random.choice(_JOINT_LABELS if joint else _LABELS)
    introduction = random.choice(_JOINT if joint else _INTRODUCTIONS)
    written.add(introduction)
    told = labels.asked or _INTERVIEW.search(introduction)
    lead = "" if joint else random.choice([*([""] if told else []), *_LEADS])
    if lead:
        written.add(lead)
    note, ending = random.choice(["", "", *_NOTES]), random.choice(["", "", *_ENDINGS])
    if joint and ending.startswith("{A"):
        ending = ""
    asked = [*_QUESTIONS, *(_OTHER_QUESTIONS if labels.asked else ())]
    rounds = random.randint(2, 4)
    questions = random.sample(asked, rounds)
    if not any("?" in each for each in questions):
        questions[0] = random.choice(_QUESTIONS)
    full = iter(random.sample(_FULL_ANSWERS, len(_FULL_ANSWERS)))
    short = iter(random.sample(_SHORT_ANSWERS, len(_SHORT_ANSWERS)))
    longest = 0
    for number, question in enumerate(questions):
        last = number == rounds - 1
        inner = "|ministry of transport" if OPENS in question else ""
        written.add((labels.asked_later if number else labels.asked) + question + inner)
        for letter in "AB" if joint else "A":
            label = (labels.answered_later if number else labels.answered).replace("{A", "{" + letter)
            paragraphs = _answer(random, full, short, single=last)
            if last and letter == "A" and not joint and random.random() < _GOES_ON:
                paragraphs.append(random.choice(_LAST_WORDS))
            longest = max(longest, len(paragraphs))
            for at, paragraph in enumerate(paragraphs):
                words, sign, inner = paragraph.partition("|")
                written.add(f"{'' if at else label}{OPENS}{words}{ENDS}{sign}{inner}", slots[letter])
        if note and number == 0 and not last:
            written.add(note)
    if ending:
        written.add(ending)
    return written.example(
        _told(
            form=("joint: " if joint else "") + introduction,
            labels=f"{labels.asked} / {labels.answered}",
            lead=lead,
            note=note,
            ending=ending,
            answers=str(longest),
        )
    )


def _answer(random: Random, full: Iterator[str], short: Iterator[str], *, single: bool) -> list[str]:
    """The paragraphs of one answer; `single` where nothing behind it would tell that a second one belongs to it."""
    if random.random() < 0.2:
        return [next(short)]
    number = 1 if single else random.choice((1, 1, 2, 3))
    paragraphs = [next(full) for _ in range(number)]
    if random.random() < 0.2 and OPENS not in paragraphs[0]:
        first, stop, rest = paragraphs[0].partition(". ")
        paragraphs[0] = f"{first}.{random.choice(_ASIDES)} {rest}" if stop else paragraphs[0]
    return paragraphs


def _poll(random: Random, slots: Cast) -> Example:
    form, lead = random.choice(_POLL), random.choice(_POLLED)
    written = _Written(slots)
    written.add(lead)
    trades = random.sample(("nurse", "teacher", "shopkeeper", "translator", "bus driver", "student"), 3)
    answers = random.sample([each for each in _FULL_ANSWERS if "|" not in each and "{B}" not in each], 3)
    for letter, trade, answer in zip("ABC", trades, answers, strict=True):
        own = slots | {"full": slots[letter], "age_of": str(random.randint(19, 84)), "trade_of": trade}
        words = form.replace("{answer}", answer).format_map(own)
        written.add(words.replace("{", "").replace("}", ""), slots[letter])
    return written.example(_told(form=form, lead=lead))
