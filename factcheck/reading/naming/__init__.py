"""Who and where is named: people, parties and places, and who stands in a sentence."""
