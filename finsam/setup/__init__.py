"""What the Makefile's commands do, from a bare machine to a served product.

Knows only the standard library: it runs before anything is installed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- the message is for those who have less
    sys.exit("Finsam needs Python 3.11 or newer; this is " + sys.version.split()[0])
