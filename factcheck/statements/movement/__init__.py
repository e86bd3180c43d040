"""What moved, as statements: units that belong together, signs, and what makes a movement doubtful."""
