"""Whose a figure is and of which race; who is meant by "he", "the party", "the former MP"."""
