"""The key store: private keys, the trace of every release, blind tokens; with a database of its own."""
