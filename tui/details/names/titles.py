"""Names in headlines in which every word has a capital: only those that the story's own sentences know."""

from collections.abc import Mapping, Sequence

from tui.language.tokens import Token
from tui.language.words import plain


def known_in_title(
    tokens: Sequence[Token], titles: Mapping[str, tuple[tuple[str, ...], ...]]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return first and last token of each known name in a titled sentence with the form of the story that it is."""
    words = [(n, plain(token.text)) for n, token in enumerate(tokens) if token.text[0].isalnum()]
    found: list[tuple[int, int, tuple[str, ...]]] = []
    place = 0
    while place < len(words):
        for form in titles.get(words[place][1], ()):
            stretch = words[place : place + len(form)]
            if [w for _, w in stretch] == [plain(w) for w in form] and tokens[stretch[0][0]].text[0].isupper():
                found.append((stretch[0][0], stretch[-1][0], form))
                place += len(form)
                break
        else:
            place += 1
    return found
