"""TRN: translations."""
