"""What the desk tells: the bars above and below, the list's head, the lower pane, messages."""

from dataclasses import replace
from typing import Final

from tui.app.commands import BY_NAME, COMMANDS, WITHOUT_ARTICLES, shown
from tui.app.keymap import Dispatcher, Keymap, keys_of
from tui.app.screens.base import DeskBase
from tui.app.widgets.mast import Mast
from tui.model.collation import Fact
from tui.present.lines import Entry, Line, Piece, Tone
from tui.present.plain import counted

NARROW: Final = 100
"""Below this many cells the list of divergences has no place of its own."""
_COMPARING: Final = "comparing …"
_NAME: Final = Piece("Sidebyline", Tone.ACCENT)


class Telling(DeskBase):
    """Brings every bar and the lower pane in line with the state."""

    def __init__(self) -> None:
        """Start without a message."""
        super().__init__()
        self.dispatcher = Dispatcher({})
        self.message = ""
        self._pane_due = False
        self._keys_told: tuple[Keymap, int, bool, Line] = ({}, 0, False, Line())

    def tell(self) -> None:
        """Bring bars, list and lower pane in line with the place."""
        if self.scene is None:
            return
        self.tell_mast()
        self.tell_list()
        self.tell_keys()
        if not self._pane_due:
            self._pane_due = True
            self.call_after_refresh(self._tell_pane_now)

    def _tell_pane_now(self) -> None:
        """Explain what is under the cursor once the cursor itself is drawn, however many keys came meanwhile."""
        self._pane_due = False
        self.tell_pane()

    def tell_top(self) -> None:
        """Show the story and its counts."""
        if self.scene is None:
            self.bar("top").show(Line((_NAME,)))
            return
        story = self.scene.story
        independent = story.collation.sourcing.independent
        articles = counted(len(story.sigla), "article") + (
            f" · {independent} independent" if independent and self.size.width >= NARROW else ""
        )
        right = _COMPARING if self.comparing else self.counts.brief if self.size.width < NARROW else str(self.counts)
        tone = Tone.FAINT if self.comparing else Tone.PRECISION
        left = (_NAME, Piece(f" {self.title_of()}  ", Tone.TEXT), Piece(articles, Tone.FAINT))
        self.bar("top").show(Line(left, (Piece(right, tone, plain=True),)))

    def title_of(self) -> str:
        """Return a name for the story that leaves room for the counts."""
        title = self.scene.story.title if self.scene else ""
        room = max(self.size.width - (56 if self.size.width < NARROW else 92), 16)
        return title if len(title) <= room else title[: room - 1].rsplit(" ", 1)[0] + " …"

    def tell_mast(self) -> None:
        """Show what stands above the columns."""
        if self.columns.frame is not None:
            self.query_one("#mast", Mast).show(self.headings(), self.columns.frame, self.spot.lane)

    def tell_list(self) -> None:
        """Show which divergences are listed, and put the list's cursor on the fact in hand."""
        scene = self.scene
        if scene is None:
            return
        if self.comparing:
            self.bar("listhead").show(Line((Piece(_COMPARING, Tone.FAINT),)))
            return
        self.entries("list").point(self.place_in_list())
        self.bar("listhead").show(
            Line((Piece("Divergences", Tone.STRONG),), (Piece(f" {self.sieve} ", Tone.FAINT), *self._offer("filter"))),
        )
        minor = scene.minor if self.sieve.minor_hidden else 0
        kept = len(scene.story.divergences) - len(scene.facts) - minor
        pieces = [Piece(f"{minor} minor hidden  ", Tone.FAINT), *self._offer("hide-minor")] if minor else []
        if kept > 0:
            pieces += [Piece(f"{'  ' if pieces else ''}{kept} filtered out  ", Tone.FAINT), *self._offer("clear-filter")]
        self.bar("listfoot").show(Line(tuple(pieces)))

    def _offer(self, name: str) -> tuple[Piece, ...]:
        """Return the key of a command and its label; nothing for a command without a key."""
        keys = keys_of(self.dispatcher.keymap, name)
        return (Piece(shown(keys[0]), Tone.ACCENT), Piece(f" {BY_NAME[name].label}", Tone.FAINT)) if keys else ()

    def tell_pane(self) -> None:
        """Explain the fact under the cursor, or the row where there is none."""
        from tui.present.explain import explained, headline_of  # noqa: PLC0415  # not for the first picture

        scene, fact = self.scene, self.fact
        if scene is None:
            return
        width = max(self.entries("pane").size.width - 2, 20)
        if self.comparing:
            self.bar("rule").show(Line((Piece("── ", Tone.RULE), Piece(f"{_COMPARING} ", Tone.FAINT)), fill=True))
            self.entries("pane").show((), None)
            return
        if fact is not None:
            decision = self.decision_of(fact)
            head = headline_of(fact, decision)
            shown_entries = explained(scene.story, fact, decision, self.pair_of(fact), width)
        else:
            head, shown_entries = self._row_without_fact()
        self.bar("rule").show(self._with_keys(head) if fact is not None else head)
        cursor = next(
            (place for place, entry in enumerate(shown_entries) if entry.rests and entry.passage == self.spot.passage), None
        )
        self.entries("pane").show(shown_entries, cursor)

    def _with_keys(self, head: Line) -> Line:
        """Return the pane's head with the keys that decide about its fact, where there is room."""
        if self.entries("pane").size.width < NARROW:
            return head
        names = ("mark", "note", "copy", "next-pair")
        keys = [(shown(found[0]), BY_NAME[name].label) for name in names if (found := keys_of(self.dispatcher.keymap, name))]
        pieces = [Piece(f" {key} {label} ", Tone.FAINT) for key, label in keys]
        return replace(head, right=(*head.right[:1], *pieces, *head.right[1:]))

    def pair_of(self, fact: Fact) -> tuple[int, int]:
        """Return the two readings compared word by word: with the odd one first, else the reader's, then the others."""
        size = len(fact.readings)
        mine = next((place for place, reading in enumerate(fact.readings) if reading.passage == self.spot.passage), size - 1)
        odd = next((place for place, reading in enumerate(fact.readings) if reading.odd), mine)
        pairs = [(a, b) for a in range(size) for b in range(a + 1, size) if fact.readings[a].passage != fact.readings[b].passage]
        pairs.sort(key=lambda pair: odd not in pair)
        return pairs[self.pair % len(pairs)] if pairs else (0, size - 1)

    def _row_without_fact(self) -> tuple[Line, tuple[Entry, ...]]:
        """Return head and entries for a row on which the articles do not part."""
        from tui.present.explain import alone  # noqa: PLC0415  # not for the first picture

        scene = self.scene
        if scene is None or not scene.grid.rows:
            return Line(fill=True), ()
        cells = scene.grid.rows[self.spot.row]
        told = [passage.id for cell in cells for passage in cell]
        silent = [siglum for siglum, cell in zip(scene.grid.sigla, cells, strict=True) if not cell]
        point = next((scene.story.point_of[passage].label for passage in told if passage in scene.story.point_of), "")
        alike = f"{point} · " if point else ""
        words = (
            f"told by {' '.join(p for p, c in zip(scene.grid.sigla, cells, strict=True) if c)} alone" if silent else "told by all"
        )
        head = Line((Piece("── ", Tone.RULE), Piece(f"{alike}{words}, nothing to compare ", Tone.FAINT)), fill=True)
        mine = self.spot.passage or (told[0] if told else "")
        return head, alone(scene.story, told, [(mine, siglum) for siglum in silent])

    def tell_keys(self) -> None:
        """Show what is being typed, a question, a message, or the keys of the table that fit."""
        if self.asked is not None:
            answers = [p for key, (label, _) in self.asked.answers.items() for p in _key(key, label)]
            line = Line((Piece(f"{self.asked.question}  ", Tone.STRONG), *answers, *_key("escape", "leave it")))
        elif self.dispatcher.pending:
            follow = [p for key, command in self.dispatcher.continuations() for p in _key(key, command.label)]
            more = follow or [Piece("then a key that can be repeated, or wait for the article", Tone.FAINT)]
            line = Line((Piece(f"{shown(self.dispatcher.pending)} …  ", Tone.STRONG), *more))
        elif self.message:
            line = Line((Piece(self.message, Tone.TEXT),))
        else:
            line = self._footer()
        self.bar("keys").show(line)

    def _footer(self) -> Line:
        """Return the line of keys, worked out once for each keymap and width."""
        keymap, width, open_, line = self._keys_told
        if keymap is not self.dispatcher.keymap or (width, open_) != (self.size.width, self.scene is not None):
            line = Line(self._fitting_keys())
            self._keys_told = (self.dispatcher.keymap, self.size.width, self.scene is not None, line)
        return line

    def _fitting_keys(self) -> tuple[Piece, ...]:
        """Return the keys of the table as far as they fit, the most important ones first, in the table's order."""
        chosen: dict[str, tuple[int, list[str]]] = {}
        for command in COMMANDS:
            keys = keys_of(self.dispatcher.keymap, command.name)
            if keys and (command.footer if self.scene is not None else command.name in WITHOUT_ARTICLES):
                first, _, sequence = keys[0].partition(" ")
                label = str(command.group).lower() if sequence else command.label
                chosen.setdefault(label, (command.footer, []))[1].append(shown(first))
        room = self.size.width - 2
        fitting: set[str] = set()
        for label, (_, found) in sorted(chosen.items(), key=lambda pair: pair[1][0]):
            room -= len(" ".join(found)) + len(label) + 3
            if room < 0:
                break
            fitting.add(label)
        return tuple(p for label, (_, keys) in chosen.items() if label in fitting for p in _key(" ".join(keys), label))

    def say(self, sentence: str) -> None:
        """Show a sentence in the bottom line until the next key."""
        self.message = sentence
        self.tell_keys()


def _key(keys: str, label: str) -> tuple[Piece, Piece]:
    """Return a key with what it does."""
    return Piece(shown(keys), Tone.ACCENT), Piece(f" {label}  ", Tone.FAINT)
