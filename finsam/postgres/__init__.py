"""The embedded PostgreSQL: a private cluster of this checkout, used where DATABASE_URL is not set.

Knows only the standard library, because `make run` needs it before anything is installed.
"""

from pathlib import Path

from finsam.postgres.clusters import Cluster
from finsam.refusal import Refusal

__all__ = ["MAIN", "TEST", "Cluster", "Refusal", "start"]

CHECKOUT = Path(__file__).resolve().parents[2]
MAIN = Cluster(CHECKOUT, "postgres")
# The tests' own: it may lose everything when the machine falls, which makes it quick.
TEST = Cluster(CHECKOUT, "postgres-test", durable=False)


def start() -> None:
    """Start the checkout's cluster unless it answers already; safe for several at once."""
    MAIN.start()
