"""How well search finds, what it costs and how fast it is, with other engines beside it."""
