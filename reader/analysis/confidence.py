"""Confidence: how often a speaker who is known in this way is the right one, as measured on annotated articles."""

from reader.analysis.words.weights import weights


def confidence(way: str) -> float:
    """The share of speakers known in a way of `voices.ways` who are right in an article that no rule was made from."""
    return weights()["confidence"].get(way, 0.0)
