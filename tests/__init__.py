"""Tests, cases and measurements of Sidebyline."""
