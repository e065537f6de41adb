"""What the tests and the benchmarks have in common: inputs to draw, laws to hold to, pages to measure."""
