"""CON: the contact channels as a set."""
