"""Use cases, one module each: what a verb does, without a word of how it is printed."""
