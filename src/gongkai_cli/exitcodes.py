"""Exit codes but for 0 and 1: a wrong call, a fault of ours, Ctrl+C. check-deadlines has its own."""

USAGE, BROKEN, INTERRUPTED = 2, 3, 130
