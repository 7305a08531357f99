"""Akten: what was sent and decided about a plan, with answers, recipients and steps, to keep."""
