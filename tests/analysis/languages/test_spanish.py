"""Spanish sentences: inverted verbs, omitted subjects, phrases, and dashes around direct speech."""

import pytest

from tests.analysis.languages.analysed_texts import read, voices_in

SENTENCES = [
    ("Lucía Ruiz, que dirige la presa, dijo: «Sí».", "direct", ["«Sí»"], "Lucía Ruiz"),
    ("Lucía Ruiz, por su parte, aseguró que no dimitiría.", "indirect", ["no dimitiría"], "Lucía Ruiz"),
    ("El lunes, la alcaldesa Lucía Ruiz dijo: «Sí».", "direct", ["«Sí»"], "Lucía Ruiz"),
    ("«Sí», había dicho antes Lucía Ruiz.", "direct", ["«Sí»"], "Lucía Ruiz"),
    ("«No es verdad», ha dicho la dirigente Ana Soto.", "direct", ["«No es verdad»"], "Ana Soto"),
    ("«Es un escándalo», se indignó Marcos Vega.", "direct", ["«Es un escándalo»"], "Marcos Vega"),
    ("Marcos Vega, de 54 años, dijo que no dimitiría.", "indirect", ["no dimitiría"], "Marcos Vega"),
    ("Como informó la policía, nadie resultó herido.", "indirect", ["nadie resultó herido"], "policía"),
    ("Ana Soto y Marcos Vega dijeron: «Sí».", "direct", ["«Sí»"], "Ana Soto y Marcos Vega"),
    ("«Nos quedamos aquí», dijo Lucía Ruiz.", "direct", ["«Nos quedamos aquí»"], "Lucía Ruiz"),
    ("“Nos quedamos aquí”, dijo Lucía Ruiz.", "direct", ["“Nos quedamos aquí”"], "Lucía Ruiz"),
    (
        "«Nos quedamos», afirmó el lunes la alcaldesa de Valmor, Lucía Ruiz. «Todos».",
        "direct",
        ["«Nos quedamos»", "«Todos»"],
        "Lucía Ruiz",
    ),
    ("«La presa», dijo Marcos Vega, «está cerrada».", "direct", ["«La presa»", "«está cerrada»"], "Marcos Vega"),
    (
        "«La presa está cerrada», ha explicado el portavoz del ayuntamiento, Marcos Vega.",
        "direct",
        ["«La presa está cerrada»"],
        "Marcos Vega",
    ),
    (
        "«¿Por qué ahora?», se preguntó Tomás Ibarra, pescador de Valmor.",
        "direct",
        ["«¿Por qué ahora?»"],
        "Tomás Ibarra",
    ),
    ("—Nos quedamos —dijo Lucía Ruiz—. Todos nosotros.", "direct", ["Nos quedamos", "Todos nosotros."], "Lucía Ruiz"),
    ("«Nadie nos preguntó», lamenta un vecino.", "direct", ["«Nadie nos preguntó»"], "un vecino"),
    (
        "«El nivel baja», alertó en rueda de prensa la hidróloga Ana Soto. «Hay que actuar».",
        "direct",
        ["«El nivel baja»", "«Hay que actuar»"],
        "Ana Soto",
    ),
    ("«Es una vergüenza», le respondió Marcos Vega a la alcaldesa.", "direct", ["«Es una vergüenza»"], "Marcos Vega"),
    ("Tomás Ibarra: «Jamás».", "direct", ["«Jamás»"], "Tomás Ibarra"),
    ("Marcos Vega dijo: «La presa está cerrada».", "direct", ["«La presa está cerrada»"], "Marcos Vega"),
    ("Dijo Marcos Vega: «La presa está cerrada».", "direct", ["«La presa está cerrada»"], "Marcos Vega"),
    ("Marcos Vega calificó el plan de «absurdo y caro».", "direct", ["«absurdo y caro»"], "Marcos Vega"),
    (
        "Según Marcos Vega, la presa está cerrada desde mayo.",
        "indirect",
        ["la presa está cerrada desde mayo"],
        "Marcos Vega",
    ),
    (
        "La presa, según la policía, está cerrada desde mayo.",
        "indirect",
        ["La presa", "está cerrada desde mayo"],
        "policía",
    ),
    ("De acuerdo con el informe, el agua sube cada año.", "indirect", ["el agua sube cada año"], "informe"),
    (
        "La presa está cerrada desde mayo, informó el ayuntamiento.",
        "indirect",
        ["La presa está cerrada desde mayo"],
        "ayuntamiento",
    ),
    ("La presa, dijo Marcos Vega, está cerrada.", "indirect", ["La presa", "está cerrada"], "Marcos Vega"),
    ("El ministro Ruiz dijo que no se marcharía.", "indirect", ["no se marcharía"], "Ruiz"),
    (
        "La ministra de Aguas, Elena Prado, aseguró que el plan era «casi perfecto».",
        "mixed",
        ["el plan era «casi perfecto»"],
        "Elena Prado",
    ),
    ("Los vecinos denuncian que nadie les avisó.", "indirect", ["nadie les avisó"], "vecinos"),
    ("«No me voy», contestó María del Río.", "direct", ["«No me voy»"], "María del Río"),
    ("Lucía Ruiz, alcaldesa de Valmor, escribió: «Se acabó».", "direct", ["«Se acabó»"], "Lucía Ruiz"),
]


