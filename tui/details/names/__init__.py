"""Names: persons, organisations, places and other names, the offices that are held, and who is meant by which form."""
