"""What the tables named for a check tell of one draft."""
