"""ART: single articles."""
