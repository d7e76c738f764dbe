"""The doors: each turns its input into an Action, calls `perform` once and translates the answer."""
