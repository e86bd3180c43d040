"""Scores and who scored: sets, headlines of matches, bowling."""
