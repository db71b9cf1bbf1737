"""The closed word classes of English, the words of the calendar and those that open sentences; all in lower case."""

from typing import Final

from tui.language.tables import row

DETERMINERS: Final = row("closed", "determiners")
PRONOUNS: Final = row("closed", "pronouns")
RELATIVES: Final = row("closed", "relatives")
PREPOSITIONS: Final = row("closed", "prepositions")
CONJUNCTIONS: Final = row("closed", "conjunctions")
SUBORDINATORS: Final = row("closed", "subordinators")
AUXILIARIES: Final = row("closed", "auxiliaries")
ADVERBS: Final = row("closed", "adverbs")
LY_NOT_ADVERBS: Final = row("closed", "ly-not-adverbs")
"""Words in ``-ly`` that are no adverbs."""
CALENDAR: Final = row("closed", "calendar")
"""Days, months, seasons, feasts and time zones, which have a capital and are no names."""
SENTENCE_OPENERS: Final = row("closed", "sentence-openers")
"""Words that often open a sentence, where their capital tells nothing."""
