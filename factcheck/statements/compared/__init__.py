"""Amounts and changes wherever they stand: in one sentence, or in some that follow one another."""
