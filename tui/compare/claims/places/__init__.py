"""Places: where it was done, read of events told by a verb or by a noun."""
