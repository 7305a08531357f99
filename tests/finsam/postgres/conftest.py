"""A checkout of its own for each test, with a cluster that is stopped when the test ends."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from finsam.postgres import Cluster, places


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path, "postgres", durable=False)
    yield cluster
    cluster.stop()
    # Under root the folder may lie outside the checkout.
    if place := places.recorded(cluster.record):
        shutil.rmtree(place.folder)


@pytest.fixture
def durable(cluster: Cluster) -> Cluster:
    """Like the one that keeps people's work; slower."""
    durable = Cluster(cluster.checkout, cluster.name)
    durable.start()
    return durable


@pytest.fixture
def started(cluster: Cluster) -> Cluster:
    cluster.start()
    return cluster
