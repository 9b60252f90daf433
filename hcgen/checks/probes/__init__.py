"""What runs of `hcgen probe` saw, and what people tried."""
