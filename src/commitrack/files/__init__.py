"""What touches the disk: finding the ledger, the one way to write it, and the kept texts."""
