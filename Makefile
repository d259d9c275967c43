# Each target sets up what it needs in .venv and node_modules by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# npm and the tools that it brings are scripts for the node in .venv.
NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
PYTEST := $(BIN)/python -m pytest --numprocesses 2

.DEFAULT_GOAL := help
.PHONY: help site serve check lint quick test units slow clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.site  ## Build the site into site/
	$(BIN)/careers build

serve: $(VENV)/.site  ## Preview on http://127.0.0.1:8000/ with live reload
	$(BIN)/careers serve

check: $(VENV)/.site  ## Check every profile, guide and quiz
	$(BIN)/careers check

lint: $(VENV)/.test  ## Read all code without running it: style, form, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quick: $(VENV)/.test  ## What to run while working: lint, unit tests
	@$(BIN)/python -m tools.steps lint units

test: $(VENV)/.test  ## Run all tests: lint, unit tests, the site in a browser
	@$(BIN)/python -m tools.steps lint units slow

units: $(VENV)/.test
	$(PYTEST) -m "not slow" --durations 5

slow: $(VENV)/.test
	$(BIN)/python tests/browser/chromium.py
	$(PYTEST) -m slow --durations 15

clean:  ## Delete everything that was made, .venv included
	rm -rf $(VENV) node_modules build site .pytest_cache .mypy_cache .ruff_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "No virtual environment could be made. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

$(VENV)/.site: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

node_modules/.made: package-lock.json | $(VENV)/.test
	$(NODE) npm ci --prefer-offline
	touch $@