@pytest.mark.parametrize(("sentence", "kind", "parts", "name"), SENTENCES, ids=[row[0][:40] for row in SENTENCES])
def test_a_spanish_sentence_has_its_speaker(sentence, kind, parts, name):
    assert read("es", sentence) == [(kind, parts, name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lee «Las olas» por la noche.",
        "La presa está cerrada desde mayo.",
        "El «gran día» no llegó.",
        "El dicho de los pescadores es viejo.",
    ],
)
def test_words_without_a_speaker_are_no_quotation(sentence):
    assert read("es", sentence) == []


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("«Nadie nos preguntó», añadió.", "Lucía Ruiz"),
        ("«Nadie —añadió— nos preguntó».", "Lucía Ruiz"),
        ("«Nadie nos preguntó», añadió Ruiz.", "Lucía Ruiz"),
        ("«Nadie nos preguntó», añadió la señora Ruiz.", "Lucía Ruiz"),
        ("«Nadie nos preguntó», añadió la alcaldesa.", "Lucía Ruiz"),
        ("Ella misma añadió: «Nadie nos preguntó».", "Lucía Ruiz"),
        ("«Nadie nos preguntó nunca nada».", "Lucía Ruiz"),
        ("«Nadie nos preguntó», añadió él.", None),
    ],
)
def test_later_quotations_belong_to_the_person_named_before(second, name):
    first = "«Nos quedamos», afirmó la alcaldesa de Valmor, Lucía Ruiz."
    assert [row[2] for row in read("es", first, second)] == ["Lucía Ruiz", name]


def test_a_cue_between_dashes_splits_the_quoted_words():
    found = read("es", "«Todavía faltan —añadió Ana Soto— las mediciones de mayo».")
    assert found == [("direct", ["«Todavía faltan", "las mediciones de mayo»"], "Ana Soto")]


@pytest.mark.parametrize(
    "sentence", ["Para Ana Soto es un error: «Hay que actuar».", "Ana Soto no lo ve así: «Hay que actuar»."]
)
def test_the_subject_of_a_sentence_before_a_colon_is_the_source(sentence):
    assert read("es", sentence) == [("direct", ["«Hay que actuar»"], "Ana Soto")]


def test_a_role_next_to_a_name_describes_the_voice():
    voices = voices_in("es", "«Sí», dijo la hidróloga Ana Soto. «No», respondió el ayuntamiento.")
    assert [(v.name, str(v.kind), v.role) for v in voices.values()] == [
        ("Ana Soto", "expert", "hidróloga"),
        ("ayuntamiento", "organisation", None),
    ]


def test_a_paragraph_after_a_colon_is_a_block_by_the_source_of_its_lead_in():
    words = "Hemos cuidado esta presa durante diez años. Se acabó."
    assert read("es", "El alcalde escribió:", words) == [("block", [words], "alcalde")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Rosa Ferro llegó tarde. Aseguró que la presa está cerrada.",
            ("indirect", "la presa está cerrada", "Rosa Ferro"),
        ),
        ("«Es tarde», dijo Rosa Ferro. Dijo que hay que cerrar.", ("indirect", "hay que cerrar", "Rosa Ferro")),
        (
            "«Es tarde», dijo Rosa Ferro. La presa está cerrada, explicó.",
            ("indirect", "La presa está cerrada", "Rosa Ferro"),
        ),
        ("«Es tarde», dijo Rosa Ferro. Iván Duero conduce. «No», cuenta.", ("direct", "«No»", "Iván Duero")),
        ("Rosa Ferro llegó. «Es tarde», dijo a la emisora Radio Orta.", ("direct", "«Es tarde»", "Rosa Ferro")),
        ("«Es tarde», dijo el ganador, Iván Duero.", ("direct", "«Es tarde»", "Iván Duero")),
    ],
)
def test_a_verb_without_a_subject_takes_the_last_named_person(text, last):
    kind, [words], name = read("es", text)[-1]
    assert (kind, words, name) == last


def test_a_verb_without_a_subject_inside_a_sentence_has_no_source():
    assert read("es", "Rosa Ferro llegó tarde. Hay que decir que llueve mucho aquí.") == []
