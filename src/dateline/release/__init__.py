"""The one door: whatever leaves the house goes through here, masked, coarsened, cut, and no wider than it may go.

Printing, reports, exports and interfaces take claims from these functions alone. The rules: ETHICS.md, care.
"""

from dateline.release.door import RECENT, release_claim, release_claims, release_extraction
from dateline.release.mask import BLOCK
from dateline.release.problem import release_problem
from dateline.release.reading import release_reading
from dateline.release.sensitivity import SENSITIVITIES, Marks, Sensitivity
from dateline.release.situations import release_situations
from dateline.release.window import MOST, cut_excerpt

__all__ = [
    "BLOCK",
    "MOST",
    "RECENT",
    "SENSITIVITIES",
    "Marks",
    "Sensitivity",
    "cut_excerpt",
    "release_claim",
    "release_claims",
    "release_extraction",
    "release_problem",
    "release_reading",
    "release_situations",
]
