"""Put a phrase into the nominative: “laut einem Bericht” is shown as “ein Bericht”."""

from reader.analysis.languages.language_data import Language

_STRONG = {"m": "er", "n": "es"}  # endings of an adjective after "ein"


def nominative(phrase: str, language: Language) -> str:
    """Return a noun phrase in the nominative, by the language's table of articles; any other phrase unchanged.

    The noun loses its case ending where this gives a noun of the list of roles ("einem Zeugen", "eines Sprechers").
    Where the ending of an adjective before it depends on an unknown gender, the phrase is unchanged.
    """
    first, *words = phrase.split(" ")
    article = language.nominatives.get(first.lower())
    at = next((index for index, word in enumerate(words) if word[:1].isupper()), None)
    if article is None or at is None:
        return phrase
    feminine = article.endswith("e")
    noun = words[at] if feminine else _noun(words[at], language)
    gender = (language.role(noun.lower()) or ("", ""))[1]
    ending = "e" if feminine or not article else _STRONG.get(gender, "")
    if at and not (ending and all(word.endswith("en") for word in words[:at])):
        return phrase
    adjectives = (word[:-2] + ending for word in words[:at])
    said = [article, *adjectives, noun, *words[at + 1 :]]
    shown = " ".join(filter(None, said))
    return shown[:1].upper() + shown[1:] if first[:1].isupper() else shown


def _noun(noun: str, language: Language) -> str:
    """A noun without the ending of the dative or genitive: "Zeuge" of "Zeugen", "Beamter" of "Beamten"."""
    if language.role(noun.lower()) is not None:
        return noun
    endings = {"n": ("", "r"), "s": ("",)}.get(noun[-1], ())
    stems = [noun[:-1] + ending for ending in endings] + ([noun[:-2]] if noun.endswith(("es", "en")) else [])
    return next((stem for stem in stems if language.role(stem.lower()) is not None), noun)
