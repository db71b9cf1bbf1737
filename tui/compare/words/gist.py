"""The gist of a clause of the story: its subject, verb and object in whole phrases, pronouns as the names that they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.compare.claims.pronouns import meant
from tui.compare.story import Story
from tui.compare.words.fitting import needs
from tui.compare.words.printed import Sentence, noun, reread
from tui.compare.words.telling import as_told, befallen, first_of, further, led_to, object_printed, rest, subject
from tui.language.lemmas import is_plural
from tui.language.nouns import NounSort, sort_of
from tui.language.syntax.lexicon import known
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Predicate
from tui.language.tables import lexicon, row
from tui.model.article import Passage, PassageKind
from tui.model.detail import Detail, Name

_FIRST_WORDS: Final = 6
_SPEAKERS: Final = lexicon("i we you me us my our")
_OPENING: Final = lexicon("a an the some many most several all both each every few no one police officials local more")
"""Words that open a sentence with a capital and begin no name."""
_NAMING: Final = lexicon("""
    republican republicans democrat democrats democratic senate congress house parliament cabinet president state federal
    labour conservative conservatives liberal liberals green greens tory tories socialist socialists communist communists
    bible pope monday tuesday wednesday thursday friday saturday sunday internet web net north south east west
""")
"""Words in the tables that are names where they are printed with a capital."""
DETERMINED: Final = lexicon("a an the one each every no any some my his her its our their this that another such what which who")
_TELLING: Final = row("events", "spoken") | lexicon(
    "announce hope expect want like try plan intend decide believe think let make"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that one passage suggests."""

    text: str
    """Its words."""
    worth: float
    """How much of what is asked it tells: 3 in full, more where a set phrase does, 2 without what happens, 1 in other words."""


@dataclass(frozen=True, slots=True)
class View:
    """A passage as a topic reads it."""

    story: Story
    """The story."""
    passage: Passage
    """The passage."""
    sentence: Sentence
    """Its words, with stand-ins for its figures and moments."""

    def named(self, phrase: Phrase | None) -> str:
        """Return a phrase in words; a pronoun as the name it stands for, empty where that is not plain."""
        if phrase is None or phrase.timed or self.sentence.holds(phrase):
            return ""
        if not phrase.pronoun:
            said = self._levelled(phrase, self._in_full(phrase) or noun(self.sentence, phrase))
            several = phrase.determiner == "that" and is_plural(self.sentence.text[slice(*phrase.at)])
            return said.split(maxsplit=1)[-1] if several and said.lower().startswith("that ") else said
        if phrase.base in _SPEAKERS:
            return ""  # the verb would not fit the speaker's name
        return (
            meant(self.story, self.story.extraction(self.passage.siglum), self.passage, self.sentence.before(phrase.start)) or ""
        )

    def _in_full(self, phrase: Phrase) -> str:
        """Return a phrase with the rest of a name that *and* breaks: *the Fish and Wildlife Service*; empty where none is."""
        start, end = self.sentence.before(phrase.start), self.sentence.before(phrase.end)
        for detail in self.story.details[self.passage.id]:
            if isinstance(detail.value, Name) and start <= detail.start < end < detail.end:
                return self.passage.text[start : detail.end]
        return ""

    def _levelled(self, phrase: Phrase, said: str) -> str:
        """Return a phrase in words without the capital that opens its sentence, where it is no name."""
        start, end = self.sentence.before(phrase.start), self.sentence.before(phrase.end)
        details = self.story.details[self.passage.id]
        first = said.split(maxsplit=1)[0] if said else ""
        limit = start + len(first) if first.lower() in _OPENING else end
        named = any(isinstance(d.value, Name) and start <= d.start < limit for d in details)
        title = said.istitle() and self.passage.kind is PassageKind.HEADLINE
        plain = first.lower() in _OPENING or (first == said and is_plural(said) and first.lower() not in _NAMING)
        own = named or title or phrase.named
        return said[0].lower() + said[1:] if said and ((plain and not own) or self._opens(phrase, first)) else said

    def _opens(self, phrase: Phrase, first: str) -> bool:
        """Return whether the first word of a phrase has its capital for opening the sentence alone."""
        lower = first.lower()
        if not (first[:1].isupper() and first[1:].islower() and first.isalpha()) or lower in _NAMING or not known(lower):
            return False
        words = self.passage.text.split()
        title = self.passage.kind is PassageKind.HEADLINE and sum(w[:1].isupper() for w in words) > len(words) / 2
        start = self.sentence.before(phrase.start)
        if title or any(c.isalnum() for c in self.passage.text[:start]):
            return False
        details = (d for e in self.story.extractions for d in e.details if isinstance(d.value, Name))
        return not any(first in d.text.split() for d in details)

    def who(self, clause: Predicate) -> str:
        """Return the subject of a clause in words, with the one that *and* joins to it."""
        phrase = subject(clause)
        chunks = chunk(self.sentence.folded)
        place = next((n for n, c in enumerate(chunks) if c.group is not None and c.start == clause.group.start), 0)
        if place > 2 and phrase is not None and chunks[place - 3].phrase == phrase and chunks[place - 2].text == "and":  # noqa: PLR2004 - two and an *and*
            return " and ".join(filter(None, (self.named(phrase), self.named(chunks[place - 1].phrase))))
        return self._definite(first_of(self.sentence, phrase))

    def _definite(self, phrase: Phrase | None) -> str:
        """Return a phrase in words, *the* before a bare noun for one person: *the actress*."""
        said = self.named(phrase)
        bare = phrase is not None and not (phrase.determiner or phrase.named or phrase.pronoun) and said == said.lower()
        one = bare and phrase is not None and phrase.base != "police" and sort_of(phrase.base) is NounSort.PERSON
        singular = one and phrase is not None and not is_plural(self.sentence.text[slice(*phrase.at)])
        return f"the {said}" if said and singular and said.split()[0] not in DETERMINED else said

    def thing(self, clause: Predicate) -> str:
        """Return the object of a clause in words, with the infinitive behind it, or the verb that *and* joins to its verb."""
        if clause.group.passive or clause.complement:
            return led_to(self.sentence, clause)
        suffers = clause.patient
        plain = suffers is not None and suffers.pronoun and not self.sentence.holds(suffers)
        said = self.sentence.text[suffers.start : suffers.end] if plain and suffers is not None else self.named(suffers)
        led = led_to(self.sentence, clause)
        if not (said or led) and suffers is None and needs(clause):
            return object_printed(self.sentence, clause)
        return f"{said} {led}".strip() if said or led else further(self.sentence, clause)

    def clause(self, clause: Predicate, *, bare: bool = False, placed: bool = True) -> str:
        """Return a clause in words: subject, verb, object or one phrase more; empty where it has no subject or no finite verb.

        With ``bare`` its denials and the adverbs that hedge it are left out; where it is not ``placed``, whatever says where.
        """
        who = self.who(clause)
        told = as_told(self.sentence, clause, who, bare=bare) if who else ""
        doer = self.named(clause.agent) if clause.group.passive else ""
        more = self.thing(clause) or (f"by {doer}" if doer else rest(self.sentence, clause) if placed else "")
        bare_being = clause.verb == "be" and not more and not clause.complement and not clause.group.passive
        same = clause.verb == "be" and more == "" and told.rsplit(maxsplit=1)[-1:] == who.rsplit(maxsplit=1)[-1:]
        return " ".join(filter(None, (who, told, more))) if told and not (bare_being or same) else ""


