"""The configuration: what can be set, and where it was."""
