# The commands of this project. `make serve` and `make test` do all set-up on a machine with Python and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
NO_THEME_NOTICE := NO_MKDOCS_2_WARNING=1
NODE_TOOLS := node_modules/.package-lock.json
IN_BROWSERS := tests/browser tests/client tests/engines

.PHONY: help serve site check quick test deep bench lock format browsers install clean
.DEFAULT_GOAL := help

help: ## Show these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

install: $(INSTALLED) ## Install into .venv/

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

serve: install ## Check, build and serve the real content at http://127.0.0.1:8000/
	$(NO_THEME_NOTICE) $(BIN)/vormingswijzer serve

site: install ## Check the records and build site/
	$(NO_THEME_NOTICE) $(BIN)/vormingswijzer build

check: install ## Format, lint, types, imports, schemas and content: seconds
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vormingswijzer schema --check
	$(BIN)/vormingswijzer check

quick: install ## The tests that need no browser
	@echo "Left out, as they open a browser: $(IN_BROWSERS). make test runs them too."
	$(NO_THEME_NOTICE) $(BIN)/python -m pytest -n 2 tests $(IN_BROWSERS:%=--ignore=%)

browsers: install ## Find the browsers of the tests, or install them
	$(BIN)/python tests/browser/browsers.py

test: check browsers ## Every check and every test, real browsers included
	$(NO_THEME_NOTICE) $(BIN)/python -m pytest -n 2 --dist worksteal tests

deep: browsers $(NODE_TOOLS) ## What takes minutes by nature: the long fuzz, the Nu checker, every page in every state
	$(NO_THEME_NOTICE) $(BIN)/python -m pytest -n 2 --dist worksteal -m deep tests

$(NODE_TOOLS): package-lock.json $(INSTALLED)
	$(BIN)/npm ci --silent
	@touch $@

bench: install browsers ## Measure building and searching beside MkDocs and Pagefind
	$(NO_THEME_NOTICE) $(BIN)/python -m benchmarks

format: install ## Put code in the house's form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: install ## Renew both lock files
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade -o requirements.lock
	$(BIN)/npm update --package-lock-only --silent

clean: ## Remove what was made: environment, site, caches
	rm -rf $(VENV) node_modules site .build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results
