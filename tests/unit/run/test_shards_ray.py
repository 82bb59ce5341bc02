"""Shards on a Ray cluster of two nodes, one of which dies in the middle: the facts are those of one machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from shard_runs import archive, facts, run

from dateline.run import Tally, Unwatched, add_inputs

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'dateline[ray]'")
STORE = 80 << 20
ON_PATH = str(Path(__file__).parents[3] / "src")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    made = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 1, "include_dashboard": False, "object_store_memory": STORE},
    )
    made.add_node(num_cpus=1, object_store_memory=STORE)
    ray.init(address=made.address, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": ON_PATH}})
    yield made
    ray.shutdown()
    made.shutdown()  # type: ignore[no-untyped-call]


class Killing(Unwatched):
    """Kills the second node when a shard is entered, so that others are under way."""

    def __init__(self, cluster: Any) -> None:
        self.cluster = cluster
        self.killed_at: float | None = None

    def moved(self, tally: Tally) -> None:
        if self.killed_at is None:
            self.killed_at = tally.share
            (node,) = self.cluster.worker_nodes
            self.cluster.remove_node(node, allow_graceful=False)


def test_a_node_dies_and_nothing_is_lost_or_there_twice(cluster: Any, tmp_path: Path) -> None:
    from dateline.run.shards.on_ray import OnRay

    inputs = archive(tmp_path / "a.jsonl", 60)
    add_inputs([inputs], tmp_path / "one.db")
    watch = Killing(cluster)
    run(inputs, tmp_path / "ray.db", OnRay(None), watch)
    assert watch.killed_at is not None and watch.killed_at < 0.5
    assert len(cluster.worker_nodes) == 0
    assert facts(tmp_path / "ray.db") == facts(tmp_path / "one.db")
    assert ray.is_initialized()  # a cluster that was there before is left as it is
