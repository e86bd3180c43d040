"""Which contest a sentence speaks of: its place, its heading, its office."""
