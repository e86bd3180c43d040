"""How a figure is read: the anchor first, then its number, unit, hedge, and the values that its words allow."""
