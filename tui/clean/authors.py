"""What stands below an article on who wrote it and how to reach them: short biographies, addresses, calls to readers for tips."""

import re
from itertools import pairwise
from typing import Final

from tui.clean.draft import Call, Draft, Line, removed

_NAME: Final = r"(?:[^\W\d_a-z][\w'.-]*\s+){1,3}[^\W\d_a-z][\w'.-]*"
_CALLING: Final = (
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|producer|contributor|freelancer?|blogger|photographer|fellow"
    r"|intern|anchor|host|critic|redakteur(?:in)?|journaliste|periodista|redactora?|jornalista|giornalista)"
)
_BIOGRAPHY: Final = re.compile(
    rf"^{_NAME}(?i:(?:,? (?:who|based in [^.]{{2,40}}),?)? (?:"
    rf"(?:is|was|ist|est|es|é) (?:an? |the |our |eine? |une? |una? |uma? )?(?:[^.]{{0,80}}\b)?{_CALLING}\b"
    r"|(?:covers [^.]{2,60} (?:for|at)|reports on|writes (?:about|for|on)|blogs about"
    r"|has (?:been )?(?:covered|reported|written|reporting|covering|writing)"
    r"|joined [^.]{2,40} (?:in|as)|(?:\([^()]*@[^()]*\) )is |contributed to|can be reached|may be reached)\b))"
)
_IS: Final = re.compile(r",? (?:(?:who|based in)\b[^.]{2,40})?(?:is|was|covers|reports|writes|lives|works|joined|has|can be)\b")
_REACHED: Final = re.compile(
    r"^(?:e-?mail|contact|reach|follow|write to|tweet|find)\b.{0,60}"
    r"(?:\S@\S|@\w|twitter|facebook|instagram|linkedin|bluesky|threads)"
    r"|\b(?:can|may) be (?:reached|contacted|e-?mailed|found|followed)\b.{0,40}(?:\S@\S|@\w|\d{3}|twitter|facebook)"
    r"|\bfollow (?:him|her|them|me|the author) (?:on|at|@)|\bfollow (?:him|her|them|me|us) @\w"
    r"|^you can (?:reach|e-?mail|contact|follow|find) (?:him|her|them|the author)\b|^(?:reach|follow|e-?mail) (?:him|her|them)\b"
    r"|^\S+@\S+\.\w+$|^@\w+$|^(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram)\.com/\S+$",
    re.IGNORECASE,
)
_TIPS: Final = re.compile(
    r"^(?:do you have|have you got|have|got) an? (?:story|(?:news |confidential )?tip|question|comment)\b"
    r"|^(?:do you have|have|got) (?:any )?(?:information|more information|news|photos?|videos?)\b.{0,80}\?"
    r"|^(?:send|share) (?:us )?your (?:tips|stories|photos|views|thoughts|questions)\b"
    r"|^we (?:want|would like|'d like|love) to hear\b"
    r"|^(?:e-?mail|contact|call|text|whatsapp) (?:us|our (?:news ?(?:desk|room|team)))\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"^(?:About|Über|Sobre|À propos de) (?P<who>(?:the )?[A-ZÀ-Þ][\w&.'-]*(?: [\w&.'-]+){0,4}):?$")
_FIRM: Final = re.compile(
    r"^(?P<name>[A-Z][\w&.'-]*(?: [A-Z&][\w&.'-]*){0,3})(?: \([^()]{2,40}\))?,? (?:is|are) "
    r"(?:an? |the |one of the )?(?:[\w'-]+ ){0,3}"
    r"(?:global|leading|leader|world-?class|international|innovative|premier|trusted|award-winning|fastest|foremost)\b.{0,80}"
    r"\b(?:providers?|manufacturers?|suppliers?|developers?|producers?|distributors?|operators?|solutions|services|brands?|leader)\b"
)
"""A firm that tells what it is in words of praise."""
_SEAT: Final = re.compile(r"\b(?:headquarter(?:ed|s)|employ(?:s|ees)|founded|listed|shares|subsidiaries|offices|traded)\b")
_BEGUN: Final = 3  # paragraphs after which a release may tell of its firm
_MOST_WORDS: Final = 80
_ENTRY: Final = 8  # words of a line of an address
_PROSE: Final = 12


def authors(draft: Draft) -> Draft:
    """Take away, below the beginning of the article, what tells of its author and how to reach them.

    A biography of somebody whom the byline does not name goes only where it says how to reach them or where no prose follows it.
    """
    decided: dict[int, Call] = {}
    prose = [place for place, line in draft.open() if line.words >= _PROSE and line.ends and not is_about_author(line)]
    for place, line in draft.open():
        if not prose or place < prose[0] or line.words > _MOST_WORDS:
            continue
        if _TIPS.search(line.folded):
            decided[place] = removed("call to readers")
        elif _REACHED.search(line.folded) or tells_of(line, draft.metadata.byline) or (is_biography(line) and place > prose[-1]):
            decided[place] = removed("about the author")
    return _firms(_named(_addresses(draft.call(decided)), prose), prose)


def _addresses(draft: Draft) -> Draft:
    """Take away the names, numbers and addresses right below the heading of a press office."""
    decided: dict[int, Call] = {}
    running = False
    for place, (line, call) in enumerate(zip(draft.lines, draft.calls, strict=True)):
        if call is not None:
            running = call.reason == "press contact" or (running and call.kind is None)
        elif running and line.words <= _ENTRY and not line.ends:
            decided[place] = removed("press contact")
        else:
            running = False
    return draft.call(decided)


def _named(draft: Draft, prose: list[int]) -> Draft:
    """Take away, as doubtful, the paragraph below ``About`` and a name: of the firm that sent a release, of an author."""
    decided: dict[int, Call] = {}
    for place, line in draft.open():
        match = _ABOUT.match(line.folded)
        below = draft.lines[place + 1] if place + 1 < len(draft.lines) else None
        if match and below and prose and place > prose[0] and below.ends and match["who"].split()[-1] in below.folded:
            decided[place] = Call(None, "about firm or author", doubtful=True)
            decided[place + 1] = Call(None, "about firm or author", doubtful=True)
    return draft.call(decided)


def _firms(draft: Draft, prose: list[int]) -> Draft:
    """Take away, as doubtful, what a firm says of itself at the end of a release: praise, then its seat and staff."""
    decided: dict[int, Call] = {}
    for place, below in pairwise(prose[_BEGUN:]):
        match = _FIRM.match(draft.lines[place].folded)
        seat = draft.lines[below].folded
        if match and seat.startswith(match["name"]) and _SEAT.search(seat):
            decided |= dict.fromkeys((place, below), Call(None, "about firm or author", doubtful=True))
    return draft.call({place: call for place, call in decided.items() if draft.calls[place] is None})


def is_biography(line: Line) -> bool:
    """Tell whether a line says what somebody does for a living, as sites tell of their authors."""
    return line.words <= _MOST_WORDS and bool(_BIOGRAPHY.match(line.folded))


def tells_of(line: Line, names: tuple[str, ...]) -> bool:
    """Tell whether a line says what one of some people is or does."""
    return any(line.folded.startswith(name) and bool(_IS.match(line.folded, len(name))) for name in names)


def is_about_author(line: Line) -> bool:
    """Tell whether a line tells of an author or asks for letters."""
    return is_biography(line) or bool(_REACHED.search(line.folded) or _TIPS.search(line.folded))
