"""Pieces that several kinds of page show."""
