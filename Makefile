# Each target sets up what it needs in .venv and node_modules by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# npm and the tools that it brings are scripts for the node in .venv.
NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
PYTEST := $(BIN)/python -m pytest --numprocesses 2
# How much of the generator's lines the unit tests reach, in percent; it may only rise.
REACHED := 98
# Images for containers set it. Here it would have hundreds of commands and two runners of tests compile all code anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve check style lint quick content test units covered texts slow proof zensical clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.site  ## Build the site into site/
	$(BIN)/careers build

serve: $(VENV)/.site  ## Preview on http://127.0.0.1:8000/ with live reload
	$(BIN)/careers serve

check: $(VENV)/.site  ## Check every profile, guide and quiz
	$(BIN)/careers check

# Nobody's proposal fails by it: whoever takes it over has `careers fmt` and `careers schema` mend it.
style: $(VENV)/.site
	-$(BIN)/careers fmt --check
	-$(BIN)/careers schema --check

lint: $(VENV)/.test node_modules/.made  ## Read all code without running it: style, form, types, workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NODE) node_modules/.bin/tsc --project tsconfig.json
	$(NODE) node_modules/.bin/biome lint --error-on-warnings
	$(NODE) node_modules/.bin/stylelint "templates/theme/**/*.css"
	$(BIN)/zizmor --offline --no-progress --strict-collection --quiet .github

quick: $(VENV)/.test node_modules/.made  ## What to run while working on code: lint, unit tests, tests of scripts
	@$(BIN)/python -m tools.steps lint+units

content: $(VENV)/.test  ## What to run while working on content: its check and its tests
	@$(BIN)/python -m tools.steps check style texts

# `covered` notes which tests read the content, so that `proof` need not find out by running all of them.
test: export READERS = $(CURDIR)/build/readers
test: $(VENV)/.test node_modules/.made  ## Run all tests, as CI does
	@$(BIN)/python -m tools.steps lint,covered,proof+slow

units: $(VENV)/.test
	$(PYTEST) --dist worksteal tests/unit tests/scripts -m "not slow" --durations 5

# What tests reach costs much to count, and the tests that build a site take long: both are left to the run of
# everything. A module that no test under node reaches is seen by what node itself counts. Below Python 3.12 a line that
# was reached is no longer heard at once: it finds the same for half of what counting costs.
covered: COUNTING := $(BIN)/python -m slipcover
covered: $(VENV)/.test
	rm -rf build/reached $(READERS)
	mkdir -p build/reached/scripts
	NODE_V8_COVERAGE=$(CURDIR)/build/reached/scripts $(COUNTING) --immediate --source $(CURDIR)/generator \
	  --json --out build/reached/lines.json -m pytest --numprocesses 2 --dist worksteal tests/unit tests/scripts \
	  --durations 15 $(if $(READERS),-p tools.readers)
	$(BIN)/python -m tools.reached build/reached/scripts
	$(COUNTING) --merge build/reached/lines.json --out build/reached/all.json --skip-covered --fail-under $(REACHED)

texts: $(VENV)/.test node_modules/.made
	$(BIN)/python tests/browser/chromium.py
	$(PYTEST) tests/content --durations 5

# What needs a browser, and the content. A file stays with one process, since what its tests share, such as a site of
# their own, takes long to make. More processes than elsewhere: more than half of the time each waits for its browser.
slow: $(VENV)/.test node_modules/.made
	$(BIN)/python tests/browser/chromium.py
	$(PYTEST) --numprocesses 5 tests/browser tests/content --dist loadfile --durations 15

# Other content in a copy, and the tests of code stay green.
proof: $(VENV)/.test
	$(BIN)/python -m tools.proof

zensical: $(VENV)/.test  ## Build with another generator, Zensical, into build/zensical/site
	$(BIN)/python -m tools.zensical

clean:  ## Delete everything that was made, .venv included
	rm -rf $(VENV) node_modules build site .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Written last: what was killed before that is begun anew. One that has been filled was whole.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	[ -e $(VENV)/.site ] || { rm -rf $(VENV) && $(PYTHON) -m venv $(VENV); } || { rm -rf $(VENV); \
	  echo "No virtual environment could be made. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	touch $@

# A package that was half installed when pip was killed counts as installed to pip: .half says so until all is there.
HALF = if [ -e $(VENV)/.half ]; then rm -rf $(VENV) && $(MAKE) --no-print-directory $(1); else touch $(VENV)/.half; fi

$(VENV)/.site: requirements/site.txt pyproject.toml | $(VENV)/.made
	@$(call HALF,$(VENV)/.made) && touch $(VENV)/.half
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	rm -f $(VENV)/.half
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	@$(call HALF,$(VENV)/.site) && touch $(VENV)/.half
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	rm -f $(VENV)/.half
	touch $@

node_modules/.made: package-lock.json | $(VENV)/.test
	$(NODE) npm ci --prefer-offline
	touch $@
