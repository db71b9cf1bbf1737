"""Deeds: what was done by the verbs of two clauses, how far it has come, in which order, by how many and by whom first."""
