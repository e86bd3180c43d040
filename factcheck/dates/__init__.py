"""Dates and lengths of time in prose: the days that words allow, and the claims made of them."""
