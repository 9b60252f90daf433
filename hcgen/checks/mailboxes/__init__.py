"""EML: mail addresses."""
