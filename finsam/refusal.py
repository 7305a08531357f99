"""What the set-up and the embedded PostgreSQL say when they cannot do what they are asked."""


class Refusal(Exception):
    """A message for the person at the keyboard: what is wrong and what to do about it."""
