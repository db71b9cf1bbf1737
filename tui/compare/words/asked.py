"""Asked: the question that a fact answers, in the words of its passage: *whom the baker stabbed*, *which jail it was*."""

import re
from typing import Final

from tui.compare.names.acts import Act
from tui.compare.story import Story
from tui.compare.words.fitting import needs
from tui.compare.words.gist import DETERMINED, View, thing_at, view
from tui.compare.words.telling import as_told, befallen, rest, subject
from tui.language.lemmas import is_plural
from tui.language.syntax.phrases import chunk
from tui.language.syntax.pieces import Phrase
from tui.language.syntax.predicates import Predicate
from tui.language.tables import lexicon
from tui.model.article import Passage
from tui.model.detail import Kind

ROLES: Final = ("agent", "patient", "where", "from", "to")
"""The roles that are asked for: who did it, to whom or what, where, from where and to where or whom."""
_PLACED: Final = {"where": "where", "from": "from where", "to": "to where"}
_LEAST: Final = 3  # words of a question
_OF_NOUN: Final = {"agent": "who was behind", "patient": "what or whom it was about:"}
_ONE: Final = {"are": "is", "were": "was", "have": "has", "do": "does", "aren't": "isn't", "weren't": "wasn't"}
_Y: Final = re.compile(r"[^aeiou]y$")
_OWNING: Final = lexicon("the this that his her its their my our your")
"""What a noun for one thing keeps before it."""
_OF_PERSONS: Final = lexicon("""
    accuse acquit apprehend arrest behead charge convict deport detain evacuate execute exonerate extradite handcuff hospitalize
    imprison indict injure interview jail kidnap murder question sentence slay stab suspect
""")
"""Verbs that befall persons, whatever noun stands before them."""
_MAGNITUDES: Final = lexicon(
    "hundred thousand million billion trillion hundreds thousands millions billions trillions dozen dozens"
)
_POINTING: Final = lexicon("the this that these those his her its their some")


def asked(story: Story, act: Act, way: str, kind: Kind, tie: str = "") -> str:
    """Return the question that a role of an act answers; empty where its passage cannot tell it without a guess.

    ``kind`` is the kind of what fills the role, ``tie`` the preposition before it.
    """
    seen = view(story, act.passage)
    clause = next((c for c in seen.sentence.predicates if seen.sentence.before(c.group.at[0]) == act.start), None)
    if clause is not None:
        return _of_clause(seen, clause, way, kind, tie)
    thing = thing_at(story, act.passage.id, act.start)
    if not thing or way in _OF_NOUN:
        return f"{_OF_NOUN[way]} {thing}" if thing else ""
    return _was(_PLACED[way], thing)


def _was(question: str, thing: str) -> str:
    """Return the question where a thing in words was, *the* before a bare noun: *where the heist was*."""
    several = _several(thing)
    head = thing.split(maxsplit=1)[0]
    bare = not several and thing == thing.lower() and head not in DETERMINED
    return f"{question} {'the ' * bare}{thing} {'were' if several else 'was'}"


def _several(thing: str) -> bool:
    """Return whether a noun phrase in words is of several."""
    head = thing.split(" of ", 1)[0].rsplit(maxsplit=1)[-1]
    return head.islower() and is_plural(head)


def _of_clause(seen: View, clause: Predicate, way: str, kind: Kind, tie: str = "") -> str:
    """Return the question that a role of a clause answers; none that only asks who did, with nothing behind the verb."""
    who, passive = seen.who(clause), clause.group.passive
    told = as_told(seen.sentence, clause, who or "who")
    person = kind is Kind.PERSON
    if not told or not (who or (way == "agent") != passive):
        return ""
    thing = "" if clause.complement else seen.thing(clause) or rest(seen.sentence, clause)
    if (way != "patient" and _lacks(seen, clause)) or (way == "where" and person):
        return ""
    said: tuple[str, ...]
    if way == "agent":
        said = ("by whom", who, told) if passive else ("who", _of_one(clause, told), thing)
    elif way == "patient":
        said = ("who" if person else "what", _of_one(clause, told), thing)
        said = said if passive else ("whom" if person else "what", who, told)
    else:
        thing = "" if passive or clause.complement else seen.thing(clause)
        into = way == "to" and tie not in {"", "to"}
        question = "to whom" if way == "to" and person else _PLACED[way]
        said = ("what", who, told, thing, tie) if into else (question, who, told, thing)
    found = _joined(*said)
    return found if len(found.split()) >= _LEAST else ""


def _joined(*parts: str) -> str:
    """Return what a question is made of as one text, no part that the one before it ends with: *was said to be the source*."""
    said = ""
    for part in parts:
        said += f" {part}" if part and not said.endswith(f" {part}") else ""
    return said.strip()


def _lacks(seen: View, clause: Predicate) -> bool:
    """Return whether a clause has an object that cannot be told, so that nothing whole can be asked with its verb."""
    if clause.group.passive or clause.complement or seen.sentence.holds(clause.patient):
        return False
    lacking = clause.patient is not None or (needs(clause) and not befallen(seen.sentence, clause))
    return lacking and not seen.thing(clause)


