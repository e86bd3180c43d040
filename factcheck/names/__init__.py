"""The names of people, parties and places: what is known of them beforehand, and when two wordings are one name."""
