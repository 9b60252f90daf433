"""SRH: what customers type, and what they find."""
