"""How often a speaker who was identified in a given way is right, as measured on annotated articles."""

from reader.analysis.words.weights import weights


def confidence(way: str) -> float:
    """Return the share of right speakers for a way of identifying them, in articles that no rule was written from."""
    return weights()["confidence"].get(way, 0.0)
