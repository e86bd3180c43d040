"""The files that ``factcheck init`` writes."""
