# Everything that a person or a CI job needs. `make help` lists the targets.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
STUDY ?= seeds
BIN := .venv/bin
INSTALLED := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help install reports test lab lint format lock picture clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED)  ## Make .venv with the locked packages, nothing else

$(INSTALLED): requirements.txt pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Installing the locked packages into .venv, once; this takes some minutes."
	@"$(PYTHON)" -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

reports: $(INSTALLED)  ## Regenerate the reports of the default study (STUDY=folder for another)
	@$(BIN)/dateline report "$(STUDY)"

test: $(INSTALLED)  ## Run all tests
	$(BIN)/python -m pytest -n auto --dist loadfile

lab: $(INSTALLED)  ## Open JupyterLab on the notebooks
	$(BIN)/dateline lab

lint: $(INSTALLED)  ## Check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(INSTALLED)  ## Put the code into shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(INSTALLED)  ## Remake requirements.txt from pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 \
		--extra dev --custom-compile-command "make lock" -o requirements.txt pyproject.toml

picture: $(INSTALLED)  ## Redraw the picture in the README
	$(BIN)/python reports/picture.py

clean:  ## Delete the environment and the caches; reports/ and lab/ stay
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis
