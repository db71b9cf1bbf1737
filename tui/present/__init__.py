"""Presenting: a collation becomes what is shown, without a screen."""
