# dateline's house-keeping. Needs Python 3.11 or newer, make and git; everything else goes into .venv.
#
#   make setup   .venv/bin/dateline, from pinned and hashed packages      make test   everything that must hold
#   make demo    the pages of examples/, from text to report.html         make gate   the scores against their floors
#   make fuzz    mutated pages through every reader and the extraction (long)

VENV   := .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
BUILD  := build
GAZETTEER := src/dateline/gazetteer/data/places.dlgaz
OUTLINES := src/dateline/gazetteer/data/outlines.json
# Reading the gazetteer may change without building it anew; whatever else lies there makes it.
BUILDER := $(filter-out %/__init__.py %/entry.py %/explain.py %/lookup.py %/memory.py %/paths.py %/outlines.py %/outlines_build.py %/extent.py,$(wildcard src/dateline/gazetteer/*.py))
BUILDER += $(patsubst %,src/dateline/vocab/%.yaml,countries place_centres place_names place_nature place_sites place_words)
DEMO   := $(BUILD)/demo.db
# The first interpreter that is new enough and can make a virtual environment.
PYTHON ?= $(firstword $(foreach p,python3.11 python3,$(shell $p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $p)))
PIP    := $(PY) -m pip --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup dev demo test lint types house unit gate fuzz bench docs lock clean

help:
	@sed -n 's/^#   //p' Makefile

# --- setting up -----------------------------------------------------------------------------------------------------

setup: $(VENV)/.ready $(GAZETTEER) $(OUTLINES)
dev: setup $(VENV)/.ready-dev

# Made anew only when the pins or the project's own settings change.
$(VENV)/.ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "dateline needs Python 3.11 or newer with venv (on Debian: apt-get install python3 python3-venv)" >&2; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# From pinned packages that are installed by now: no network, the same bytes everywhere.
$(GAZETTEER): $(BUILDER) | $(VENV)/.ready
	$(PY) -m dateline.gazetteer.build

$(OUTLINES): src/dateline/gazetteer/outlines_build.py | $(VENV)/.ready
	$(PY) -m dateline.gazetteer.outlines_build

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# Writes both locks anew from pyproject.toml (asks the package registry; everybody else only reads the locks).
lock:
	$(PIP) install --quiet pip-tools
	$(PY) .ci/lock

# --- showing --------------------------------------------------------------------------------------------------------

demo: setup
	@mkdir -p $(BUILD)
	@rm -rf $(DEMO) $(DEMO)-*
	$(BIN)/dateline add examples/invented examples/real examples/six-weeks --ledger $(DEMO)
	$(BIN)/dateline claims --kind figure --ledger $(DEMO) --table
	$(BIN)/dateline reconcile --ledger $(DEMO) --place Zambezia --table
	$(BIN)/dateline report --ledger $(DEMO) --out report.html

# --- checking -------------------------------------------------------------------------------------------------------

test: dev lint types house unit

lint: dev
	$(BIN)/ruff check

types: dev
	$(BIN)/mypy

house: dev
	$(BIN)/lint-imports

unit: dev
	$(PY) -m pytest

gate: dev
	$(PY) tests/gate.py

# Long: FUZZ_TEXTS mutated texts through the extraction, FUZZ_FILES mutated files through each reader.
FUZZ_TEXTS ?= 100000
FUZZ_FILES ?= 5000
FUZZ_WORKERS ?= 2
fuzz: dev
	$(PY) tests/fuzz/run.py --readers --inputs $(FUZZ_FILES) --workers $(FUZZ_WORKERS)
	$(PY) tests/fuzz/run.py --extract --inputs $(FUZZ_TEXTS) --workers $(FUZZ_WORKERS)

bench: dev
	@for script in bench/*.py; do echo "# $$script"; $(PY) $$script || exit; done

docs: dev
	$(PY) docs/reference/write.py

clean:
	rm -rf $(VENV) $(BUILD) dist report.html .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
