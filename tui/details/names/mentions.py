"""Mentions: the runs of capitalised words in a passage that may be names."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.language.bodies import INITIALS, ORGANISATION_WORDS, ORGANISATIONS, PLACE_WORDS, TAKES_AND, TAKES_OF
from tui.language.closed import CALENDAR, SENTENCE_OPENERS
from tui.language.gazetteer import gazetteer, given_names
from tui.language.people import HONORIFICS, OFFICES, SUFFIXES
from tui.language.tokens import Tag, Token
from tui.model.article import Passage

_PARTICLES: Final = frozenset(
    [
        "de",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "ben",
        "di",
        "da",
        "dos",
        "du",
        "del",
        "al",
        "el",
        "ul",
        "y",
        "zu",
        "ter",
        "ten",
    ]
)
_OPENING: Final = frozenset({":", ".", "!", "?", "--", "---", "-", "\u2014", ";", "*", "|", "[", "..."})
_ARABIC: Final = re.compile(r"(?:al|el|ul)-[A-Z]")
_MADE_OF_NAME: Final = re.compile(
    r"-(?:[a-z]+ed|era|made|style|born|long|run|wide|held|built|like|old|only|friendly|speaking|trained|turned|bound|type|class|free|brand|"
    r"to|in|time|year|size|owner|goer|goers|maker|makers|based|linked|led|level|month|day|week|leaning|ruled|fire|based)$"
)
_ENDS: Final = frozenset({".", "!", "?", "...", ":", ";"})
_PARTY: Final = re.compile(r"[RDI]-[A-Z]")
_MODEL: Final = re.compile(r"(?!US|UK|UN|EU|AP)[A-Z]{1,3}")
_MODEL_NUMBER: Final = re.compile(r"\d{2,3}")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_TITLE_SHARE: Final = 0.72
_TITLE_LEAST: Final = 4
_NUMBERED: Final = re.compile(r"\d{2,3}0?")
_NICKNAME: Final = 6  # words within which a nickname ends
_LONG: Final = 3
_INITIALS: Final = 3  # letters of two bodies that an ampersand lists: *WHO & ILO*; fewer are one firm's
_NAME_WORDS_TOO: Final = frozenset({"may", "will", "can", "no", "so", "its", "my", "his"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage with its tokens."""

    passage: Passage
    """The passage."""
    tokens: tuple[Token, ...]
    """Its words and marks."""
    titled: bool
    """True where nearly every word has a capital, as in many headlines, so that capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together."""

    sentence: int
    """The index of its sentence in the article."""
    first: int
    """The index of its first token."""
    last: int
    """The index of its last token."""
    opening: bool
    """True where it opens a sentence, so that the first capital tells nothing."""


def titled(tokens: Sequence[Token]) -> bool:
    """Return whether nearly all longer words of a sentence have a capital."""
    if not tokens or tokens[-1].text in _ENDS or tokens[-1].tag is Tag.QUOTE:
        return False
    long = [t for t in tokens if t.text[0].isalpha() and len(t.text) > _LONG]
    capital = sum(t.text[0].isupper() for t in long)
    return len(long) >= _TITLE_LEAST and capital >= _TITLE_SHARE * len(long)


def _capital(token: Token) -> bool:
    """Return whether a token can stand in a name by its capital."""
    if token.tag is not Tag.CAPITAL:
        return bool(_ARABIC.match(token.text))
    return (
        token.text != "No."
        and token.lower.rstrip(".") not in CALENDAR
        and not _MADE_OF_NAME.search(token.text)
        and not _PARTY.match(token.text)
    )


def _near(tokens: Sequence[Token], left: int) -> bool:
    """Return whether token ``left`` and the next one are parted by at most one blank."""
    return left + 1 < len(tokens) and tokens[left + 1].start - tokens[left].end <= 1


