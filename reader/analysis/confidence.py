"""How often a speaker who was identified in a given way is right, as measured on annotated articles."""

from reader.analysis.words.weights import weights


def confidence(way: str) -> float:
    """The share of speakers known in a way of `voices.ways` who are right in an article that no rule was made from."""
    return weights()["confidence"].get(way, 0.0)
