"""Traces in words: what happened, as the federation reads it."""

from plans.telling.groups import Group
from plans.telling.sentences import sentence

__all__ = ["Group", "sentence"]
