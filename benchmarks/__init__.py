"""Measurements: never run as tests, always reported with the machine they were made on."""
