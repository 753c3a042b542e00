"""Read the weights of named features in scored decisions from the files data/weights.json."""

import json
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from pathlib import Path

_ANALYSIS = Path(__file__).parents[1]


@cache
def weights(package: str = "words") -> dict[str, dict[str, float]]:
    """Return the weights by decision and feature.

    Args:
        package: The subpackage of `reader.analysis` whose folder `data` has the file: "words" or "argument".
    """
    path = _ANALYSIS / package / "data" / "weights.json"
    loaded: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return loaded


def score(decision: str, features: Iterable[str], package: str = "words") -> float:
    """Return the decision's "bias" plus the weights of the features; an unknown feature counts 0.

    Args:
        decision: The name of the decision in the file.
        features: The features that hold.
        package: As in `weights`.
    """
    table = weights(package)[decision]
    return table.get("bias", 0.0) + sum(map(table.get, features, repeat(0.0)))
