"""Captions of pictures, above the body and within it."""

import re
from functools import lru_cache
from typing import Final

from tui.clean.draft import Call, Draft, Line, removed
from tui.clean.furniture import reason_for
from tui.model.article import PassageKind
from tui.model.rawcopy import LineRole

_CREDIT: Final = (
    r"(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|PA|PAP|TASS|Getty(?: Images)?|KCNA|Xinhua|Shutterstock|Yonhap|Kyodo|ANI|PTI"
    r"|Sputnik|Pool|Alamy|dpa|DPA|file(?: photo)?|File(?: [Pp]hoto)?)"
)
_ENDS_CREDITED: Final = re.compile(
    rf"(?:[(\[](?:[^()\[\]]{{0,60}}\b)?{_CREDIT}\b[^()\[\]]{{0,60}}[)\]]"
    r"|(?:\b|(?<=[a-z]))(?:Photo|Picture|Image|Credit|Photograph|Courtesy)s?\s?(?::|by|/|of)\s?.{2,60}"
    rf"|[A-Z][\w. ]{{2,30}} ?/ ?{_CREDIT}(?: (?:Photos?|Images?|[Ff]ile(?: photo)?))?"
    rf"|[.!?)] {_CREDIT}(?: (?:Photo|Images))?(?: ?[/|] ?{_CREDIT}.*)?"
    r"|\([A-Z][\w.' -]{2,30} ?/ ?[A-Z][\w.&' -]{2,40}\)"
    rf"|\b{_CREDIT} ?/ ?[A-Z][\w. ]{{2,40}}"
    r"|[.!?\"')] ?(?:©|\([Cc]\)) ?[\w][\w./&, -]{1,50}"
    r"|[.!?] (?:Photo|Foto|Bild|Image|Фото|Crédit)\b(?: ?:|[^.:]{0,40}/)[^.]{2,50}"
    r"|[(\[](?:(?:Image|Photo|Picture) )?(?i:credits?|source|courtesy)(?::| of)? [^()\[\]]{2,60}[)\]]"
    r"|[(\[][^()\[\]]{2,40} (?:via|/) [^()\[\]]{2,40}[)\]]"
    r"|(?i:images?|photos?|pictures?),? ?© ?[\w][\w./&, -]{1,50}"
    r"|(?<=[a-z.)])Credit(?:\.\.\.|: )[A-Z].{2,60})"
    r"(?:,? ?(?:Purchase|Acquire) Licensing Rights(?:, opens new tab)?)?\.?$"
)
_POINTS: Final = re.compile(
    r"\((?:L|left|left in picture)\).{3,120}\((?:R|right|C|centre|center)\)|\((?:R|right)\).{3,120}\((?:L|left)\)"
    r"|\((?:from left|second from (?:left|right))\)"
    r"|^(?:file|handout|undated)? ?(?:photo|picture|image|photograph|caption)(?: caption)?\s*[:.-]"
    r"|^(?:image|media|photo) caption\b|^\d{1,2} ?(?:of|/) ?\d{1,2}(?=[A-Z])"
    r"|^(?:this|an?) (?:[\w'-]+ ){0,3}(?:illustration|rendering|infographic|micrograph"
    r"|artist's (?:concept|impression|illustration)) (?:of|by|shows?|depicts?|showing)\b"
    r"|^an? (?:stock|file|library|satellite|aerial) (?:image|photo|picture|view) (?:of|shows)\b"
    r"|^this (?:image|photo|picture|photograph|graphic|map|chart|video)(?: \w+){0,4} (?:shows|depicts|illustrates|provided)\b"
    r"|, (?:mon|tues|wednes|thurs|fri|satur|sun)day, (?:jan\.|feb\.|march|april|may|june|july|aug\.|sept\.|oct\.|nov\."
    r"|dec\.) \d{1,2}, \d{4}(?:,|\.$)"
    r"|^in this (?:file )?(?:photo|picture|image|photograph)"
    r"|^(?:a|an|this) (?:file|handout|undated|still) (?:photo|picture|image|view|photograph)\b"
    r"|\b(?:is|are) (?:pictured|seen here|shown here)\b|^(?:map|graphic|chart) (?:of|shows|highlighting)\b|^file - ",
    re.IGNORECASE,
)
_POSED: Final = re.compile(
    r"[A-Z][\w.'-]+, (?:far |second )?(?:left|right|cent(?:er|re)), "
    r"(?:and (?:[A-Z]|an?\b|the\b|his\b|her\b)|[a-z]+s\b|during\b)"
)
"""Where somebody stands in the picture."""
_CREDIT_LENGTH: Final = 140  # characters in which a credit stands
_MOST_WORDS: Final = 70
_AROUND: Final = re.compile(r"^\d{1,2} ?(?:of|/) ?\d{1,2} ?(?=[A-Z])|(?:\.{3}|\u2026)? ?\b(?:more|less)$")
_TOLD: Final = 40  # characters by which a caption that is cut off is known again


def captions(draft: Draft) -> Draft:
    """Mark the lines that are captions, and take a caption away that is printed twice."""
    decided: dict[int, Call] = {}
    for place, line in draft.open():
        if reason_for(line) == "picture credit":
            decided[place] = removed("picture credit")
        elif line.role is LineRole.CAPTION or is_caption(line) or _credited_below(draft, place):
            twin = next((other for other in decided if _repeats(draft.lines[other], line)), None)
            if twin is not None:
                shorter = min(place, twin, key=lambda other: (len(_bare(draft.lines[other])), -other))
                decided[shorter] = removed("caption repeated")
            decided.setdefault(place, Call(PassageKind.CAPTION))
    return draft.call(decided)


def _repeats(other: Line, line: Line) -> bool:
    """Tell whether two captions are one, the end of one perhaps cut off."""
    short, long = sorted((_bare(other), _bare(line)), key=len)
    return short == long or (len(short) > _TOLD and long.startswith(short))


def _bare(line: Line) -> str:
    """Return a caption without its number in a gallery and without the link that shows or hides its end."""
    return _AROUND.sub("", line.folded).rstrip(" .")


def is_caption(line: Line) -> bool:
    """Tell whether a line says of itself that it belongs to a picture."""
    if line.words > _MOST_WORDS or line.words < 3:  # noqa: PLR2004 - two words are a credit
        return False
    return _pictures(line.folded)


@lru_cache(maxsize=4096)
def _pictures(folded: str) -> bool:
    """Tell whether a text ends with a credit or points at what a picture shows."""
    if folded.startswith('"'):
        return False
    return bool(_ENDS_CREDITED.search(folded[-_CREDIT_LENGTH:]) or _POINTS.search(folded) or _POSED.search(folded))


def _credited_below(draft: Draft, place: int) -> bool:
    """Tell whether a short line stands right above a picture credit, itself perhaps printed twice."""
    line = draft.lines[place]
    if not 2 <= line.words <= 40:  # noqa: PLR2004 - a caption is a sentence or two
        return False
    below = next((other for other in draft.lines[place + 1 : place + 3] if other.folded != line.folded), None)
    return below is not None and not below.parted and reason_for(below) == "picture credit"
