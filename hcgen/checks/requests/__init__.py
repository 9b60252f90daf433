"""REQ: what customers are asked to tell, and how their message is put together."""
