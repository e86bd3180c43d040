"""Dates, ages and lengths of time in prose: the days that their words allow."""
