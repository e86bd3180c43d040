"""What the words around a form make of it: a figure in company, a movement, a pair, a part."""
