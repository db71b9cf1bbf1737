"""Figures: numbers, shares, sums of money, measures, durations, ages and places in an order, and what they count."""
