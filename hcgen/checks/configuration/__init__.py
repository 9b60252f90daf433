"""CFG: the configuration and the data files as such."""
