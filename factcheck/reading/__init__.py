"""How a draft is read: the figure first, then what it counts, whose it is and when it held."""
