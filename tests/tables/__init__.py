"""Scripts that build the tables of words in ``tui/language``; run by hand, not imported."""
