"""hcgen: a static help-centre generator that checks its contact channels and its articles."""

__version__ = "0.1.0"
