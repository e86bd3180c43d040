"""Which contest a sentence speaks of, and who won it: places, headings, offices, role words."""
