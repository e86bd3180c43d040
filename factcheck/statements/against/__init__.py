"""Figures set against one another: gaps, leads, orders, ratios."""
