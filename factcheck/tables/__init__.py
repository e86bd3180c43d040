"""Reference tables: the file, its rows, and the claims that they make."""
