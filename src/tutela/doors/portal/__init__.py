"""A person's own door: a site of its own, with minutes instead of a log-in, and nothing on it that tells what it is."""
