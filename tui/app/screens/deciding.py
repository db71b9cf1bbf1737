"""Marks, notes, undoing, the sheet, copying."""

from functools import partial
from typing import Final

from tui.app.screens.asking import Asking
from tui.app.screens.base import Asked, Done
from tui.model.collation import Fact
from tui.model.errors import LedgerError
from tui.model.triage import Decision, Mark

_MARK_KEYS: Final = {"o": Mark.OPEN, "c": Mark.CONFIRMED, "d": Mark.DISMISSED, "a": Mark.ASK}


class Deciding(Asking):
    """Keeps what the reader decides."""

    def do_mark(self, _count: int) -> None:
        """Ask for the mark of the fact."""
        if self.fact is None:
            self.say("There is no divergence here to mark; n goes to the next one.")
            return
        answers = {key: (str(mark), partial(self.set_mark, mark)) for key, mark in _MARK_KEYS.items()}
        self.asked = Asked("Mark as", answers)
        self.tell_keys()

    def set_mark(self, mark: Mark) -> None:
        """Mark the fact."""
        if self.fact is not None:
            old = self.decision_of(self.fact)
            self.decide(self.fact, Decision(mark, old.note), f"marked “{self.fact.topic}” as {mark}")

    def do_dismiss(self, _count: int) -> None:
        """Dismiss the fact, or take it up again."""
        if self.fact is None:
            self.say("There is no divergence here to dismiss; n goes to the next one.")
        else:
            self.set_mark(Mark.OPEN if self.mark_of(self.fact) is Mark.DISMISSED else Mark.DISMISSED)

    def do_note(self, _count: int) -> None:
        """Write the note of the fact."""
        from tui.app.screens.note import NotePage  # noqa: PLC0415  # not for the first picture

        fact = self.fact
        if fact is None:
            self.say("There is no divergence here to note; n goes to the next one.")
            return

        def keep(note: str | None) -> None:
            old = self.decision_of(fact)
            if note is not None and note != old.note:
                self.decide(fact, Decision(old.mark, note), f"noted on “{fact.topic}”")

        self.app.push_screen(NotePage(fact.topic, self.decision_of(fact).note), keep)

    def decide(self, fact: Fact, decision: Decision, sentence: str) -> None:
        """Keep a decision, show it, and remember how to take it back."""
        old = self.decision_of(fact)
        try:
            self.book.decide(fact, decision)
        except LedgerError as error:
            self.say(str(error))
            return
        self.done.append(Done(sentence, partial(self._take_back, fact, old)))
        self.restage_decisions()
        self.say(f"{sentence[0].upper()}{sentence[1:]}; z takes it back.")

    def _take_back(self, fact: Fact, old: Decision) -> None:
        """Put back what was decided before."""
        self.book.decide(fact, Decision(old.mark, old.note))
        self.restage_decisions()

    def restage_decisions(self) -> None:
        """Show what changed through a decision; a filter on marks may let other facts through now."""
        if self.sieve.marks:
            self.restage()
        self.show_list()
        self.show_view()
        self.tell()

    def do_undo(self, count: int) -> None:
        """Take back what was done last."""
        for _ in range(min(count, len(self.done)) or 1):
            if not self.done:
                self.say("There is nothing to undo.")
                return
            last = self.done.pop()
            try:
                last.revert()
            except LedgerError as error:
                self.say(f"Not undone: {error}")
                return
            self.say(f"Undone: {last.sentence}.")

    def do_next_marked(self, count: int) -> None:
        """Go to the next fact with a mark or a note."""
        self._to_marked(count)

    def do_previous_marked(self, count: int) -> None:
        """Go to the previous fact with a mark or a note."""
        self._to_marked(-count)

    def _to_marked(self, by: int) -> None:
        """Go to another fact with a mark or a note, in the order of the list."""
        facts = self.scene.facts if self.scene else ()
        touched = [place for place, fact in enumerate(facts) if self.decision_of(fact).touched]
        here = self.place_in_list()
        start = -1 if here is None else here
        ahead = [place for place in touched if place > start] if by > 0 else [place for place in touched if place < start][::-1]
        if ahead:
            self.to_fact(facts[ahead[min(abs(by), len(ahead)) - 1]].id)
        else:
            self.say(
                "No further divergence is marked or noted; m marks this one." if touched else "Nothing is marked yet; m marks."
            )

    def do_export(self, _count: int) -> None:
        """Ask for the form of the sheet."""
        from tui.app.exports import FORMS  # noqa: PLC0415  # not for the first picture

        if self.scene is None:
            self.say("There is no sheet yet.")
            return
        self.asked = Asked(
            "Export the sheet as", {key: (label, partial(self._ask_path, key)) for key, (label, _) in FORMS.items()}
        )
        self.tell_keys()

    def _ask_path(self, key: str) -> None:
        """Ask where to write the sheet."""
        from tui.app.exports import default_path  # noqa: PLC0415  # not for the first picture

        self.ask_line("Write the sheet to", default_path(key), done=partial(self.export_to, key))

    def export_to(self, key: str, path: str) -> None:
        """Write the sheet and say where it is."""
        from tui.app.exports import written  # noqa: PLC0415  # not for the first picture
        from tui.present.report.sheet import Sheet  # noqa: PLC0415  # see above

        if self.scene is not None:
            facts = tuple(self.scene.facts)
            decisions = {fact.id: self.decision_of(fact) for fact in facts}
            self.say(written(key, path, Sheet(self.scene.story.collation, facts, decisions, self.book.orphans)))

    def do_copy(self, _count: int) -> None:
        """Copy the selected words or the passage with its reference."""
        from tui.app.clip import keep_copy  # noqa: PLC0415  # not for the first picture
        from tui.present.quoting import quoted_with_reference  # noqa: PLC0415  # not for the first picture

        scene = self.scene
        chosen = self.columns.chosen
        passage = chosen.passage if chosen else self.spot.passage
        if scene is None or passage is None:
            self.say("This article says nothing here; ← → goes to one that does.")
            return
        words = scene.story.passages[passage].text[chosen.start : chosen.end] if chosen else None
        text = quoted_with_reference(scene.story, passage, words)
        self.app.copy_to_clipboard(text)
        kept = keep_copy(text)
        self.say(f"Copied with its reference{f'; also in {kept}' if kept else ''}.")
