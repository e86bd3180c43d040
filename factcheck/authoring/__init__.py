"""For those who write packs: their examples are run, and their rules explained."""
