# What one does with a clone. Each target needs only python3 (3.11 or newer) and make: the first that runs makes the
# environment, and the others find it there. `make demo` installs no developer tools; the others add them.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
MADE := $(VENV)/.made
RUNS := $(VENV)/.runs
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip install --quiet
GOLD ?=
PEERS ?=
# The tests start Python hundreds of times, and without compiled modules each of them compiles the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check bench fuzz torture installs parsers pictures recording manual clean

# Read a sample; the person's own library is left alone.
demo: $(RUNS)
	@PULLQUOTE_HOME="$(CURDIR)/.pullquote" $(BIN)/pullquote samples/round-up.txt

# In a new clone the tests are collected once before, as otherwise each worker would compile all of them.
test: $(READY)
	@[ -d tests/analysis/__pycache__ ] || $(BIN)/python -m pytest --collect-only -qq >/dev/null || true
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --cov=reader --cov-branch --cov-report=term --cov-fail-under=90

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Speed; with GOLD=FOLDER the scorers found there, and the peers beside ours; with PEERS=1 those for quotations as well,
# which are installed into build/peers.
bench: $(READY)
	@$(BIN)/python -m tests.benchmarks.bench $(if $(GOLD),--gold "$(GOLD)") $(if $(PEERS),--peers)

# 10,000 inputs, changed samples and pieces of formats, all the way from bytes to the linear view.
fuzz: $(READY)
	PULLQUOTE_FUZZ=10000 $(BIN)/python -m pytest -q tests/fuzz

# 1,000 kills, 1,000 flipped bits and 200 truncations of a library, with figures of what was lost; takes minutes.
torture: $(READY)
	$(BIN)/python -m tests.torture

# Install in each documented way, with each Python from 3.11 to 3.13 that is there, in new environments; takes minutes.
installs:
	$(PYTHON) -m tests.installs

# Parsers of npm that tests of the export read its files with, into build/node; without them those tests are skipped.
parsers:
	npm install --no-audit --no-fund --prefix build/node @argdown/node@1.7.5 mldoc@1.6.0 papaparse@5.7.1

# Draw the pictures that the tests compare with, and the still picture of the README.
pictures: $(READY)
	$(BIN)/python -m pytest -q tests/app/test_pictures.py --update-pictures
	$(BIN)/python -m tests.pictures.draw

# Record the moving picture of the README, docs/demo.svg: the program runs in a pseudo-terminal, and keys are typed.
recording: $(READY)
	$(BIN)/python -m tests.pictures.record

# Write the manual page docs/pullquote.1 from the commands' own help.
manual: $(READY)
	$(BIN)/python -m tests.manual

# Everything that is not in the repository, the library of `make demo` among it.
clean:
	rm -rf $(VENV) .pullquote build dist *.egg-info .coverage .hypothesis
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find reader tests -name __pycache__ -type d -prune -exec rm -rf {} +

# pip is upgraded because the one of Python 3.11 and 3.12 needs longer to read the index than the upgrade takes.
$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Pullquote needs Python 3.11 or newer; \
	if you have one, name it: make PYTHON=python3.12 demo")'
	@echo "Making an environment in $(VENV)..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --upgrade pip
	@touch $@

# With --no-compile: most modules of the libraries are never imported, and Python compiles the others when they are.
$(RUNS): pyproject.toml requirements/tested.txt | $(MADE)
	@echo "Installing Pullquote into $(VENV) (about 20 seconds)..."
	@$(PIP) --no-compile --constraint requirements/tested.txt --editable .
	@touch $@

$(READY): pyproject.toml requirements/tested.txt | $(MADE)
	@echo "Installing Pullquote and its developer tools into $(VENV) (about 40 seconds)..."
	@$(PIP) --constraint requirements/tested.txt --editable '.[dev]'
	@touch $(RUNS) $@
