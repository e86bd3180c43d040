"""Lives, ages and spells that a draft tells, as statements for the packs: who was born, died and served when."""
