"""Words that tell an organisation or a place by its name, and the organisations that news prints by their letters."""

from typing import Final

from tui.language.tables import row, table

ORGANISATION_WORDS: Final = row("bodies", "organisation-words")
"""Capitalised words that make a name an organisation's."""
PLACE_WORDS: Final = row("bodies", "place-words")
"""Capitalised words that make a name a place's."""
PLACE_OPENERS: Final = row("bodies", "place-openers")
"""Capitalised words that open the name of a place: ``Cape``, ``Mount``."""
TAKES_OF: Final = row("bodies", "takes-of")
"""Capitalised words after which ``of`` goes on with the name."""
TAKES_AND: Final = row("bodies", "takes-and")
"""Capitalised words after which ``for``, ``on``, ``to`` and ``and`` can go on with the name."""
ORGANISATIONS: Final = frozenset(name.replace("_", " ") for name in row("bodies", "organisations"))
"""Organisations whose names show nothing, and seats of power that news speaks of as bodies."""
NOT_NAMES: Final = row("bodies", "not-names")
"""Letters in capitals that name nothing."""
INITIALS: Final = {short: long[0].replace("_", " ") for short, long in table("initials").items()}
"""Bodies that news prints by their letters without saying what they stand for."""
