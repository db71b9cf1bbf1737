"""What is copied: a passage, or words of it, with the reference a journalist needs."""

from tui.present.plain import day, ordinal_place
from tui.present.story import Story


def quoted_with_reference(story: Story, passage: str, words: str | None = None) -> str:
    """Return a passage, or ``words`` of it, in quotation marks, with outlet, date, place and address on a second line."""
    found = story.passages[passage]
    stated = story.articles[found.siglum].metadata
    source = story.articles[found.siglum].source
    address = stated.address or (source if "://" in source else "")
    parts = (
        story.outlet(found.siglum),
        f"“{stated.headline}”" if stated.headline else "",
        day(stated.published or stated.updated),
        ordinal_place(found.paragraph, found.line),
        address or source,
    )
    return f"“{words or found.text}”\n— {', '.join(filter(None, parts))}\n"
