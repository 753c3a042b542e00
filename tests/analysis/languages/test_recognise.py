"""The language of a text is recognised by its words, else by what its source states."""

from dataclasses import replace

import pytest

from reader.analysis import analyse, analyse_quotations
from reader.analysis.languages.recognise import recognise_language
from tests.analysis.short_attribution import article

TEXTS = {
    "en": (
        "The weir has been shut since May, and nobody in the town knows when it will be opened again. The mayor said"
        " that she would ask the ministry about it, but that was before the flood, and it is not the only thing that"
        " has to be repaired before the winter."
    ),
    "de": (
        "Das Wehr ist seit Mai geschlossen, und niemand in der Stadt weiß, wann es wieder geöffnet wird. Die"
        " Bürgermeisterin sagte, dass sie das Ministerium fragen werde, aber das war vor dem Hochwasser, und es ist nicht"
        " das Einzige, was vor dem Winter noch repariert werden muss."
    ),
    "fr": (
        "Le barrage est fermé depuis mai, et personne dans la ville ne sait quand il sera rouvert. La maire a dit"
        " qu’elle poserait la question au ministère, mais c’était avant la crue, et ce n’est pas la seule chose qu’il"
        " faut réparer avant l’hiver."
    ),
    "es": (
        "La presa está cerrada desde mayo y nadie en la ciudad sabe cuándo se abrirá de nuevo. La alcaldesa dijo que"
        " preguntaría al ministerio, pero eso fue antes de la crecida, y no es lo único que hay que reparar antes del"
        " invierno."
    ),
}
UNKNOWN = {
    "nl": (
        "De stuw is sinds mei dicht en niemand in de stad weet wanneer hij weer opengaat. De burgemeester zei dat ze het"
        " aan het ministerie zou vragen, maar dat was voor de overstroming, en het is niet het enige dat voor de winter"
        " hersteld moet worden."
    ),
    "it": (
        "La diga è chiusa da maggio e nessuno in città sa quando sarà riaperta. La sindaca ha detto che lo avrebbe"
        " chiesto al ministero, ma era prima della piena, e non è la sola cosa che bisogna riparare prima dell’inverno."
    ),
    "pt": (
        "A barragem está fechada desde maio e ninguém na cidade sabe quando será reaberta. A presidente da câmara disse"
        " que perguntaria ao ministério, mas isso foi antes da cheia, e não é a única coisa que é preciso reparar antes"
        " do inverno."
    ),
    "sv": (
        "Dammen har varit stängd sedan maj och ingen i staden vet när den öppnas igen. Borgmästaren sade att hon skulle"
        " fråga departementet, men det var före översvämningen, och det är inte det enda som måste lagas före vintern."
    ),
    "ru": "Плотина закрыта с мая, и никто в городе не знает, когда её откроют. Мэр сказала, что спросит министерство.",
    "ja": "堰は五月から閉まっていて、いつ開くのか町の誰も知らない。町長は省に尋ねると述べた。",
    "el": "Το φράγμα είναι κλειστό από τον Μάιο και κανείς στην πόλη δεν ξέρει πότε θα ανοίξει ξανά.",
}


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("stated", [None, "de", "en-GB", "fr_FR", "nl"])
def test_the_words_of_a_text_decide_its_language_whatever_the_source_states(code, stated):
    made = replace(article(TEXTS[code]), language=stated)
    assert recognise_language(made).code == code


@pytest.mark.parametrize("code", UNKNOWN)
@pytest.mark.parametrize("state", [True, False])
def test_a_language_without_a_folder_is_unknown(code, state):
    made = replace(article(UNKNOWN[code]), language=code if state else None)
    assert recognise_language(made).code == ""


@pytest.mark.parametrize(
    ("words", "stated", "code"),
    [
        ("“We stay,” said Ada Roe.", None, "en"),
        ("Orta 3, Valmor 1", None, "en"),
        ("", None, "en"),
        ("Orta 3, Valmor 1", "de", "de"),
        ("„Wir bleiben“, sagte sie, und das war es dann auch.", None, "de"),
        ("Orta 3, Valmor 1", "nl", ""),
        ("Orta 3, Valmor 1", "en", "en"),
    ],
)
def test_a_short_text_has_the_stated_language_else_english(words, stated, code):
    assert recognise_language(replace(article(words) if words else article(), language=stated)).code == code


def test_an_analysis_names_the_language_of_the_text():
    assert {code: analyse(article(text)).language for code, text in TEXTS.items()} == {code: code for code in TEXTS}
    assert {analyse(article(text)).language for text in UNKNOWN.values()} == {""}
    assert analyse_quotations(replace(article(TEXTS["de"]), language="en")).language == "de"


def test_an_analysis_says_what_is_unknown_about_a_text_that_is_not_english():
    assert analyse(article(TEXTS["en"])).note == ""
    assert analyse(article(TEXTS["de"])).note.startswith("Read as German, in part only: ")
    assert analyse(article(UNKNOWN["it"])).note.startswith("Language not known: a speaker is found only where ")
    stated = replace(article(UNKNOWN["it"]), language="it")
    assert analyse(stated).note.startswith("Language not known (its source says “it”): ")
