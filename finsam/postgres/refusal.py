"""What the embedded PostgreSQL says when it cannot do what it is asked."""


class Refusal(Exception):
    """A message for the person at the keyboard: what is wrong and what to do about it."""
