"""German sentences: speakers by marks, verbs, colons, phrases and the subjunctive of reported speech."""

import pytest

from reader.analysis.languages.language_data import load
from reader.analysis.languages.other_voices import nominative
from tests.analysis.languages.analysed_texts import mentions, read, voices_in

KELLER = "Anna Keller leitet das Klärwerk von Orta."

SENTENCES = [
    ("„Wir bleiben hier“, sagte Anna Keller.", "direct", ["„Wir bleiben hier“"], "Anna Keller"),
    (
        "„Wir bleiben“, sagte die Bürgermeisterin Anna Keller am Montag. „Und zwar alle.“",
        "direct",
        ["„Wir bleiben“", "„Und zwar alle.“"],
        "Anna Keller",
    ),
    ("„Das Wehr“, sagte Jonas Brandt, „ist zu.“", "direct", ["„Das Wehr“", "„ist zu.“"], "Jonas Brandt"),
    ("Anna Keller sagte: „Das Wehr bleibt zu.“", "direct", ["„Das Wehr bleibt zu.“"], "Anna Keller"),
    (
        "Die Bürgermeisterin von Orta, Anna Keller, sagte am Montag: „Das Wehr bleibt zu.“",
        "direct",
        ["„Das Wehr bleibt zu.“"],
        "Anna Keller",
    ),
    (
        "Die Leiterin der Werft, Ida Sommer, warnte: „Das ist z. B. am 3. Mai passiert.“",
        "direct",
        ["„Das ist z. B. am 3. Mai passiert.“"],
        "Ida Sommer",
    ),
    ("»Wir bauen neu«, so Jonas Brandt.", "direct", ["»Wir bauen neu«"], "Jonas Brandt"),
    ("«Wir bauen neu», erklärte Jonas Brandt.", "direct", ["«Wir bauen neu»"], "Jonas Brandt"),
    ('"Wir bauen neu", erklärte Jonas Brandt.', "direct", ['"Wir bauen neu"'], "Jonas Brandt"),
    ("„Niemand wurde verletzt“, teilte die Polizei mit.", "direct", ["„Niemand wurde verletzt“"], "Polizei"),
    (
        "„Warum erst jetzt?“, fragte Maria von der Heide, Sprecherin der Initiative.",
        "direct",
        ["„Warum erst jetzt?“"],
        "Maria von der Heide",
    ),
    ("Der Geologe Jonas Brandt von der Universität Lindau sagt: „Nein.“", "direct", ["„Nein.“"], "Jonas Brandt"),
    ("Jonas Brandt hält das für einen Fehler: „Nein.“", "direct", ["„Nein.“"], "Jonas Brandt"),
    ("Eine Sprecherin der Stadtwerke sagte: „Nein.“", "direct", ["„Nein.“"], "Eine Sprecherin der Stadtwerke"),
    ("Jonas Brandt: „Nein.“", "direct", ["„Nein.“"], "Jonas Brandt"),
    (
        "Jonas Brandt hat den Plan als „völlig überzogen“ bezeichnet.",
        "direct",
        ["„völlig überzogen“"],
        "Jonas Brandt",
    ),
    ("Laut Jonas Brandt ist das Wehr seit Mai zu.", "indirect", ["ist das Wehr seit Mai zu"], "Jonas Brandt"),
    ("Der Polizei zufolge wurde niemand verletzt.", "indirect", ["wurde niemand verletzt"], "Polizei"),
    (
        "Nach Angaben der Stadtwerke Orta fließt das Wasser wieder.",
        "indirect",
        ["fließt das Wasser wieder"],
        "Stadtwerke Orta",
    ),
    ("Das Wehr sei undicht, sagte Jonas Brandt.", "indirect", ["Das Wehr sei undicht"], "Jonas Brandt"),
    ("Jonas Brandt sagte, das Wehr sei undicht.", "indirect", ["das Wehr sei undicht"], "Jonas Brandt"),
    (
        "Jonas Brandt betonte, dass das Wehr „völlig undicht“ sei.",
        "mixed",
        ["das Wehr „völlig undicht“ sei"],
        "Jonas Brandt",
    ),
    (
        "Am Montag hatte die Polizei mitgeteilt, dass niemand verletzt wurde.",
        "indirect",
        ["niemand verletzt wurde"],
        "Polizei",
    ),
    ("„Ja“, Jonas Brandt sagte das oft.", "direct", ["„Ja“"], "Jonas Brandt"),
    ("Anna Keller (54) sagte: „Ja.“", "direct", ["„Ja.“"], "Anna Keller"),
    ("Anna Keller sagte am Montag: Das Wehr bleibt zu.", "indirect", ["Das Wehr bleibt zu"], "Anna Keller"),
    ("Das Wehr bleibt zu, wie Anna Keller gesagt hat: „Leider.“", "direct", ["„Leider.“"], "Anna Keller"),
    ("„Ja“, sagte die 54-jährige Anna Sommer.", "direct", ["„Ja“"], "Anna Sommer"),
    ("„Das ist ein Skandal“, empörte sich Anna Keller.", "direct", ["„Das ist ein Skandal“"], "Anna Keller"),
    ("Anna Keller, 54, sagte der „Orta Zeitung“, sie gehe nicht.", "indirect", ["sie gehe nicht"], "Anna Keller"),
    ("Wie die Polizei mitteilte, wurde niemand verletzt.", "indirect", ["wurde niemand verletzt"], "Polizei"),
    ("Niemand wurde verletzt, wie die Polizei mitteilte.", "indirect", ["Niemand wurde verletzt"], "Polizei"),
    ("Anna Keller und Jonas Brandt sagten: „Ja.“", "direct", ["„Ja.“"], "Anna Keller und Jonas Brandt"),
    ("„Ja“, sagten Anna Keller und Jonas Brandt.", "direct", ["„Ja“"], "Anna Keller und Jonas Brandt"),
    ("„Ja“, sagte Anna Keller und Jonas Brandt nickte.", "direct", ["„Ja“"], "Anna Keller"),
    ("Er habe „nichts gewusst“, beteuerte Jonas Brandt.", "mixed", ["Er habe „nichts gewusst“"], "Jonas Brandt"),
    ("Auf die Frage, ob sie bleibe, sagt Anna Keller: „Ja!“", "direct", ["„Ja!“"], "Anna Keller"),
    ("Ida Sommer forderte, das Wehr „sofort“ zu öffnen.", "mixed", ["das Wehr „sofort“ zu öffnen"], "Ida Sommer"),
    ("Es war, sagt Ida Sommer heute, ein Fehler.", "indirect", ["Es war", "ein Fehler"], "Ida Sommer"),
    ("Die Gastwirtin Ida Sommer sagte: „Ja.“", "direct", ["„Ja.“"], "Ida Sommer"),
    ("Ida Sommer sieht das so: „Es reicht.“", "direct", ["„Es reicht.“"], "Ida Sommer"),
    ("„Das geht nicht“, beschwerte sich Ida Sommer.", "direct", ["„Das geht nicht“"], "Ida Sommer"),
    ("In Orta sagte Jonas Brandt: „Es reicht.“", "direct", ["„Es reicht.“"], "Jonas Brandt"),
    ("„Es reicht“, sagte vor Journalisten die Ministerin Ida Sommer.", "direct", ["„Es reicht“"], "Ida Sommer"),
    (
        "Ida Sommer, Sprecherin der Werft, sagte: „Wir warten.“",
        "direct",
        ["„Wir warten.“"],
        "Ida Sommer",
    ),
    ("Ida Sommer, die seit Mai dort arbeitet, sagte: „Wir warten.“", "direct", ["„Wir warten.“"], "Ida Sommer"),
    ("Zuvor hatte Ida Sommer gesagt: „Wir warten.“", "direct", ["„Wir warten.“"], "Ida Sommer"),
    ("„Wir warten“, so ein Anwohner.", "direct", ["„Wir warten“"], "ein Anwohner"),
    ("Ida Sommer lachte und sagte: „Wir warten.“", "direct", ["„Wir warten.“"], "Ida Sommer"),
    ("„Das geht nicht“, sagte der Polizeisprecher Uwe Lang.", "direct", ["„Das geht nicht“"], "Uwe Lang"),
    (
        "„Er sagte ‚nie‘, und ich glaube ihm“, erzählte Ida Sommer.",
        "direct",
        ["„Er sagte ‚nie‘, und ich glaube ihm“"],
        "Ida Sommer",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "parts", "name"), SENTENCES, ids=[row[0][:40] for row in SENTENCES])
