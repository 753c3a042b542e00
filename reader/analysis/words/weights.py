"""Read the weights of named features in scored decisions from data/weights.json."""

import json
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from pathlib import Path


@cache
def weights() -> dict[str, dict[str, float]]:
    """Return the weights by decision and feature."""
    loaded: dict[str, dict[str, float]] = json.loads(
        (Path(__file__).parent / "data" / "weights.json").read_text(encoding="utf-8")
    )["weights"]
    return loaded


def score(decision: str, features: Iterable[str]) -> float:
    """Return the decision's "bias" plus the weights of the features; an unknown feature counts 0.

    Args:
        decision: The name of the decision in data/weights.json.
        features: The features that hold.
    """
    table = weights()[decision]
    return table.get("bias", 0.0) + sum(map(table.get, features, repeat(0.0)))
