"""factcheck: which figures of a draft cannot all be true, with the arithmetic, and which were not checked."""
