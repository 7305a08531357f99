from dataclasses import dataclass


@dataclass
class Merge:
    html: str
    is_clean: bool = True


def merged(b, m, t):
    return Merge(m + t)
