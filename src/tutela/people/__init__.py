"""Who people are: sealed details, keys, search by name, erasure."""
