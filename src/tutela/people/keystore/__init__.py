"""The key store: private keys, the trace of every release, blind tokens; a database and a log-in of its own."""
