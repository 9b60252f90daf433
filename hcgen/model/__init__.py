"""Frozen values that say what a help centre is; nothing here reads a file or makes a page."""
