"""What the reader changes in the collation by hand: links, the base article, removed lines, the articles themselves."""

import os
import shlex
from dataclasses import replace
from functools import partial
from pathlib import Path

from tui.app.screens.base import Done
from tui.app.screens.finding import Finding
from tui.model.alignment import Hands
from tui.model.errors import LedgerError
from tui.present.plain import ordinal_place


class Handwork(Finding):
    """Changes the collation by hand; every change can be undone."""

    def __init__(self) -> None:
        """Start with no link begun."""
        super().__init__()
        self.sources: tuple[str, ...] = ()
        self.link_from: str | None = None

    def collate(self) -> object:
        """Have the engine collate the sources."""
        raise NotImplementedError

    def keep_hands(self, hands: Hands, sentence: str) -> None:
        """Keep what was decided by hand, collate again, and remember how to take it back."""
        before = self.book.hands
        if self._keep(hands):
            self.done.append(Done(sentence, partial(self._keep_again, before)))
            self.say(f"{sentence[0].upper()}{sentence[1:]}; z takes it back.")

    def _keep_again(self, hands: Hands) -> None:
        """Put back what was decided by hand before."""
        self._keep(hands)

    def _keep(self, hands: Hands) -> bool:
        """Keep ``hands`` and collate again; return whether they could be kept."""
        try:
            self.book.keep_hands(hands)
        except LedgerError as error:
            self.say(str(error))
            return False
        self.collate()
        return True

    def do_link(self, _count: int) -> None:
        """Take the passage as one end of a link, or, with one end taken, link the two or cut their link."""
        scene, here = self.scene, self.spot.passage
        if scene is None or here is None:
            self.say("This article says nothing here; a link takes a passage.")
        elif self.link_from is None:
            self.link_from = here
            self.say(
                f"Linking {here}: go to the passage of another article that tells the same and press L again; Esc leaves it."
            )
        elif scene.story.passages[here].siglum == scene.story.passages[self.link_from].siglum:
            self.link_from = here
            self.say(f"Linking {here} now; the other passage must stand in another article.")
        else:
            order = list(scene.story.passages)
            first, second = sorted((self.link_from, here), key=order.index)
            self.link_from = None
            self._join_or_part(first, second)

    def _join_or_part(self, first: str, second: str) -> None:
        """Cut the link of two passages where there is one, else make it."""
        if self.scene is None:
            return
        hands, pair = self.book.hands, (first, second)
        point = self.scene.story.point_of.get(first)
        together = any({link.a, link.b} == set(pair) for link in self.scene.story.links_of.get(first, ()))
        if together or (point is not None and second in point.passages):
            self.keep_hands(
                replace(hands, cut=hands.cut | {pair}, linked=hands.linked - {pair}), f"cut the link of {first} and {second}"
            )
        else:
            self.keep_hands(replace(hands, linked=hands.linked | {pair}, cut=hands.cut - {pair}), f"linked {first} and {second}")

    def do_base(self, _count: int) -> None:
        """Make the article under the cursor the base article."""
        if self.scene is None:
            return
        siglum = self.scene.grid.sigla[self.spot.lane]
        before = self.base
        if siglum == before:
            self.say(f"{siglum} is the base article already; ← → goes to another.")
            return
        self.done.append(Done(f"made {siglum} the base article", partial(self._rebase, before)))
        self._rebase(siglum)
        self.say(f"{siglum} is the base article now: it stands first, and the others are set against it.")

    def _rebase(self, siglum: str | None) -> None:
        """Set the rows in the order of another base article."""
        self.base = siglum
        self.restage()
        self.show_view()

    def open_key(self, key: str) -> None:
        """Bring a removed line back or take it away again; drop a doubtful paragraph or keep it again."""
        from tui.present.removed import RESTORED, deed_of  # noqa: PLC0415  # not for the first picture

        if self.scene is None:
            return
        siglum, deed, text = deed_of(key)
        hands, mine = self.book.hands, (self.scene.story.articles[siglum].source, text)
        if deed == RESTORED:
            told = "took away" if mine in hands.restored else "brought back"
            self.keep_hands(replace(hands, restored=hands.restored ^ {mine}), f"{told} a line of {siglum}")
        else:
            told = "kept" if mine in hands.dropped else "dropped"
            self.keep_hands(replace(hands, dropped=hands.dropped ^ {mine}), f"{told} a paragraph of {siglum}")

    def do_add(self, _count: int) -> None:
        """Ask for an article to add."""
        from tui.app.screens.adding import AddPage  # noqa: PLC0415  # not for the first picture

        start = Path(self.sources[-1]).resolve().parent if self.sources and "://" not in self.sources[-1] else Path()
        self.app.push_screen(AddPage(start), self.add_source)

    def add_source(self, source: str | None) -> None:
        """Add an article and collate again."""
        if source is None:
            return
        if source in self.sources:
            self.say(f"{source} is among the articles already.")
            return
        before = self.sources
        self.sources = (*before, source)
        self.done.append(Done(f"added {source}", partial(self._read_only, before)))
        self.collate()

    def _read_only(self, sources: tuple[str, ...]) -> None:
        """Collate these sources."""
        self.sources = sources
        self.collate()

    def do_reload(self, _count: int) -> None:
        """Read the articles again."""
        self.say("Reading the articles again; marks and notes stay.")
        self.collate()

    def do_edit(self, _count: int) -> None:
        """Open the article in the reader's editor at the cursor's line."""
        import subprocess  # noqa: PLC0415  # not for the first picture

        scene = self.scene
        if scene is None:
            return
        article = scene.story.articles[scene.grid.sigla[self.spot.lane]]
        if "://" in article.source or not Path(article.source).is_file():
            self.say(f"{article.source} is not a file here; o opens an address in the browser.")
            return
        line = scene.story.passages[self.spot.passage].line if self.spot.passage else None
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        try:
            with self.app.suspend():
                subprocess.run([*command, *([f"+{line}"] if line else []), article.source], check=False)  # noqa: S603  # the reader's own editor
        except OSError as error:
            self.say(f"The editor “{command[0]}” does not start: {error.strerror}; set EDITOR to one that does.")
            return
        self.app.refresh()
        self.say("Back from the editor; r reads the articles again.")

    def do_browse(self, _count: int) -> None:
        """Open the article's address in the browser."""
        import webbrowser  # noqa: PLC0415  # not for the first picture

        scene = self.scene
        if scene is None:
            return
        article = scene.story.articles[scene.grid.sigla[self.spot.lane]]
        address = article.metadata.address or (article.source if "://" in article.source else None)
        if address is None or not address.startswith(("http://", "https://")):
            where = ordinal_place(1, None) if self.spot.passage is None else self.spot.passage
            self.say(f"No address is known for the article of {where}; e opens its file.")
        elif webbrowser.open(address):
            self.say(f"Opened {address}.")
        else:
            self.say(f"No browser starts here; the address is {address}.")
