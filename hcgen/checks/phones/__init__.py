"""PHN: telephone numbers."""
