"""Stories that mention a quoted person again in another form: "Roe", "the mayor", "she", "the institute"."""

from collections.abc import Sequence
from random import Random

from tests.benchmarks.constructions.casts import GENDERED, NAMES, Cast, Slots, bare, cast, opened
from tests.benchmarks.constructions.drawing import pieces
from tests.benchmarks.constructions.introductions import CLAUSES
from tests.benchmarks.constructions.running import OPENS, UNMARKED, Example
from tests.benchmarks.constructions.speakers import ROLES, lettered, people_of, person
from tests.benchmarks.constructions.statements import LEAD

_QUOTED = (
    "The dam was built on sand",
    "We told them so many times that we stopped counting",
    "Nobody in this town can say they did not know",
    "It was too late by then",
    "They have seen it with their own eyes",
    "We are still waiting for an answer",
    "That is all there is to say about it",
    "There is no plan, and there never was one",
)
_CLAUSES = CLAUSES[:8]  # those that fit any of the scenes
_SAID = {"clause": _CLAUSES, "quoted": _QUOTED}

_FIRST = (
    "{full}, {role}, said that ⟦{clause}⟧.",
    "“⟦{quoted}⟧,” said {full}, {role}.",
    "According to {full}, {role}, ⟦{clause}⟧.",
    "{full}, {role}, was among the first to arrive. “⟦{quoted}⟧,” {he} said.",
    "{Role}, {full}, warned that ⟦{clause}⟧.",
    "{full}, {role}, told {review} that ⟦{clause}⟧. “⟦{quoted}⟧.”",
    "“⟦{quoted}⟧,” {full}, {role}, told {review}.",
    "{full} is {role}. {He} said that ⟦{clause}⟧.",
    "Not everyone agrees. {full}, {role}, wrote on Facebook: “⟦{quoted}⟧.”",
)
_SILENT = (
    "{full}, {role}, declined to comment.",
    "{full}, {role}, could not be reached.",
    "A day later, {full}, {role}, resigned.",
    "{Role}, {full}, has promised a report.",
)
_BODY = (
    "{Body} {did}.",
    "In a statement on {day}, {body} said that ⟦{clause}⟧.",
    "{Body} said that ⟦{clause}⟧.",
    "According to {body}, ⟦{clause}⟧.",
)
_DID = (
    "published a report on the dam last week",
    "has been criticised for months",
    "declined to comment at first",
    "has run the weir since {year}",
)
_GAPS = {
    "same paragraph": " ",
    "next paragraph": "¶",
    "a paragraph between": "¶The river has risen by two metres since {day}.¶",
    "a quotation that names others": " Then {last_he} spoke of the inspectors. “⟦{quoted}, as {stranger} knows⟧,” {last_he} said.¶",
}

_FRAMES = (
    "{Who} added that ⟦{clause}⟧.",
    "“⟦{quoted}⟧,” {who} said.",
    "But {who} also said that ⟦{clause}⟧.",
    "{Who} said: “⟦{quoted}⟧.”",
    "Later {who} wrote on Twitter that ⟦{clause}⟧.",
    "“⟦{quoted}⟧,” {who} told reporters on {day}.",
    "“⟦{quoted}⟧,” {who} said. “⟦{quoted}⟧.”",
    "In an interview with {station}, {who} said that ⟦{clause}⟧.",
    "⟦{Clause}⟧, {who} said.",
    "⟦{Clause}⟧, according to {who}.",
    "Asked about the dam, {who} said ⟦{clause}⟧.",
    "“⟦{quoted}⟧,” said {who}.",
)
_BODIES = {
    "the Delta Institute": "institute",
    "the Ferrymen’s Union": "union",
    "Clean Rivers Now": "organisation",
    "the National Water Board": "board",
    "Hadley & Sons": "company",
    "the Free Party": "party",
    "the Institute for Coastal Affairs": "institute",
    "the Kestonian Red Crescent": "organisation",
    "KLM Power": "company",
    "Mothers of the Valley": "group",
    "Northwater": "company",
    "Aquavel": "firm",
    "the Harbour Times": "newspaper",
    "the Evening Star": "paper",
    "The Ferry Post": "newspaper",
    "the Ministry of Transport": "ministry",
    "the {place} city council": "council",
    "the University of Tarn": "university",
}

