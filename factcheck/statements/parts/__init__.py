"""Wholes and their parts: breakdowns, shares, totals, answers."""