def _of_one(clause: Predicate, told: str) -> str:
    """Return the verb of a clause as *who* and *what* ask for it, of one: *who was hurt*, *what bans the sale*."""
    first, _, behind = told.partition(" ")
    group = clause.group
    plain = group.finite and first == group.base and not (group.modal or group.past or group.passive)
    hissing = first.endswith(("s", "sh", "ch", "x", "o"))
    ended = f"{first[:-1]}ies" if _Y.search(first) else f"{first}{'es' if hissing else 's'}"
    return f"{_ONE.get(first) or (ended if plain else first)} {behind}".strip()


def filled(story: Story, spot: tuple[str, int], slot: str, *, personal: bool) -> str:
    """Return the question what fills a slot of the clause whose verb stands at a spot, a passage and a place in it.

    ``slot`` is ``who``, ``whom``, ``what`` for what *be* says of its subject, or a preposition. Empty where it cannot be told.
    """
    seen = view(story, story.passages[spot[0]])
    clause = next((c for c in seen.sentence.predicates if seen.sentence.before(c.group.at[0]) == spot[1]), None)
    if clause is None:
        return ""
    personal = personal or (slot == "whom" and clause.group.passive and clause.verb in _OF_PERSONS)
    kind = Kind.PERSON if personal else Kind.NAME
    if slot == "who" and clause.complement:
        return ""
    if slot in {"who", "whom"}:
        said = _of_clause(seen, clause, "agent" if slot == "who" else "patient", kind)
        return said if personal or not said.startswith("who ") else f"what {said.removeprefix('who ')}"
    who = seen.who(clause)
    if slot == "what":
        being = " ".join(seen.sentence.words(clause.group.start, clause.group.end))
        return f"what {who} {being}" if who else ""
    told = as_told(seen.sentence, clause, who) if who else ""
    thing = "" if clause.group.passive or clause.complement else seen.thing(clause)
    if slot == "of" or (_lacks(seen, clause) and not clause.complement):
        return ""
    return _joined("whom" if personal else "what", who, told, thing, slot) if told else ""


def which(story: Story, passage: Passage, noun: Phrase) -> str:
    """Return the question which thing of a sort a phrase names, by what its clause tells of it; empty where none tells it.

    The phrase is one of the passage's own.
    """
    seen = view(story, passage)
    sentence = seen.sentence
    phrases = (c.phrase for c in chunk(sentence.folded) if c.phrase is not None)
    own = next((p for p in phrases if sentence.before(p.at[0]) == noun.at[0]), None)
    clause = next((c for c in sentence.predicates if own is not None and own in c.phrases), None)
    if own is None or clause is None:
        return ""
    head = sentence.text[slice(*own.at)]
    who = seen.who(clause)
    if clause.complement:
        being = " ".join(sentence.words(clause.group.start, clause.group.end))
        return f"which {head} {who} {being}" if who and own == clause.patient else ""
    if own == subject(clause):
        told = "" if _lacks(seen, clause) else as_told(sentence, clause, head)
        return _joined(f"which {head}", told, seen.thing(clause) or rest(sentence, clause)) if told else ""
    told = as_told(sentence, clause, who) if who else ""
    if not told or own == clause.recipient or (own != clause.patient and _lacks(seen, clause)):
        return ""
    tie = next((a.preposition for a in clause.arguments if a.phrase == own), "")
    thing = seen.thing(clause) if tie and not clause.group.passive else ""
    doer = clause.group.passive and own == clause.agent
    return _joined(f"{'by ' * doer}which {head}", who, told, thing, tie)


def supposed(thing: str) -> str:
    """Return the question whether something is what it is called: *whether they are pipe bombs*."""
    first, _, behind = thing.partition(" ")
    own = behind if first.lower() in _POINTING and behind else thing
    if not any(w.isalpha() and w.lower() not in _MAGNITUDES for w in own.split()):
        return f"how sure “{thing}” is"
    if _several(own):
        return f"whether they are {own}"
    return f"whether it is {thing if first.lower() in _OWNING else own}"


def placed(story: Story, spot: tuple[str, int], question: str) -> str:
    """Return the question where something happens that a verb or noun at a spot, a passage and a place in it, tells.

    ``question`` is ``where``, ``from where`` or ``to where``. Empty where the passage cannot tell it.
    """
    passage = story.passages[spot[0]]
    seen = view(story, passage)
    clause = next((c for c in seen.sentence.predicates if seen.sentence.before(c.group.at[0]) == spot[1]), None)
    if clause is None:
        thing = thing_at(story, *spot)
        return _was(question, thing) if thing else ""
    who = seen.who(clause)
    told = as_told(seen.sentence, clause, who) if who and not _lacks(seen, clause) else ""
    thing = "" if clause.group.passive or clause.complement else seen.thing(clause)
    return _joined(question, who, told, thing) if told else ""