def test_a_german_sentence_has_its_speaker(sentence, kind, parts, name):
    assert read("de", sentence) == [(kind, parts, name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie liest das Buch „Die Welle“ gern.",
        "Das Wehr ist seit Mai zu.",
        "Das sogenannte „Haus am See“ steht leer.",
        "Die Sage vom Wehr kennt in Orta jeder.",
        "Er fügte die Teile zusammen und ging.",
        "Keller sagte; dann ging sie.",
        "Laut ging es in Orta zu.",
        "In seinem Buch „Das alte Wehr“ beschreibt Jonas Brandt den Fluss.",
        "Keller sagte:",
    ],
)
def test_words_without_a_speaker_are_no_quotation(sentence):
    assert read("de", sentence) == []


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("„Niemand hat uns gefragt“, fügte Keller hinzu.", "Anna Keller"),
        ("„Niemand hat uns gefragt“, sagte Frau Keller.", "Anna Keller"),
        ("„Niemand hat uns gefragt“, meinte sie.", "Anna Keller"),
        ("„Niemand hat uns gefragt“, meinte er.", None),
        ("„Niemand hat uns gefragt.“", "Anna Keller"),
        ("„Niemand hat uns gefragt“, sagte die Bürgermeisterin.", "Anna Keller"),
        ("„Niemand hat uns gefragt“, sagte die Ministerin.", "Ministerin"),
    ],
)
def test_later_quotations_belong_to_the_person_named_before(second, name):
    first = "„Wir bleiben hier“, sagte die Bürgermeisterin Anna Keller."
    assert [row[2] for row in read("de", first, second)] == ["Anna Keller", name]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Laut Gesetz muss das Wehr zu sein.", "Gesetz", "unnamed"),
        ("Laut E-Health Gesetz ist das Wehr zu.", "E-Health Gesetz", "unnamed"),
        ("Laut Jahresbericht ist das Wehr zu.", "Jahresbericht", "publication"),
        ("Laut Bericht der Ortaer Post ist das Wehr zu.", "Bericht der Ortaer Post", "publication"),
        ("Laut Polizei ist das Wehr zu.", "Polizei", "organisation"),
        ("Laut Umweltministerium ist das Wehr zu.", "Umweltministerium", "organisation"),
        ("Laut Brandt ist das Wehr zu.", "Brandt", "person"),
        ("Laut Konrad Plan ist das Wehr zu.", "Konrad Plan", "person"),
    ],
)
def test_after_laut_a_document_is_no_person_and_laut_is_no_part_of_a_name(sentence, name, kind):
    assert [(v.name, str(v.kind)) for v in voices_in("de", sentence).values()] == [(name, kind)]


