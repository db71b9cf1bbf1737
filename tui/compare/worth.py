"""How likely it is that a reader finds two parted mentions of linked passages worth a look."""

import math
from typing import Final

from tui.compare.bond import Bond
from tui.compare.mention import Mention
from tui.compare.story import Story
from tui.compare.values import Standing

_WEIGHTS: Final[dict[str, float]] = {
    "alone": 0.54,
    "alone and alike": 0.43,
    "doubt day": -0.33,
    "doubt event": -0.32,
    "doubt loose": -0.26,
    "doubt marked": 0.10,
    "doubt names": -0.11,
    "doubt place": -0.11,
    "doubt relation": -0.20,
    "doubt role": 0.16,
    "doubt size": -0.87,
    "doubt subject": -0.19,
    "doubt thing": -1.39,
    "doubt view": 0.17,
    "doubt who": -0.42,
    "inside": 1.17,
    "likeness": 0.20,
    "sign close": 0.41,
    "sign event": 0.79,
    "sign list": -0.76,
    "sign names": 0.26,
    "sign order": 1.36,
    "sign role": -0.17,
    "sign thing": 0.52,
    "sign verb": 0.31,
    "sign who": -0.18,
    "sign words": 0.34,
    "always": -2.95,
}
"""The weight of each sign and doubt, fitted by logistic regression on hand-made sheets (``tests/measure/fit_worth.py``)."""


def features(story: Story, a: Mention, b: Mention, evidence: Bond) -> dict[str, float]:
    """Return what the judgement rests on, by name: signs, doubts, the link, and whether each passage has but one such figure."""
    likeness = story.alike(a.passage.id, b.passage.id)
    alone = float(not a.siblings and not b.siblings)
    found = {f"sign {sign.name.lower()}": 1.0 for sign in evidence.signs} | {
        f"doubt {doubt.name.lower()}": 1.0 for doubt in evidence.doubts
    }
    inside = float(evidence.standing is Standing.INSIDE)
    return found | {"likeness": likeness, "alone": alone, "alone and alike": alone * likeness, "inside": inside, "always": 1.0}


def worth(story: Story, a: Mention, b: Mention, evidence: Bond) -> float:
    """Return the probability, 0 to 1, that a fact-checker would circle two mentions whose values are not equal."""
    log_odds = sum(_WEIGHTS.get(name, 0.0) * value for name, value in features(story, a, b, evidence).items())
    return 1 / (1 + math.exp(-log_odds))
