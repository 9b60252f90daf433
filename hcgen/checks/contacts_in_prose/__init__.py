"""CON: what articles say about channels."""
