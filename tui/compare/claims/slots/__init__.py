"""Slots: to whom or what it was done: the places that nouns fill beside a verb, and what two clauses put there."""
