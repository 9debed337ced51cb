# Tasks of the project. Each makes what it needs: python3.11 or newer (with venv), git and make are enough.

PYTHON ?= python3
WORKERS ?= auto
ZONE ?= Pacific/Chatham
OTHER_ZONE ?= America/St_Johns

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

.PHONY: help demo test lint zones cover benchmark clean

help:
	@echo 'make demo        look around; writes nothing'
	@echo 'make test        every check: lint, then all tests with coverage'
	@echo 'make lint        ruff, mypy, import-linter'
	@echo 'make benchmark   how fast `due` starts, beside other programs'
	@echo 'make clean       remove .venv and what the tools leave behind'

demo: .venv/installed
	@$(BIN)/commitrack demo

test: lint zones cover

lint: .venv/installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# The quick tests in a second awkward zone: 3 h 30 min behind UTC, the other one 12 h 45 min ahead.
zones: .venv/installed-test
	TZ=$(OTHER_ZONE) $(PYTEST) -q -m 'not slow' --ignore=tests/project

# All tests and doctests; every example of README and manual; the wheel, away from this tree.
cover: .venv/installed-test
	TZ=$(ZONE) $(PYTEST) --cov --cov-report=term

benchmark: .venv/installed
	@$(BIN)/python -m benchmarks.startup

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'commitrack needs Python 3.11 or newer: make PYTHON=python3.12 ...' >&2; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/installed: pyproject.toml | .venv/bin/python
	$(PIP) install --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/installed-test: pyproject.toml | .venv/bin/python
	$(PIP) install --editable '.[test]'
	@$(BIN)/python -m compileall -q src
	@touch $@ .venv/installed

clean:
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