_SCENES = pieces("""
{A} told {B} that ⟦{clause}⟧, and {b_he} answered that ⟦{clause}⟧.|A B|apart
{A} met {B} on {day}. {A_he} told {b_him} that ⟦{clause}⟧, and {b_he} replied that ⟦{clause}⟧.|A B|apart
{A} and {B} said in a statement that ⟦{clause}⟧.¶“⟦{quoted}⟧,” the two said.|AB AB
{A} and {B} said in a statement that ⟦{clause}⟧. They added that ⟦{clause}⟧.|AB AB
{A} and {B} wrote on Facebook that ⟦{clause}⟧. Both said that ⟦{clause}⟧.|AB AB
{A}, {a_role}, said that ⟦{clause}⟧. {A_his} {speaker}, {M}, said ⟦{clause}⟧.¶“⟦{quoted}⟧,” {m_last} said.|A M M
{A}, {a_role}, could not be reached. {A_his} {speaker}, {M}, said ⟦{clause}⟧. The {speaker} added that ⟦{clause}⟧.|M M
A {trade} who asked not to be named said that ⟦{clause}⟧. {A}, {a_role}, disagreed: “⟦{quoted}⟧.”¶The {trade} said that ⟦{clause}⟧.|trade A trade
A resident said that ⟦{clause}⟧.¶“⟦{quoted}⟧,” {A}, {a_role}, said.¶“⟦{quoted}⟧,” the resident said.|resident A resident
{Paper} quotes {A} as saying that ⟦{clause}⟧. The paper adds that ⟦{clause}⟧.|A paper
{Paper} quotes {A}, {a_role}, as saying that ⟦{clause}⟧. “⟦{quoted}⟧,” {a_he} said.|A A
{A}, {a_role}, told {paper} that ⟦{clause}⟧.¶According to the newspaper, ⟦{clause}⟧.|A paper
{A}, {a_role}, said that ⟦{clause}⟧. {A_his} {kin}, {K}, said that ⟦{clause}⟧.¶“⟦{quoted}⟧,” {a_first} said.|A K A
{A}, {a_role}, said that ⟦{clause}⟧. {A_his} {kin}, {K}, said that ⟦{clause}⟧.¶“⟦{quoted}⟧,” {k_first} said.|A K K
{A}, {a_role}, said that ⟦{clause}⟧. {A_his} {kin}, {K}, said that ⟦{clause}⟧.¶“⟦{quoted}⟧,” {a_his} {kin} said.|A K K
{A}, {a_role}, said that ⟦{clause}⟧. {A_his} colleague, {B}, said that ⟦{clause}⟧.¶“⟦{quoted}⟧,” {a_his} colleague said.|A B B
{A}, {a_role}, said that ⟦{clause}⟧. {A_his} colleague {B} agreed. “⟦{quoted}⟧,” {b_he} said.|A B|apart
{A}, {a_role}, said that ⟦{clause}, and that {b_last} had known⟧. {A_he} said ⟦{clause}⟧.|A A|apart
“⟦{quoted}, and {B} knew it⟧,” said {A}, {a_role}.¶“⟦{quoted}⟧,” {a_he} added.|A A
“⟦{quoted}, and {B} knew it⟧,” said {A}, {a_role}.¶{B_last} denied this. “⟦{quoted}⟧,” {b_he} said.|A B
{A}, {a_role}, blamed {B}, {b_role}.¶“⟦{quoted}⟧,” {b_he} said.|B|apart
{A}, {a_role}, blamed {B}, {b_role}.¶“⟦{quoted}⟧,” {a_he} said. “⟦{quoted}⟧.”|A A|apart
{Pen} {A} wrote: “⟦{quoted}⟧.”¶{B}, {b_role}, said that ⟦{clause}⟧.¶“⟦{quoted}⟧,” wrote the {pen}.|A B A
{Pen} {A} wrote: “⟦{quoted}⟧.”¶In another post, the same {pen} wrote: “⟦{quoted}⟧.”|A A
Dozens of protesters said that ⟦{clause}⟧. “⟦{quoted}⟧,” they said.|protesters protesters
{A}, {a_role}, said on {day} that ⟦{clause}⟧.¶{B}, {b_role}, said that ⟦{clause}⟧.¶{C}, {c_role}, was not so sure. “⟦{quoted}⟧,” {c_last} said.¶“⟦{quoted}⟧,” {a_last} said.|A B C A
{A}, {a_role}, said on {day} that ⟦{clause}⟧. {A_he} added that ⟦{clause}⟧.¶“⟦{quoted}⟧,” {a_he} said. “⟦{quoted}⟧.”|A A A A
{A} is {a_role}. {A_his} house was flooded. Asked about the dam, {a_he} said ⟦{clause}⟧.|A
When {A}, {a_role}, came home, the street was gone. “⟦{quoted}⟧,” {a_he} said.|A
{A}, {a_role}, and {B}, {b_role}, disagree. {A_last} says that ⟦{clause}⟧; {b_last} says that ⟦{clause}⟧.|A B
The {office} said that ⟦{clause}⟧.¶“⟦{quoted}⟧,” the {office}, {A}, told {review}.|A A
{A}’s lawyer said that ⟦{clause}⟧. {A_last} said that ⟦{clause}⟧.|lawyer A
{A}, {a_role}, was asked about {B}. “⟦{quoted}⟧,” {a_he} said.|A
{A}, {a_role}, asked {B} ⟦whether there was a plan⟧. “⟦{quoted}⟧,” {b_he} said.|A B|apart
{Body} said that ⟦{clause}⟧. It added that ⟦{clause}⟧.|body body
{Body} said that ⟦{clause}⟧. “⟦{quoted}⟧,” it said in a statement.|body body
{A}, {a_role}, said that ⟦{clause}⟧, a claim that {body} denied. “⟦{quoted}⟧,” the {body_noun} said.|A body
{A}, {a_role}, wrote to {body}, which replied that ⟦{clause}⟧.|body
{A}, {a_role}, wrote to {B}, who replied that ⟦{clause}⟧.|B
{A} was not the only one. {B}, {b_role}, said that ⟦{clause}⟧.¶{B_title} {b_last} said that ⟦{clause}⟧.|B B
Neither {A} nor {B} had been told. “⟦{quoted}⟧,” {a_he} said.|A|apart
{A} and {B}, who run the mill, lost everything. “⟦{quoted}⟧,” {b_he} said.|B|apart
{A}, {age}, lost {a_his} house. “⟦{quoted}⟧,” the {age}-year-old said.|A
{A} and {B} run the mill. “⟦{quoted}⟧,” the pair said in a statement.|AB
{A}, {a_role}, said that ⟦{clause}⟧. Asked about {B}, {a_he} replied: “⟦{quoted}⟧.”|A A
“⟦{quoted}⟧,” says {A}, {a_role}. “⟦{quoted}⟧,” {a_he} adds. “⟦{quoted}⟧.”|A A A
{A}, {a_role}, replaced {B} in {year}. “⟦{quoted}⟧,” {a_he} said.|A|apart
After {B} resigned, {A} took over. “⟦{quoted}⟧,” {a_he} said.|A|apart
{A}, who succeeded {B} in {year}, said that ⟦{clause}⟧.|A
{A}, {a_role}, thanked {B}, {b_role}. {A_he} said that ⟦{clause}⟧.|A|apart
“⟦{quoted}⟧,” said {A}’s lawyer, {M}. {M_title} {m_last} added that ⟦{clause}⟧.|M M
Police said that ⟦{clause}⟧. They added that ⟦{clause}⟧.|police police
The ministry of transport said that ⟦{clause}⟧. A {speaker} for the ministry, {M}, said that ⟦{clause}⟧. “⟦{quoted}⟧,” {m_he} said.|ministry M M
{Body} said that ⟦{clause}⟧. Its director, {A}, told {review} that ⟦{clause}⟧. “⟦{quoted}⟧,” the director said.|body A A
{Pen} {A} wrote: “⟦{quoted}⟧.” To this, {B} replied: “⟦{quoted}⟧.” {A_last} answered: “⟦{quoted}⟧.”|A B A
{A}, {a_role}, said that ⟦{clause}⟧. {A_his} mother, who has lived by the river since {year}, said that ⟦{clause}⟧.|A mother
{A}, {a_role}, quoted {B} as saying that ⟦{clause}⟧. “⟦{quoted}⟧,” {a_he} added.|B A|apart
Many residents are angry. “⟦{quoted}⟧,” said one of them, {A}, {a_role}. {A_he} said that ⟦{clause}⟧.|A A
{A}, {a_role}, was less kind. “⟦{quoted}⟧,” {a_he} said of {B}.|A
{A}, {a_role}, called {B} on {day}. “⟦{quoted}⟧,” {a_he} told {b_him}.|A|apart
One woman, {W}, said that ⟦{clause}⟧. “⟦{quoted}⟧,” she said. Her neighbour, {X}, agreed: “⟦{quoted}⟧.”|W W X
{A}, {a_role}, has known the river all {a_his} life. {A_his} father was a {trade}. “⟦{quoted}⟧,” {a_he} said.|A
""")
"""Whole stories, who says what in them, and as a mark that its two people differ in gender."""

