"""A movement: what an amount was, what it is, by how much it rose or fell, gathered around the word that tells it."""
