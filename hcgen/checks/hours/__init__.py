"""HRS: when channels are open."""
