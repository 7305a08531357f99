"""Words too long for a line: print breaks them, for they would freeze it and leave the page."""

import re

LONGEST = 60
"""Characters without a place to break. No word of the language is longer than this."""
BREAK = "\u200b"
"""A space without width: it tells where a line may end, and is no part of the text."""

_TOKEN = re.compile(
    r"""(?P<kept><(style|title)\b.*?</\2\s*>|<!.*?>)
      | (?P<tag></?(?P<name>[a-z]\w*)(?:[^>"']|"[^"]*"|'[^']*')*>)
      | [^<]+ | <""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_WORD = re.compile(rf"[^ \t\n\r\f{BREAK}]+")
_SIGN = re.compile(r"&#?\w+;|.", re.DOTALL)
_INLINE = {"a", "em", "span", "strong"}


def broken(html: str) -> str:
    """The page with a place to break a line after each 60 characters that have none.

    A word may go on through marks and links. What the body's tag says is broken too: it is
    printed at the head of every page.
    """
    parts = []
    run = 0
    for token in _TOKEN.finditer(html):
        part = token[0]
        name = (token["name"] or "").lower()
        if token["kept"] or (name and name != "body"):
            run = run if name in _INLINE else 0
        else:
            part, run = _broken(part, run)
        parts.append(part)
    return "".join(parts)


def _broken(text: str, run: int) -> tuple[str, int]:
    """The text after `run` characters without a break, and how many there are at its end."""
    parts: list[str] = []
    end = 0
    for word in _WORD.finditer(text):
        run = run if word.start() == 0 else 0
        part, run = _divided(word[0], run)
        parts += text[end : word.start()], part
        end = word.end()
    return "".join(parts) + text[end:], 0 if end < len(text) else run


def _divided(word: str, run: int) -> tuple[str, int]:
    if run + len(word) <= LONGEST:
        return word, run + len(word)
    # What stood before counts, but is written already.
    signs = [""] * run + _SIGN.findall(word)
    pieces = [signs[at : at + LONGEST] for at in range(0, len(signs), LONGEST)]
    return BREAK.join("".join(piece) for piece in pieces), len(pieces[-1])
