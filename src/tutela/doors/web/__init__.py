"""The web door: pages for staff, and the public pages about the instrument."""
