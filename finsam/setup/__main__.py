"""`python3 -m finsam.setup run|test|bench|stop`: called by the Makefile."""

import sys

from finsam.refusal import Refusal
from finsam.setup import commands

COMMANDS = {
    "run": commands.run,
    "test": commands.test,
    "bench": commands.bench,
    "stop": commands.stop,
}


def main(name: str) -> int:
    """Do the command; the exit code says whether it went well."""
    try:
        return COMMANDS[name]()
    except Refusal as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
