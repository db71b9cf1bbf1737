"""Moments that only point: *in the coming weeks*, *in recent days*, *the next morning*, *later that night*."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tui.details.dates.calendars import HOURS, Anchor, between, open_moment, step_days
from tui.details.dates.date_rules import DateRule, Trigger, compiled
from tui.model.detail import Moment

_VAGUE: Final = compiled(
    r"""
    \b(?:in|over|during|within|for|through|throughout)[ ](?P<span>(?:the[ ])?(?P<which>coming|next|recent|last|past)[ ]
       (?P<unit>days|weeks|months))\b
    """
)
_PART: Final = compiled(
    r"""
    \b(?:
      (?P<step>the[ ](?:next|following|previous|preceding))[ ](?:(?:early|late)[ ])?(?P<part>morning|afternoon|evening|night)
     |(?:(?:earlier|later|early|late)[ ])?(?P<same>that|the[ ]same|that[ ]same)[ ](?P<part2>morning|afternoon|evening|night)
     |the[ ](?P<part3>morning|afternoon|evening|night)[ ](?P<side>before|after)(?=[ ]?[.,;]|[ ](?:in|at|on)\b|$)
    )\b
    """
)
_LENGTHS: Final = {"days": 7, "weeks": 45, "months": 270}
"""The most days that units which are not counted mean: more of them would be told in the next unit."""
_BACK: Final = ("previous", "preceding")


def _vague(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``in the coming weeks``, ``in recent days`` from the day of publishing."""
    if anchor.published is None:
        return open_moment()
    there = timedelta(_LENGTHS[m["unit"].lower()])
    if m["which"].lower() in {"coming", "next"}:
        return between(anchor.published, anchor.published + there)
    return between(anchor.published - there, anchor.published)


def _part(m: re.Match[str], anchor: Anchor) -> Moment | None:
    """Resolve ``the next morning``, ``that night``, ``the night before`` from the day named last."""
    hours = HOURS[(m["part"] or m["part2"] or m["part3"]).lower()]
    back = m["side"] == "before" or (bool(m["step"]) and m["step"].lower().endswith(_BACK))
    step = 0 if m["same"] else -1 if back else 1
    there = step_days(anchor.named, step) if anchor.named else None
    return replace(there, minutes=hours) if there else None


RULES: Final = (
    DateRule(_VAGUE, Trigger.PERIOD, _vague),
    DateRule(_PART, Trigger.DAY, _part),
)
"""Moments that only point."""
