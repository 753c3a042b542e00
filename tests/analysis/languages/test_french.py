"""French sentences: inverted verbs, incises inside the marks, elided words, and dashes that open direct speech."""

import pytest

from tests.analysis.languages.analysed_texts import read, voices_in

SENTENCES = [
    ("Claire Dubois, qui dirige l’usine, a dit : « Oui. »", "direct", ["« Oui. »"], "Claire Dubois"),
    ("L’avocat de la ville, Me Luc Morin, s’étonne : « Oui ? »", "direct", ["« Oui ? »"], "Luc Morin"),
    ("« Tout va bien », a dit, lundi, Anne Petit.", "direct", ["« Tout va bien »"], "Anne Petit"),
    ("Anne Petit, de son côté, demande : « Pourquoi ? »", "direct", ["« Pourquoi ? »"], "Anne Petit"),
    ("« C’est trop tard », prédit Luc Morin.", "direct", ["« C’est trop tard »"], "Luc Morin"),
    ("Anne Petit, elle, demande : « Pourquoi ? »", "direct", ["« Pourquoi ? »"], "Anne Petit"),
    ("« C’est un scandale », s’est emporté Luc Morin.", "direct", ["« C’est un scandale »"], "Luc Morin"),
    ("Luc Morin, 54 ans, a dit qu’il restait ici.", "indirect", ["il restait ici"], "Luc Morin"),
    ("Comme l’a indiqué la police, personne n’est mort.", "indirect", ["personne n’est mort"], "police"),
    ("Pour le maire, « c’est une honte ».", "direct", ["« c’est une honte »"], "maire"),
    ("Anne Petit et Luc Morin ont dit : « Oui. »", "direct", ["« Oui. »"], "Anne Petit et Luc Morin"),
    ("« Nous restons ici », a déclaré Claire Dubois.", "direct", ["« Nous restons ici »"], "Claire Dubois"),
    ("« Nous restons ici », dit Claire Dubois.", "direct", ["« Nous restons ici »"], "Claire Dubois"),
    (
        "« Nous restons, a déclaré Claire Dubois, et nous gagnerons. »",
        "direct",
        ["« Nous restons", "et nous gagnerons. »"],
        "Claire Dubois",
    ),
    (
        "« Nous restons », a dit la maire de Valmont, Claire Dubois, lundi. « Tous. »",
        "direct",
        ["« Nous restons »", "« Tous. »"],
        "Claire Dubois",
    ),
    (
        "« Pourquoi maintenant ? » s’interroge Luc Morin, pêcheur à Valmont.",
        "direct",
        ["« Pourquoi maintenant ? »"],
        "Luc Morin",
    ),
    (
        "— Nous restons, dit Claire Dubois. Nous sommes prêts.",
        "direct",
        ["Nous restons", "Nous sommes prêts."],
        "Claire Dubois",
    ),
    ("« Personne ne nous écoute », regrette un riverain.", "direct", ["« Personne ne nous écoute »"], "un riverain"),
    ("“Personne ne nous écoute”, regrette Luc Morin.", "direct", ["“Personne ne nous écoute”"], "Luc Morin"),
    ("Interrogé lundi, Luc Morin a répondu : « Non. »", "direct", ["« Non. »"], "Luc Morin"),
    ("Luc Morin : « Jamais. »", "direct", ["« Jamais. »"], "Luc Morin"),
    (
        "« Le niveau baisse », s’est inquiétée l’hydrologue Anne Petit. « Il faut agir. »",
        "direct",
        ["« Le niveau baisse »", "« Il faut agir. »"],
        "Anne Petit",
    ),
    ("« C’est une honte », lui a répondu Luc Morin.", "direct", ["« C’est une honte »"], "Luc Morin"),
    (
        "« On verra bien », a lancé à la foule le président du conseil, Luc Morin.",
        "direct",
        ["« On verra bien »"],
        "Luc Morin",
    ),
    ("Luc Morin l’a dit : « C’est fini. »", "direct", ["« C’est fini. »"], "Luc Morin"),
    ("Selon Luc Morin, le barrage est fermé depuis mai.", "indirect", ["le barrage est fermé depuis mai"], "Luc Morin"),
    (
        "Le barrage, selon le préfet, est fermé depuis mai.",
        "indirect",
        ["Le barrage", "est fermé depuis mai"],
        "préfet",
    ),
    ("D’après l’association Rives Vives, l’eau remonte.", "indirect", ["l’eau remonte"], "association Rives Vives"),
    (
        "Le barrage est fermé depuis mai, a indiqué la préfecture.",
        "indirect",
        ["Le barrage est fermé depuis mai"],
        "préfecture",
    ),
    ("Luc Morin a expliqué qu’il ne partirait pas.", "indirect", ["il ne partirait pas"], "Luc Morin"),
    (
        "La ministre de l’Eau, Jeanne Morel, a assuré que le projet était « presque prêt ».",
        "mixed",
        ["le projet était « presque prêt »"],
        "Jeanne Morel",
    ),
    ("Les riverains n’ont pas dit s’ils partiraient.", "indirect", ["ils partiraient"], "riverains"),
    (
        "« Le projet est mort », a assuré Me Paul d’Orval, avocat de la ville.",
        "direct",
        ["« Le projet est mort »"],
        "Paul d’Orval",
    ),
    (
        "« Il a dit “jamais”, et je le crois », raconte Anne Petit.",
        "direct",
        ["« Il a dit “jamais”, et je le crois »"],
        "Anne Petit",
    ),
    ("Claire Dubois, maire de Valmont, a écrit : « C’est fini. »", "direct", ["« C’est fini. »"], "Claire Dubois"),
]


