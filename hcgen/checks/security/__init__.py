"""SEC: what pages may load and from where, and addresses that deceive."""
