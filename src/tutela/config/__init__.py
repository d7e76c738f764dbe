"""Settings, addresses, the database: what an installation is made of."""
