"""Asked: the question that the role of an act answers, in the words of its passage: *whom the baker stabbed*."""

from typing import Final

from tui.compare.names.acts import Act
from tui.compare.story import Story
from tui.compare.words.gist import View, thing_at, view
from tui.compare.words.telling import as_told, rest
from tui.language.syntax.predicates import Predicate
from tui.model.detail import Kind

ROLES: Final = ("agent", "patient", "where", "from", "to")
"""The roles that are asked for: who did it, to whom or what, where, from where and to where or whom."""
_PLACED: Final = {"where": "where", "from": "from where", "to": "to where or whom"}
_OF_NOUN: Final = {"agent": "who was behind", "patient": "what or whom it was about:"}


def asked(story: Story, act: Act, way: str, kind: Kind) -> str:
    """Return the question that a role of an act answers; empty where its passage cannot tell it without a guess.

    ``kind`` is the kind of what fills the role.
    """
    seen = view(story, act.passage)
    clause = next((c for c in seen.sentence.predicates if seen.sentence.before(c.group.at[0]) == act.start), None)
    if clause is not None:
        return _of_clause(seen, clause, way, kind)
    thing = thing_at(story, act.passage.id, act.start)
    return "" if not thing else f"{_OF_NOUN[way]} {thing}" if way in _OF_NOUN else f"{_PLACED[way]} {thing} was"


def _of_clause(seen: View, clause: Predicate, way: str, kind: Kind) -> str:
    """Return the question that a role of a clause answers."""
    who, passive = seen.who(clause), clause.group.passive
    told = as_told(seen.sentence, clause, who or "who")
    person = kind is Kind.PERSON
    if not told or not (who or (way == "agent") != passive):
        return ""
    thing = seen.thing(clause) or rest(seen.sentence, clause)
    said: tuple[str, ...]
    if way == "agent":
        said = ("by whom", who, told) if passive else ("who", told, thing)
    elif way == "patient":
        said = ("who" if person else "what", told, thing) if passive else ("whom" if person else "what", who, told)
    else:
        said = (_PLACED[way], who, told, "" if passive else seen.thing(clause))
    return " ".join(filter(None, said))
