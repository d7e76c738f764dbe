"""The door for programs: API v1, generated from the actions."""
