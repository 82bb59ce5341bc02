"""Large inputs in shards: each worked on alone, here or elsewhere, kept in a file, and entered in the ledger in order.

A shard is a piece of the inputs with all that its claims depend on. Whoever works on it writes one result file under
another name and renames it: a result is there whole or not at all. One process enters the results in the ledger, in
the order of the inputs, a transaction a shard, and puts a receipt in the result's place. So a run can be stopped at
any point, by anything: started again it does what is missing, and the ledger's own ids see to it that nothing is
there twice.
"""

from dateline.run.shards.add import add_shards
from dateline.run.shards.engines import engine_of
from dateline.run.shards.shard import Settings

__all__ = ["Settings", "add_shards", "engine_of"]
