"""What search engines and messengers read about a page."""
