"""The ledger: TOML text read into values, faults placed, and new blocks written at its end."""
