"""Samråd with the members."""
