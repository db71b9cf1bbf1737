"""Quotations and sources: who is credited, and with which words."""