def test_a_person_named_like_a_text_stays_a_person():
    found = read("de", "Konrad Plan leitet das Werk. „Wir sind bereit“, sagte Plan.")
    assert [name for _, _, name in found] == ["Konrad Plan"]


def test_reported_speech_continues_while_its_verbs_are_in_the_subjunctive():
    found = read("de", "Das Wehr sei undicht, sagte Anna Keller. Man habe es „lange“ gewusst. Alle gingen heim.")
    assert found == [
        ("indirect", ["Das Wehr sei undicht"], "Anna Keller"),
        ("mixed", ["Man habe es „lange“ gewusst"], "Anna Keller"),
    ]
    assert len(read("de", "Das Wehr sei undicht, sagte Anna Keller. Ich habe es gewusst.")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Auch Uwo Lang, der Wirt, zählt die Tage.",
        "Auch Uwo Lang, der dort lebt, zählt.",
        "Wirt Uwo Lang zählt die Tage.",
    ],
)
def test_the_gender_of_words_next_to_a_name_resolves_a_pronoun(sentence):
    found = read("de", "„Ja“, sagte Jonas Brandt. „Nein“, sagte Anna Keller.", f"{sentence} „Es sind viele“, sagt er.")
    assert found[-1] == ("direct", ["„Es sind viele“"], "Uwo Lang")


def test_an_office_is_resolved_after_many_quotations():
    others = [f"„Nein“, sagte Jonas Brand{letter}." for letter in "abcdefghijklmnop"]
    found = read("de", "„Ja“, sagte Ministerin Anna Keller.", *others, "„Doch“, sagte die Ministerin dem Boten.")
    assert found[-1] == ("direct", ["„Doch“"], "Anna Keller")


def test_two_adjacent_block_quotes_have_one_speaker():
    found = read("de", "Jonas Brandt schrieb:", "Es reicht.", "Ich gehe.", quotes=(1, 2))
    assert found == [("block", ["Es reicht."], "Jonas Brandt"), ("block", ["Ich gehe."], "Jonas Brandt")]


def test_titles_distinguish_two_people_of_one_surname():
    found = read(
        "de",
        "„Ja“, sagte Anna Keller. „Nein“, sagte Uwe Keller.",
        "„Doch“, sagte Frau Keller. „Nie“, sagte Herr Keller.",
    )
    assert [row[2] for row in found] == ["Anna Keller", "Uwe Keller", "Anna Keller", "Uwe Keller"]


