"""What is told, as text: one module for each format, each a pure function of the report."""
