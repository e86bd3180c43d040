"""One figure given twice: in the headline and the body, or under one name."""
