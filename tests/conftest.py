"""Fixtures that tests of more than one package use."""
