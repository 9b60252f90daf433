"""SOC: profiles on social networks."""
