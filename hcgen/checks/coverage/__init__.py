"""COV: what must be there, and which gaps are accepted."""
