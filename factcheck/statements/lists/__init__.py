"""So many announced and so many named."""
