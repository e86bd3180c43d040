"""What moved: what an amount was, what it is, by how much, and which way."""
