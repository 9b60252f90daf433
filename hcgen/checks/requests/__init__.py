"""REQ: what customers' requests need, and what they are told of them."""