@pytest.mark.parametrize(("sentence", "kind", "parts", "name"), SENTENCES, ids=[row[0][:40] for row in SENTENCES])
def test_a_french_sentence_has_its_speaker(sentence, kind, parts, name):
    assert read("fr", sentence) == [(kind, parts, name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle lit « Les Vagues » le soir.",
        "Le barrage est fermé depuis mai.",
        "Le « grand soir » n’est pas venu.",
        "Il a demandé trois cafés et il est parti.",
    ],
)
def test_words_without_a_speaker_are_no_quotation(sentence):
    assert read("fr", sentence) == []


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("« C’est long », a-t-elle reconnu.", "Claire Dubois"),
        ("« C’est long, explique-t-elle, et c’est cher. »", "Claire Dubois"),
        ("« C’est long », a ajouté Mme Dubois.", "Claire Dubois"),
        ("« C’est long », a ajouté la maire.", "Claire Dubois"),
        ("« C’est long », a tranché l’élue.", "élue"),
        ("Elle a ajouté : « C’est long. »", "Claire Dubois"),
        ("Enfin, demande-t-elle : « C’est long ? »", "Claire Dubois"),
        ("« C’est bien trop long. »", "Claire Dubois"),
        ("« C’est long », a-t-il reconnu.", None),
        ("« C’est long », a reconnu M. Morin.", "Morin"),
    ],
)
def test_later_quotations_belong_to_the_person_named_before(second, name):
    first = "« Nous restons », a dit la maire de Valmont, Claire Dubois."
    assert [row[2] for row in read("fr", first, second)] == ["Claire Dubois", name]


def test_a_dialogue_with_dashes_has_several_speakers():
    found = read("fr", "— Nous restons ici tout l’hiver, dit Luc Morin.", "— Vous n’avez donc pas peur ?")
    assert [row[2] for row in found] == ["Luc Morin", None]


def test_a_role_next_to_a_name_describes_the_voice():
    voices = voices_in("fr", "« Oui », a dit l’hydrologue Anne Petit. « Non », a dit la préfecture.")
    assert [(v.name, str(v.kind), v.role) for v in voices.values()] == [
        ("Anne Petit", "expert", "hydrologue"),
        ("préfecture", "organisation", None),
    ]


def test_a_paragraph_after_a_colon_is_a_block_by_the_source_of_its_lead_in():
    words = "Nous avons entretenu ce barrage pendant dix ans. C’est fini."
    assert read("fr", "Le maire a écrit :", words) == [("block", [words], "maire")]


def test_a_name_after_an_unlisted_noun_is_the_speaker():
    assert read("fr", "« Nous restons », a dit le vainqueur, Paul Verdier.") == [
        ("direct", ["« Nous restons »"], "Paul Verdier")
    ]
    assert read("fr", "« Nous restons », a dit le vainqueur.")[0][2] == "vainqueur"
