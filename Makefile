# Samenspel: `make demo` to see it, `make test` to check it. Both need only Python 3.11 or newer and make.
.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench quality train calibrate soak lock clean
.DELETE_ON_ERROR:

BIN := .venv/bin
READY := .venv/.ready
PACKAGES := graph_model queries ingest visualizations api
CODE := $(PACKAGES) tests $(wildcard benchmarks)
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

setup: $(READY) ## the environment in .venv, with the locked versions

# A stamp, so that nothing is done when neither the lock nor the project file changed.
# The installer goes first: the one that comes with Python 3.11 takes twice the processor time over the rest.
$(READY): requirements/pip.txt requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked packages into .venv (about a minute the first time) ..."
	@$(INSTALL) --no-compile --require-hashes -r requirements/pip.txt
	@$(INSTALL) --no-compile --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m queries.engine.embedded.class_archive & $(BIN)/python requirements/compile.py $(PACKAGES) && wait
	@touch $@

$(BIN)/python:
	@sh requirements/make-venv.sh .venv

demo: setup ## register and sample pages into a graph of its own, and the page that shows it
	@$(BIN)/samenspel demo

# Two workers, an engine each; one where a Neo4j of somebody else is given.
WORKERS := $(if $(SAMENSPEL_TEST_NEO4J),0,2)
test: setup ## all tests, on both engines (gathers a Neo4j once)
	@$(BIN)/python -m pytest -m "not soak" -n $(WORKERS)

check: setup ## style, types and the import contracts
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup ## ratios, one line a measure: name ratio goal ok|short
	@$(BIN)/python -m benchmarks

quality: setup ## precision and recall on the annotated pages
	@$(BIN)/python -m pytest tests/quality -s

train: setup ## the reader's weights anew, from the annotated pages beside the project
	@$(BIN)/python -m tests.quality.train

calibrate: setup ## how sure the second reader is, from recorded replies to those pages
	@$(BIN)/python -m tests.quality.second_reader.train

soak: setup ## the long campaigns: mutated pages, kills, load
	@$(BIN)/python -m pytest -m soak --timeout 0

# Only for whoever changes versions: needs uv, and writes the three lock files anew.
UV := $(or $(shell command -v uv),$(BIN)/uv)
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header --no-annotate
lock:
	echo pip | $(COMPILE) - -o requirements/pip.txt
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) pyproject.toml --extra pdf --extra office --extra export --extra mcp --extra notebook --group dev -c requirements/run.txt -o requirements/dev.txt

clean: ## takes the environment and the caches away
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist build
