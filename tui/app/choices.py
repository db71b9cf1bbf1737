"""What can be chosen on a page of choices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    name: str
    """What the choice is called when it is handed back."""
    label: str
    """What the reader sees."""
    aside: str = ""
    """A few faint words at the right edge."""
    chosen: bool = False
    """True where it is chosen already."""
    heading: str = ""
    """The heading it stands under, shown where it changes."""