_ROUND = ("means", "first", "last", "target", "gap", "frame", "genders")
_SCENES_IN = 0.35
_SILENCE = 0.2
_WITH_BODY = 0.4
_NAMING = "a quotation that names others"
_BEHIND = (" {who}.",)  # no place for "he"
_WIDE = {"group", "organisation"}
_PRESS = {"newspaper", "paper"}
_EITHER = {"Jo", "Noor", "Jun", "Al"}  # first names of which not every reader knows whose they are
_OTHERS = ("Vance", "Obi", "Halloran", "Zeleny", "Quispe")


def example(random: Random) -> Example:
    """One story: either two or three who are introduced and one who is meant, or a scene."""
    return _scene(random) if random.random() < _SCENES_IN else _round(random)


def _scene(random: Random) -> Example:
    names = cast(random)
    people = dict(zip("ABC", people_of(random, names, ("the {trade}", "the {office}", "the {pen}")), strict=True))
    apart = people["A"]["he"] != people["B"]["he"]
    scene = random.choice([each for each in _SCENES if apart or not each.marks])
    firsts = {each["first"] for each in people.values()}
    gender = "woman" if random.random() < 0.5 else "man"
    free = [each for each in NAMES[gender] if each not in firsts]
    plain = ROLES[0]
    people["K"] = person(f"{random.choice(free)} {people['A']['last']}", plain, names)
    people["M"] = person(f"{random.choice(free)} {random.choice(_OTHERS)}", plain, names)
    people["W"] = person(f"{random.choice(NAMES['woman'])} {random.choice(_OTHERS)}", plain, names)
    people["X"] = person(f"{random.choice(free)} Marchetti", plain, names)
    body, noun = random.choice(list(_BODIES.items()))
    body = body.format_map(names)
    slots = names | {
        "kin": GENDERED[gender]["relative"],
        "speaker": f"spokes{gender}",
        "body": body,
        "Body": opened(body),
        "body_noun": noun,
        "Paper": opened(names["paper"]),
        "Pen": opened(names["pen"]),
    }
    slots |= lettered(people)
    voices = {letter: each["full"] for letter, each in people.items()} | {
        "AB": f"{slots['A']} and {slots['B']}",
        "body": bare(body),
        "paper": names["named_paper"],
        "trade": names["trade"],
    }
    text = (LEAD + scene.words).format_map(Slots(random, slots, _SAID))
    told = {"scene": scene.words, "body": noun if "{body" in scene.words.lower() else "-"} | dict.fromkeys(_ROUND, "-")
    return Example.marked(text, [voices.get(each, each) for each in scene.gives.split()], told)


