"""Dates as notices write them: understood exactly, or refused."""
