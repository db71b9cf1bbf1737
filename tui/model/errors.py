"""What can go wrong with a reader's input, each with one clear sentence."""


class UnreadableError(Exception):
    """A source that cannot become an article; its message is one sentence for the reader."""


class CancelledError(Exception):
    """The reader stopped the work."""


class LedgerError(Exception):
    """Marks and notes that cannot be read or kept; its message is one sentence for the reader."""


class ModelError(Exception):
    """An embedding model that the settings name and that cannot be used; its message is one sentence for the reader."""
