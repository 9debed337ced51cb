"""Extract: the time expressions and the statements in an article, each with its reasons."""
