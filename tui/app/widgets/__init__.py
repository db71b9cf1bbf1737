"""Widgets that draw what ``present`` computed, line by line."""
