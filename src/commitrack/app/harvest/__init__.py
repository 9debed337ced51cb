"""What `read` does: articles to statements, statements to drafts, drafts to a ledger."""
