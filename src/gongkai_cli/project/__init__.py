"""The office's folder. The only package that opens files."""
