"""Word's fields: a code that the reader does not see, and its result that stands in the text."""

import re
from dataclasses import dataclass, field

from plans.document.html.allowed import kept_attribute

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
DEEPEST = 20
_CONTENTS = re.compile(r"\s*TO[CAF]\b")


@dataclass(slots=True)
class Fields:
    """The codes of the fields that are open, outermost first. They may reach over paragraphs."""

    codes: list[str] = field(default_factory=list)
    deeper: int = 0
    """Fields that are open beyond the deepest that is looked at."""

    def turn(self, kind: str) -> None:
        """Meets a "begin" or an "end"."""
        if kind == "begin" and len(self.codes) < DEEPEST:
            self.codes.append("")
        elif kind == "begin":
            self.deeper += 1
        elif kind == "end" and self.deeper:
            self.deeper -= 1
        elif kind == "end" and self.codes:
            self.codes.pop()

    def add(self, code: str) -> None:
        """More of the innermost code."""
        if self.codes and not self.deeper:
            self.codes[-1] += code

    @property
    def is_contents(self) -> bool:
        """Whether a contents list is open."""
        return any(map(_CONTENTS.match, self.codes))

    @property
    def href(self) -> str:
        """The address of the innermost link, "" outside one."""
        for code in reversed(self.codes):
            found = _LINK.match(code)
            if found:
                return kept_attribute("a", "href", found[1]) or ""
        return ""
