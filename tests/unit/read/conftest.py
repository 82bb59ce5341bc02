"""Makes `saved_pages`, which lies beside the tests, importable in whatever way they are collected."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