def _joined(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the index of the token with which a run goes on after ``last``, or ``last`` where it ends."""
    if not _near(tokens, last):
        return last
    following = tokens[last + 1]
    if following.tag is Tag.QUOTE:
        return _over_nickname(tokens, last)
    further = last + 2 < len(tokens)
    if following.text[0].isupper() and following.tag is not Tag.CAPITAL and tokens[last].lower in OFFICES and further:
        return last + 2 if _capital(tokens[last + 2]) and _near(tokens, last + 1) else last
    if _capital(following) or _of_name(tokens[last], following) or _model_number(tokens, last):
        return last + 1
    hyphen = following.text == "-" and further and _spaced_hyphen(tokens, last)
    suffix = following.tag is Tag.COMMA and further and tokens[last + 2].lower in SUFFIXES and last > first
    return last + 2 if hyphen or suffix else _over_connector(tokens, first, last)


def _model_number(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a number behind a name is a model's and counts nothing: *Norda 570, a van*, *Interstate 805*."""
    number, after = tokens[last + 1], tokens[last + 2] if last + 2 < len(tokens) else None
    ends = after is None or after.tag in {Tag.COMMA, Tag.MARK, Tag.CONJUNCTION, Tag.AUXILIARY}
    return ends and tokens[last].tag is Tag.CAPITAL and _NUMBERED.fullmatch(number.text) is not None


def _over_nickname(tokens: Sequence[Token], last: int) -> int:
    """Return the index of the surname behind a quoted nickname, ``last`` where there is none: ``Ole "The Fox" Brun``."""
    end = next((n for n in range(last + 2, min(last + _NICKNAME, len(tokens))) if tokens[n].tag is Tag.QUOTE), 0)
    if not end or end + 1 >= len(tokens) or tokens[last].text not in given_names() or tokens[last].tag is not Tag.CAPITAL:
        return last
    capital = all(t.text[0].isupper() for t in tokens[last + 2 : end])
    return end + 1 if capital and _capital(tokens[end + 1]) else last


def _of_name(token: Token, following: Token) -> bool:
    """Return whether a token that is no capitalised word goes on with a name: ``AK 47``, ``Theresa May``."""
    model = _MODEL.fullmatch(token.text) is not None and _MODEL_NUMBER.fullmatch(following.text) is not None
    return model or (following.text[0].isupper() and following.lower in _NAME_WORDS_TOO and token.text in given_names())


def _spaced_hyphen(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a hyphen with blanks around it holds two capitalised words together, as tokenised text has it."""
    return (
        _capital(tokens[last + 2])
        and not (last + 3 < len(tokens) and _capital(tokens[last + 3]))
        and tokens[last + 1].start == tokens[last].end + 1
        and tokens[last + 2].start == tokens[last + 1].end + 1
        and tokens[last].tag is Tag.CAPITAL
    )


def _over_connector(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the index of the capitalised token beyond ``of``, ``for the``, ``de`` and their like, else ``last``."""
    reach = last + 1
    if tokens[reach].text == "&" and reach + 1 < len(tokens) and _capital(tokens[reach + 1]):
        listed = all(t.text.isupper() and len(t.text) >= _INITIALS for t in (tokens[last], tokens[reach + 1]))
        return last if listed else reach + 1
    while reach < len(tokens) and reach - last <= 2 and _near(tokens, reach - 1) and tokens[reach].text[0].islower():  # noqa: PLR2004 - of the
        reach += 1
    if reach >= len(tokens) or reach == last + 1 or not _capital(tokens[reach]) or not _near(tokens, reach - 1):
        return last
    between = [token.lower for token in tokens[last + 1 : reach]]
    run = {token.text for token in tokens[first : last + 1]}
    if all(word in _PARTICLES for word in between):
        return reach
    went_on = any(token.lower in {"of", "for", "on", "to"} for token in tokens[first : last + 1])
    of = between[0] == "of" and between[1:] in ([], ["the"])
    if of and (tokens[last].text in TAKES_OF or went_on) and not _person_ahead(tokens, reach):
        return reach
    body = went_on and not any(token.text in given_names() for token in tokens[first + 1 : last])
    takes = between[0] in {"for", "on", "to"} or (between[0] in {"and", "&"} and body)
    return reach if takes and between[1:] in ([], ["the"]) and run & TAKES_AND else last


def _person_ahead(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a given name and a surname stand at ``place``."""
    return tokens[place].text in given_names() and place + 1 < len(tokens) and _capital(tokens[place + 1])


def runs(sentences: Sequence[Sentence]) -> list[Run]:
    """Return the capitalised runs of the sentences that are not titled, in reading order."""
    found: list[Run] = []
    for number, sentence in enumerate(sentences):
        if sentence.titled:
            continue
        words = sentence.tokens
        place = 0
        while place < len(words):
            if not _capital(words[place]):
                place += 1
                continue
            last = place
            place -= _numbered(words, place)
            while (reach := _joined(words, place, last)) > last:
                last = reach
            found.append(Run(number, place, last, _opens(words, place)))
            place = last + 1
    return found


def _numbered(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an ordinal before a token belongs to its name: ``52nd Street``."""
    named = tokens[place].text in PLACE_WORDS or tokens[place].text in ORGANISATION_WORDS
    return place > 0 and named and _ORDINAL.fullmatch(tokens[place - 1].text) is not None


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the token opens a sentence or a quotation."""
    if place == 0:
        return True
    before = tokens[place - 1]
    if before.tag is Tag.QUOTE or before.text == "'":
        return place == 1 or tokens[place - 2].text in {",", ":", ".", "?", "!"} or tokens[place - 2].tag is Tag.QUOTE
    return before.text in _OPENING


@dataclass(frozen=True, slots=True)
class Capitals:
    """What the story shows of its words: how often each stands with a capital where nothing asks for one, and without."""

    capital: Counter[str]
    """Words with a capital inside a sentence."""
    plain: frozenset[str]
    """Words in lower case."""

    def opens_name(self, token: Token, *, alone: bool) -> bool:
        """Return whether a word that opens a sentence is a name's first word rather than capitalised by its place."""
        text, lower = token.text, token.lower
        if _always_name(text) or lower in HONORIFICS:
            return True
        if lower in SENTENCE_OPENERS:
            return False
        if self.capital[text] and (lower not in self.plain or self.capital[text] > 1):
            return True
        if text in given_names():
            return lower not in self.plain
        return not alone and (lower in OFFICES or (lower not in self.plain and not lower.endswith(("ing", "ed", "ly"))))


def _always_name(text: str) -> bool:
    """Return whether a word is a name wherever it stands: initials, capitals inside it, what the tables know."""
    initials = len(text) > 1 and text.isupper() and text.isalpha()
    tabled = text in ORGANISATIONS or text in INITIALS or gazetteer().find(text) is not None
    return initials or tabled or any(letter.isupper() for letter in text[1:])


def capitals(articles: Sequence[tuple[Sequence[Sentence], Sequence[Run]]]) -> Capitals:
    """Return what the sentences of all articles show of their words."""
    capital: Counter[str] = Counter()
    plain: set[str] = set()
    for sentences, found in articles:
        for run in found:
            tokens = sentences[run.sentence].tokens[run.first + run.opening : run.last + 1]
            capital.update(token.text for token in tokens if token.tag is Tag.CAPITAL)
        for sentence in sentences:
            plain.update(token.lower for token in sentence.tokens if token.text[0].islower())
    return Capitals(capital, frozenset(plain))


def trimmed(run: Run, tokens: Sequence[Token], known: Capitals) -> Run | None:
    """Return the run without first words that are capitalised by their place alone; ``None`` where nothing is left."""
    first = run.first
    speaks = run.first == run.last and _speaks(tokens, first, known)
    if (
        run.opening
        and not speaks
        and not known_ahead(tokens, first, run.last)
        and not known.opens_name(tokens[first], alone=first == run.last)
    ):
        first += 1
        while first <= run.last and tokens[first].tag is not Tag.CAPITAL:
            first += 1
    return Run(run.sentence, first, run.last, opening=run.opening and first == run.first) if first <= run.last else None


def _speaks(tokens: Sequence[Token], place: int, known: Capitals) -> bool:
    """Return whether an unknown word that opens a sentence is somebody: it ``said`` something and is no plural."""
    word = tokens[place].lower
    said = place + 1 < len(tokens) and tokens[place + 1].lower in {"said", "says", "told", "added"}
    return said and word not in known.plain and word not in SENTENCE_OPENERS and not word.endswith("s")


def known_ahead(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a place of several words that the gazetteer knows begins at ``first``: ``New York``."""
    ends = range(min(last, first + gazetteer().longest), first, -1)
    return any(" ".join(t.text for t in tokens[first : end + 1]) in gazetteer().places for end in ends)