def _round(random: Random) -> Example:
    """Two people and perhaps a body are introduced, and one of them is meant in the last sentence."""
    names = cast(random)
    *people, stranger = people_of(random, names)
    body, noun = random.choice(list(_BODIES.items()))
    body = body.format_map(names)
    parts = [(random.choice(_FIRST), who) for who in people]
    if random.random() < _SILENCE:
        parts[1] = (random.choice(_SILENT), people[1])
        random.shuffle(parts)
    given: Cast = {"full": bare(body), "body": body, "Body": opened(body), "body_noun": noun}
    if random.random() < _WITH_BODY:
        parts.insert(random.randrange(3), (random.choice(_BODY).replace("{did}", random.choice(_DID)), given))
    if noun in _PRESS:
        parts = [(form.replace("{review}", "reporters"), who) for form, who in parts]
    speak = [who for form, who in parts if who is not given and OPENS in form]
    can_be_named = any(who is given for _, who in parts) and _is_clear(noun, people, names)
    target = random.choice([*speak, given] if can_be_named else speak)
    last = parts[-1][1]
    speaks, goes_on = last is not given and OPENS in parts[-1][0], parts[-1][0].endswith("⟧.”")
    gap = random.choice([each for each in _GAPS if (speaks or each != _NAMING) and (not goes_on or each[0] != "s")])
    if target is given:
        means = random.choice(("the {body_noun}", "the {body_noun}", "{body}", "it" if last is given else "{body}"))
    else:
        ways = _ways(target, last, people, stranger if gap == _NAMING else None)
        far = target is not last and gap == "a paragraph between"
        means = random.choice([each for each in ways if not (far and each == "{he}")])
    frames = [each for each in _FRAMES if not (means in {"{he}", "it"} and each.endswith(_BEHIND))]
    frame = random.choice(frames)
    slots = Slots(random, names | given | {"stranger": stranger["full"], "last_he": last.get("he", "")}, _SAID)
    # Two quotations side by side are nobody's style.
    between = "¶" if any(form.endswith("⟧.”") for form, _ in parts) else random.choice((" ", "¶"))
    told = between.join(form.format_map(_with(slots, who)) for form, who in parts)
    slots |= target
    slots["who"] = means.format_map(slots)
    slots["Who"] = opened(slots["who"])
    text = f"{LEAD.format_map(names)}{told}{_GAPS[gap].format_map(slots)}{frame.format_map(slots)}"
    form_of = {id(who): form.translate(UNMARKED) for form, who in parts}
    voices = [who["full"] for form, who in parts for _ in range(form.count(OPENS))]
    voices += [last["full"]] * (gap == _NAMING) + [target["full"]] * frame.count(OPENS)
    return Example.marked(
        text,
        voices,
        {
            "scene": "-",
            "means": f"{means} / {'the last' if target is last else 'an earlier one'}",
            "body": noun if len(parts) > len(people) else "-",
            "first": parts[0][0].translate(UNMARKED),
            "last": parts[-1][0].translate(UNMARKED),
            "target": form_of[id(target)],
            "gap": gap,
            "frame": frame.translate(UNMARKED),
            "genders": "differ" if people[0]["he"] != people[1]["he"] else "are one",
        },
    )


def _with(slots: Slots, who: Cast) -> Slots:
    slots |= who
    return slots


def _ways(target: Cast, last: Cast, people: Sequence[Cast], stranger: Cast | None) -> list[str]:
    """The forms by which a reader knows who is meant: "he" only of the last who spoke, or the one man."""
    ways = ["{last}", "{title} {last}", "{full}", "{noun}", "{first}", *["{Office} {last}"] * bool(target["Office"])]
    others = [each for each in (*people, stranger) if each and each is not target]
    alone = all(each["he"] != target["he"] and each["first"] not in _EITHER for each in others)
    return [*ways, "{he}", "{he}"] if alone or target is last else ways


def _is_clear(noun: str, people: Sequence[Cast], names: Cast) -> bool:
    """Whether a noun for a body fits no other that the roles of people name."""
    roles = [each["called"] for each in people]
    firm = _BODIES.get(names["firm"], "")
    if noun == "university" and {"the economist", "the professor"} & set(roles):
        return False
    return "the director" not in roles or not (
        noun == firm or {noun, firm} & _WIDE or {noun, firm} <= {"company", "firm"}
    )
