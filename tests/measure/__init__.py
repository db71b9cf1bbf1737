"""Measurements on the corpora that lie beside the project."""
