"""A plan on its way to a decision: versions that were sent, what was asked, what was decided."""
