"""The key store: private keys, the trace of every release, blind tokens. A database of its own, and a log-in of its own."""
