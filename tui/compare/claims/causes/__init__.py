"""Causes: why it was done, for what, and what an article leaves open of it."""
