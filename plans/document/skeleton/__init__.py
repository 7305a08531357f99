"""A plan to start from where there is none: a skeleton with guiding questions. Pure."""

from plans.document.skeleton.whole import skeleton

__all__ = ["skeleton"]
