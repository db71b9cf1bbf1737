"""Dates and times of day, resolved from the day of publishing."""
