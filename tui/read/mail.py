"""Mails (RFC 5322), as agencies and press offices send them: the headers state, the body is the copy."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole, Metadata
from tui.read.gate import lines_of, visible
from tui.read.text import unwrapped

if TYPE_CHECKING:
    from datetime import datetime
    from email.message import EmailMessage

_PREFIX: Final = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
_TURNED: Final = re.compile(r"^[^\W\d_][\w'-]+, [^\W\d_][\w'. -]+$")
_PERSON: Final = re.compile(r"^(?:[^\W\d_][\w'.-]*,? ){1,3}[^\W\d_][\w'.-]*$")
_FIRM: Final = re.compile(
    r"\b(?:news\w*|daily|weekly|morning|evening|brief\w*|times|post|press|media|desk|team|alerts?|office|editors?|updates?|digest|gazette"
    r"|herald|tribune|journal|magazine|agency|communications?|relations|group|inc|ltd|plc)\b",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"^\s*by [A-Z]", re.IGNORECASE)
_TOP: Final = 20  # lines within which the text names its own author


def read_mail(source: str, raw: bytes) -> Copy:
    """Return the copy of a mail; raises ``UnreadableError`` where it has no text."""
    import email  # noqa: PLC0415 - costs 20 ms
    import email.message  # noqa: PLC0415 - the same
    import email.policy  # noqa: PLC0415 - the same

    message = email.message_from_bytes(raw, policy=email.policy.default)
    if not isinstance(message, email.message.EmailMessage) or not message.keys():
        sentence = f"{source} is not a mail."
        raise UnreadableError(sentence)
    stated = _stated(message)
    body = message.get_body(("plain", "html"))
    if body is None:
        sentence = f"{source} holds no text."
        raise UnreadableError(sentence)
    text = str(body.get_content())
    if body.get_content_subtype() == "html":
        from tui.read.web import read_page  # noqa: PLC0415 - its library costs half a second

        lines = tuple(line for line in read_page(source, text).lines if line.role is not LineRole.HEADLINE)
    else:
        lines = tuple(unwrapped(lines_of(text)))
    if any(_SIGNED.match(line.text) for line in lines[:_TOP]):
        stated = replace(stated, byline=())  # the text names its author, who need not be the sender
    headline = (CopyLine(stated.headline, None, LineRole.HEADLINE), CopyLine("")) if stated.headline else ()
    return Copy(source, Format.EMAIL, headline + lines, stated)


def _stated(message: "EmailMessage") -> Metadata:
    """Return what the headers state; a sender who is no person is the outlet."""
    sender = message["From"]
    names = tuple(visible(a.display_name) for a in getattr(sender, "addresses", ()) if a.display_name)
    when: datetime | None = getattr(message["Date"], "datetime", None)
    subject = _PREFIX.sub("", visible(" ".join(str(message["Subject"] or "").split())))
    people = tuple(" ".join(reversed(name.split(", "))) if _TURNED.match(name) else name for name in names if _is_person(name))
    outlet = next((name for name in names if not _is_person(name)), None)
    return Metadata(
        headline=subject or None, outlet=outlet, byline=people, published=when.isoformat(timespec="minutes") if when else None
    )


def _is_person(name: str) -> bool:
    """Tell whether a sender's name is that of a person and not of a newsletter, a desk or a firm."""
    return bool(_PERSON.match(name)) and not _FIRM.search(name)
