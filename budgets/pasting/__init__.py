"""What is pasted from Excel or Word, understood against a budget. Pure.

`preview` says what a paste would do, and raises PasteRefused with a sentence to show.
"""

from budgets.pasting.blocks import PasteRefused
from budgets.pasting.places import Focus
from budgets.pasting.preview import Preview
from budgets.pasting.previewing import preview

__all__ = ["Focus", "PasteRefused", "Preview", "preview"]
