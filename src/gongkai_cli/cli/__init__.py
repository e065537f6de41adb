"""The command line: arguments in, exit codes out. One command, one file."""
