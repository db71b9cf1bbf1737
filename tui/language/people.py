"""Nouns for people: offices and titles with their plain forms, honorifics, kin and callings; all in lower case."""

from typing import Final

from tui.language.tables import row, table

OFFICES: Final = {
    form.replace("_", " "): plain.replace("_", " ") for plain, forms in table("offices").items() for form in (plain, *forms)
}
"""Offices as news prints them, each with the plain form under which two of them are one."""
OFFICE_ENDS: Final = frozenset(office.rpartition(" ")[2] for office in OFFICES)
"""The last words of offices."""
HONORIFICS: Final = {
    **dict.fromkeys(row("persons", "honorific-m"), "m"),
    **dict.fromkeys(row("persons", "honorific-f"), "f"),
    **dict.fromkeys(row("persons", "honorific"), ""),
}
"""Forms of address with the gender they tell."""
SUFFIXES: Final = row("persons", "suffix")
"""What follows a name and keeps father and son apart."""
GENDERED: Final = {**dict.fromkeys(row("persons", "word-m"), "m"), **dict.fromkeys(row("persons", "word-f"), "f")}
"""Words that tell whether a man or a woman is meant."""
CALLINGS: Final = row("persons", "calling")
"""Callings, kin and other nouns for one person that are no office."""
RANKING: Final = row("persons", "ranking")
"""Words that come before an office and grade it: ``former``, ``deputy``, ``acting``."""
