"""What a figure counts: the forms of the packs, the noun beside it, and whether it is a change."""
