"""Figures and moments: which of them are about one thing, and how far they part."""
