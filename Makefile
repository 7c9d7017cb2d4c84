# Two commands are enough on a fresh machine: `make demo` and `make test`.
# The rest are their parts, for whoever works on Seguito.

# The first Python that really runs and is new enough: a version manager's shim may be there and answer nothing.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3 python; do \
  $$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps

.PHONY: demo test install install-dev system lint types imports messages check-messages tests format requirements clean

demo: install
	$(BIN)/seguito demo

test: system install-dev lint types imports check-messages tests

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Seguito needs Python 3.11 or newer with its venv module, and found none."; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.11 demo"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Dependencies come first, by hash; then Seguito itself, in place.
$(STAMPS)/install: $(BIN)/python requirements/base.txt requirements/build.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/install-dev: $(STAMPS)/install requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@mkdir -p $(STAMPS) && touch $@

install: $(STAMPS)/install
install-dev: $(STAMPS)/install-dev

# Mail servers, browser and tools that the tests run against: installed where that may be, named where it may not.
system:
	tools/system-packages

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: install-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: install-dev
	$(BIN)/mypy

imports: install-dev
	$(BIN)/lint-imports

messages: install-dev
	$(BIN)/python tools/messages.py

check-messages: install-dev
	$(BIN)/python tools/messages.py --check

tests: install-dev
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=term

requirements: install-dev
	tools/compile-requirements

clean:
	rm -rf $(VENV) $(STAMPS) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*
