"""Probability: what fitted weights make of the features of a pair or of a fact."""

import math
from collections.abc import Mapping


def probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return the probability, 0 to 1, of a logistic model; a feature that has no weight counts nothing."""
    log_odds = sum(weights[name] * value for name, value in features.items() if value and name in weights)
    return 1 / (1 + math.exp(-log_odds))
