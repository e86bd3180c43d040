"""From what was read to claims: who and what each figure is of."""
