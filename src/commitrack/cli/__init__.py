"""The command line: options to one use case, and what it gives to a face."""
