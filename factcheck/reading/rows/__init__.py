"""How results in rows, lists and columns are read: which rows stand together, and what their figures count."""