def view(story: Story, passage: Passage, asked: Detail | None = None) -> View:
    """Return a passage as a topic reads it; ``asked`` is the detail that the topic is about."""
    details = story.details[passage.id]
    return View(story, passage, reread(passage, details, asked))


def gist(story: Story, spots: Sequence[tuple[str, int]], least: int = 2, *, bare: bool = False, placed: bool = True) -> str:
    """Return the clause that stands at one of the spots, each a passage and a place in it, in words.

    The first spot whose clause can be told is taken, headlines last. Empty where none can be told in at least ``least`` words:
    its subject is a pronoun that stands for nobody known, or it has no finite verb. ``bare`` and ``placed`` are as for
    ``View.clause``.
    """
    for passage, place in sorted(spots, key=lambda spot: story.passages[spot[0]].kind is PassageKind.HEADLINE):
        seen = view(story, story.passages[passage])
        clauses = [c for c in seen.sentence.predicates if _covers(seen, c, place) and not cut_short(seen, c)]
        for clause in sorted(clauses, key=lambda c: c.said[1] - c.said[0]):
            said = seen.clause(clause, bare=bare, placed=placed)
            if len(said.split()) >= least:
                return said
    return ""


def cut_short(seen: View, clause: Predicate) -> bool:
    """Return whether a clause needs what stands behind it: a verb of saying, or one that needs an object, without one."""
    lacking = (clause.verb in _TELLING and not clause.group.passive) or (
        clause.patient is None and needs(clause) and not befallen(seen.sentence, clause)
    )
    return lacking and not seen.thing(clause)


def _covers(seen: View, clause: Predicate, place: int) -> bool:
    """Return whether a place of the passage stands in a clause's verb, subject or object."""
    parts = [clause.said, *((p.start, p.end) for p in clause.phrases)]
    return any(seen.sentence.before(start) <= place < seen.sentence.before(end) + 1 for start, end in parts)


def thing_at(story: Story, passage: str, place: int) -> str:
    """Return the noun phrase that stands at a place of a passage; empty where none does."""
    seen = view(story, story.passages[passage])
    phrases = [c.phrase for c in chunk(seen.sentence.folded) if c.phrase is not None]
    held = next((p for p in phrases if seen.sentence.before(p.start) <= place < seen.sentence.before(p.end)), None)
    return seen.named(held)


def quoted(text: str) -> str:
    """Return the first words of a text in quotation marks."""
    words = re.sub(r"^that (?!is\b)|[\"“”«»`]", "", text.strip(" \"'“”‘’«»`.,;:")).split()
    return f"“{' '.join(words[:_FIRST_WORDS]).rstrip(',;:')}{' …' if len(words) > _FIRST_WORDS else ''}”"
