"""Which findings count: waivers, the baseline, what was changed, and how much was checked."""
