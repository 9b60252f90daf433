"""SEC: what pages may load, and from where."""
