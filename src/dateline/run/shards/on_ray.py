"""Shards on many machines: tasks of a Ray cluster, results in a folder that all of them see.

Ray is the only thing that knows of machines: a task whose node dies is given to another node, and writes the same
result under the same name. Inputs and the ledger's folder must lie at the same path on every node (a shared disk); the
ledger itself is touched by the first process alone.
"""

from __future__ import annotations

import logging
import os
from types import TracebackType
from typing import Any, Self

from dateline.errors import ExtractError, MissingExtra
from dateline.run.shards.engine import Wait
from dateline.run.shards.work import Task, work

_AHEAD = 4


class OnRay:
    """An engine on the cluster that RAY_ADDRESS names, else on one that is started here with so many processes.

    A cluster that this process is connected to already is used as it is, and left as it is. Raises MissingExtra where
    Ray is not installed.
    """

    def __init__(self, workers: int | None) -> None:
        self._ray = _ray()
        self._connected = self._ray.is_initialized()
        if not self._connected:
            address = os.environ.get("RAY_ADDRESS")
            here: dict[str, Any] = {} if address else {"num_cpus": workers, "include_dashboard": False}
            self._ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **here)
        self.ahead = _AHEAD * (workers or max(1, int(self._ray.cluster_resources().get("CPU", 1))))
        self._work = self._ray.remote(num_cpus=1, max_retries=-1)(work)

    def submit(self, task: Task) -> Wait:
        """Hand a task to the cluster."""
        reference = self._work.remote(task)
        return lambda: self._wait(reference)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._connected:
            self._ray.shutdown()

    def _wait(self, reference: object) -> None:
        try:
            self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from None
        except self._ray.exceptions.RayError as error:
            raise ExtractError(
                f"the Ray cluster gave a shard up ({type(error).__name__}): what was done is kept, run the same again"
            ) from error


def _ray() -> Any:
    try:
        import ray
    except ImportError:
        raise MissingExtra("--engine ray needs Ray: pip install 'dateline[ray]'") from None
    return ray
