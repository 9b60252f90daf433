"""Words of one language each: which find each other, and which must not."""
