"""Pages saved by a browser as one file (MHTML, RFC 2557): the page is the first part of a mail."""

from tui.model.errors import UnreadableError
from tui.model.rawcopy import Copy


def read_mhtml(source: str, raw: bytes) -> Copy:
    """Return the copy of the page inside a saved mail; raises ``UnreadableError`` where there is none."""
    import email  # noqa: PLC0415 - costs 20 ms
    import email.policy  # noqa: PLC0415 - the same

    from tui.read.web import read_web  # noqa: PLC0415 - its library costs half a second

    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return read_web(source, page, part.get_content_charset())
    sentence = f"{source} holds no web page."
    raise UnreadableError(sentence)
