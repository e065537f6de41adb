"""gongkai: one campaign file in, every document of the campaign out."""

__version__ = "0.1.0"
