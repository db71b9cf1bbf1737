"""From keys to commands: sequences of two keys, counts, and the reader's own keys."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.app.commands import BY_NAME, COMMANDS, Command

Keymap = Mapping[tuple[str, ...], str]
"""The command of each key or sequence of keys."""

_NAMED: Final = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "space", "enter", "tab", "escape", "insert", "delete"}
    | {"backspace", *(f"f{number}" for number in range(1, 25))}
)
_KEY: Final = re.compile(r"(?:(?:ctrl|alt|shift)\+)*(?P<key>.+)")
_LONGEST: Final = 2


def keymap(own: Mapping[str, Sequence[str]]) -> tuple[Keymap, tuple[str, ...]]:
    """Return the keys with the reader's ``own`` in place of the built-in ones, and a sentence for each that is refused.

    ``own`` gives the keys of commands by name; a command whose keys are refused keeps the built-in ones.
    """
    chosen = {command.name: command.keys for command in COMMANDS}
    troubles: list[str] = []
    for name, keys in own.items():
        wrong = [key for key in keys if not _valid(key)]
        if name not in BY_NAME:
            troubles.append(f"There is no command “{name}”; the help (?) and the palette (:) name them all.")
        elif wrong:
            troubles.append(f"“{wrong[0]}” is not a key; “{name}” keeps {', '.join(chosen[name]) or 'no key'}.")
        else:
            chosen[name] = tuple(keys)
    found: dict[tuple[str, ...], str] = {}
    for name in sorted(chosen, key=lambda name: name not in own):
        for key in chosen[name]:
            sequence = tuple(key.split(" "))
            clash = _clash(found, sequence, name)
            if clash is None:
                found[sequence] = name
            elif clash != name and (name in own or clash in own):
                troubles.append(f"“{key}” stands for “{clash}” already, so it does not do “{name}”.")
    return found, tuple(troubles)


def keys_of(found: Keymap, name: str) -> tuple[str, ...]:
    """Return the keys of a command in this keymap, in the table's order."""
    keys = [" ".join(sequence) for sequence, command in found.items() if command == name]
    order = BY_NAME[name].keys
    return tuple(sorted(keys, key=lambda key: order.index(key) if key in order else 0))


def _valid(key: str) -> bool:
    """Return whether ``key`` is a key or a sequence of two."""
    sequence = key.split(" ")
    return 0 < len(sequence) <= _LONGEST and all(_is_key(part) for part in sequence)


def _is_key(part: str) -> bool:
    """Return whether ``part`` names one key."""
    if len(part) == 1:
        return part.isprintable() and not part.isspace() and not part.isdigit()
    match = _KEY.fullmatch(part)
    return match is not None and (match["key"] in _NAMED or (match["key"] != part and len(match["key"]) == 1))


def _clash(found: Keymap, sequence: tuple[str, ...], name: str) -> str | None:
    """Return the command that stands in the way: on the same keys, or on the first of them unless it is the same command."""
    if sequence in found:
        return found[sequence]
    for other, command in found.items():
        shorter = min(len(other), len(sequence))
        if other[:shorter] == sequence[:shorter] and command != name:
            return command
    return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a key comes to."""

    command: Command | None = None
    """The command to do; ``None`` where there is none yet, or none at all."""
    count: int = 1
    """How often."""
    article: int | None = None
    """The place of an article, counted from 0, where digits alone were typed."""
    known: bool = True
    """False for a key that means nothing here."""


class Dispatcher:
    """Takes one key after the other and says what they come to."""

    def __init__(self, found: Keymap) -> None:
        """Take the keymap."""
        self.keymap = found
        self.prefix: tuple[str, ...] = ()
        self.digits = ""
        self._echo: tuple[str, ...] = ()

    @property
    def pending(self) -> str:
        """What was typed and waits for more, as the footer shows it."""
        return " ".join(part for part in (self.digits, *self.prefix) if part)

    @property
    def waits(self) -> bool:
        """Whether the next key may belong to the last."""
        return bool(self.pending or self._echo)

    def feed(self, key: str) -> Outcome:
        """Take a key and return what it comes to."""
        echo, self._echo = self._echo, ()
        if echo and self.keymap.get((*echo, key)) == self.keymap.get(echo):
            return Outcome()
        if not self.prefix and len(key) == 1 and key.isdecimal() and (self.digits or key != "0"):
            self.digits = (self.digits + key)[-4:]
            return Outcome()
        if self.pending and key == "escape":
            self.reset()
            return Outcome()
        sequence = (*self.prefix, key)
        name = self.keymap.get(sequence)
        if name is not None:
            count = int(self.digits or 1)
            self.reset()
            self._echo = sequence if any(other[:-1] == sequence for other in self.keymap) else ()
            return Outcome(BY_NAME[name], count)
        starts = any(len(other) > len(sequence) and other[: len(sequence)] == sequence for other in self.keymap)
        self.prefix = sequence if starts else ()
        if not starts:
            self.digits = ""
        return Outcome(known=starts)

    def lapse(self) -> Outcome:
        """Give up waiting for more keys; digits alone are the number of an article."""
        digits, prefix = self.digits, self.prefix
        self.reset()
        return Outcome(article=int(digits) - 1) if digits and not prefix else Outcome()

    def reset(self) -> None:
        """Forget what was typed."""
        self.prefix, self.digits, self._echo = (), "", ()

    def continuations(self) -> tuple[tuple[str, Command], ...]:
        """Return the keys that may follow the prefix, with their commands."""
        if not self.prefix:
            return ()
        size = len(self.prefix)
        return tuple(
            (other[size], BY_NAME[name])
            for other, name in self.keymap.items()
            if len(other) > size and other[:size] == self.prefix
        )
