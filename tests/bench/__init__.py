"""Measures of the desk in a real pseudo-terminal."""