def test_a_full_name_in_the_authors_words_names_a_later_speaker():
    assert [row[2] for row in read("de", KELLER, "„Wir bleiben hier“, sagte Keller.")] == ["Anna Keller"]


def test_a_paragraph_after_a_colon_is_a_block_by_the_source_of_its_lead_in():
    words = "Wir haben das Wehr zehn Jahre lang gepflegt. Nun ist Schluss."
    assert read("de", "Jonas Brandt schrieb:", words) == [("block", [words], "Jonas Brandt")]
    assert read("de", "Laut Jonas Brandt:", words) == [("block", [words], "Jonas Brandt")]
    assert read("de", "Jonas Brandt zufolge:", words) == [("block", [words], "Jonas Brandt")]
    assert read("de", "Jonas Brandt:", words) == [("block", [words], "Jonas Brandt")]
    assert read("de", "Das ist die Liste:", words) == []


def test_a_block_quote_of_the_source_is_one_with_its_later_paragraphs():
    found = read("de", "Jonas Brandt schrieb:", "Es reicht.", "Ich gehe.", quotes=(1, 2), continued=(2,))
    assert found == [("block", ["Es reicht.", "Ich gehe."], "Jonas Brandt")]


def test_the_turns_of_an_interview_belong_to_the_person_answering():
    found = read("de", "FRAGE: Wie lange noch?", "BRANDT: Bis Mai.", "FRAGE: Und dann?", "BRANDT: Dann ist Schluss.")
    assert found == [("block", ["Bis Mai."], "BRANDT"), ("block", ["Dann ist Schluss."], "BRANDT")]


@pytest.mark.parametrize(
    ("sentence", "name", "kind", "role"),
    [
        ("„Ja“, sagte die Bürgermeisterin Anna Keller.", "Anna Keller", "official", "Bürgermeisterin"),
        ("„Ja“, sagte Uwe Lang, Leiter der Werft.", "Uwe Lang", "person", "Leiter der Werft"),
        ("„Ja“, sagte Dr. Ida Sommer.", "Ida Sommer", "expert", None),
        ("„Ja“, sagte die Polizei.", "Polizei", "organisation", None),
        ("„Ja“, sagte eine Anwohnerin.", "eine Anwohnerin", "unnamed", None),
        ("„Ja“, sagte Jonas Brandt.", "Jonas Brandt", "person", None),
        ("Laut einem Bericht der Werft sei das Wehr undicht.", "ein Bericht der Werft", "publication", None),
    ],
)
def test_a_role_next_to_a_name_describes_the_voice(sentence, name, kind, role):
    voice = voices_in("de", sentence)[name]
    assert (str(voice.kind), voice.role) == (kind, role)


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("einem Bericht der Werft", "ein Bericht der Werft"),
        ("Einem Bericht", "Ein Bericht"),
        ("einer Studie", "eine Studie"),
        ("einer neuen Studie der Werft", "eine neue Studie der Werft"),
        ("eines Sprechers", "ein Sprecher"),
        ("einem Zeugen", "ein Zeuge"),
        ("einem hohen Beamten", "ein hoher Beamter"),
        ("seinem Anwalt", "sein Anwalt"),
        ("dem Ministerium", "Ministerium"),
        ("dem neuen Ministerium", "neue Ministerium"),
        ("ein Anwohner", "ein Anwohner"),
        ("eine Sprecherin", "eine Sprecherin"),
        ("Anna Keller", "Anna Keller"),
        ("einem neuen Dings", "einem neuen Dings"),
        ("einem rosa Beamten", "einem rosa Beamten"),
        ("einer von ihnen", "einer von ihnen"),
    ],
)
def test_a_source_is_shown_in_the_nominative(phrase, shown):
    assert nominative(phrase, load("de")) == shown


def test_an_office_in_the_dative_is_resolved():
    found = read("de", "„Ja“, sagte Bürgermeister Uwe Lang.", "Laut dem Bürgermeister ist das Wehr undicht.")
    assert [row[2] for row in found] == ["Uwe Lang"] * 2


def test_the_mention_is_the_whole_phrase():
    assert mentions("de", "„Ja“, sagte die Bürgermeisterin Anna Keller am Montag.") == [
        "die Bürgermeisterin Anna Keller"
    ]
    assert mentions("de", "„Ja“, sagte Anna Keller, Sprecherin der Werft.") == ["Anna Keller, Sprecherin der Werft"]
