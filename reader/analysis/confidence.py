"""Give the measured share of right speakers for each way of identifying them, from annotated articles."""

from reader.analysis.words.weights import weights


def confidence(way: str) -> float:
    """Return the share of right speakers for a way of identifying them, in articles not used to write the rules."""
    return weights()["confidence"].get(way, 0.0)
