"""Mails (RFC 5322), as agencies and press offices send them: the headers state, the body is the copy."""

from typing import TYPE_CHECKING

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy, CopyLine, Format, LineRole, Metadata
from tui.read.gate import lines_of, visible
from tui.read.text import unwrapped

if TYPE_CHECKING:
    from datetime import datetime
    from email.message import EmailMessage


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
    headline = (CopyLine(stated.headline, None, LineRole.HEADLINE), CopyLine("")) if stated.headline else ()
    return Copy(source, Format.EMAIL, headline + lines, stated)


def _stated(message: "EmailMessage") -> Metadata:
    """Return what the headers state."""
    sender = message["From"]
    names = tuple(visible(a.display_name) for a in getattr(sender, "addresses", ()) if a.display_name)
    when: datetime | None = getattr(message["Date"], "datetime", None)
    subject = visible(" ".join(str(message["Subject"] or "").split()))
    return Metadata(headline=subject or None, byline=names, published=when.isoformat(timespec="minutes") if when else None)
