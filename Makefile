# make example   the sample documents, into output/
# make test      all tests
# make check     lint and types
# make lock      the locked dependencies anew, after pyproject.toml changed
# make docs      the pages and tables of docs/ and README.md that the program's tables make
# make learnt    what stems tell of themes, learnt anew from the records of tests/facts/gold/dev
# make scores    the precision and recall of facts, kept: make scores what="what changed"
# make producers the files of tests/producers anew, by the programs that are here
# make cluster   a scheduler and two workers on this machine, for trying --cluster tcp://127.0.0.1:8786
# make desk      the script of the desk bundled anew, after generator/precis/desk/client changed; needs npm
# make pictures  the pictures of README.md anew, from the samples
#
# Each target installs what it needs first: the environment in .venv/, and with apt-get, where it may, the libraries and
# programs outside Python.

PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin

SHELL := bash
.PHONY: example docs learnt scores producers desk pictures test check lock benchmarks cluster clean
.DELETE_ON_ERROR:

example: $(ENV)/.installed
	@.ci/system pango
	@$(BIN)/precis build records/cmw/97/19*.md -o output
	@$(BIN)/precis digest records/cmw/97 -o output
	@$(BIN)/precis brief records/cmw/97 -o output
	@$(BIN)/precis brief records/cmw/97 --state Ruritania -o output
	@$(BIN)/precis brief records/cmw/97/1960.md -o output
	@$(BIN)/precis build records/cmw/97/1955.md --to akn -o output
	@$(BIN)/precis export records -o output
	@$(BIN)/precis index records -o output/precis.index
	@$(BIN)/precis search "wages" --state Ruritania --kind answer --index output/precis.index

test: $(ENV)/.installed-dev
	@.ci/system pango office poppler browser
	@! command -v npm >/dev/null || $(MAKE) --silent $(FETCHED)
	@$(BIN)/pytest -q -n auto tests

pictures: example
	@.ci/system poppler
	@for session in cat-88 cescr-97 cedaw-99; do \
	    [ $$session = cedaw-99 ] && language=fr || language=en; \
	    $(BIN)/precis digest tests/digest/sessions/$$session --language $$language -o output; done
	@$(BIN)/precis brief tests/digest/sessions/cat-88/2116.md -o output
	@for page in CMW_C_SR.1960-en:1:record CMW_97_digest-en:1:digest CMW_97_brief-en:1:briefing CMW_97_digest-en:2:state \
	    CMW_97_RUR_brief-en:1:state-briefing CAT_88_digest-en:1:cat CAT_C_SR.2116_brief-en:1:vote CESCR_97_digest-en:1:cescr \
	    CEDAW_99_digest-fr:1:cedaw; do \
	    IFS=: read -r file number name <<< "$$page"; \
	    pdftoppm -r 50 -f $$number -l $$number -singlefile -gray -png output/$$file.pdf output/pictures/$$name; done
	@.ci/system browser
	@PYTHONPATH=generator:. $(BIN)/python -m tests.desk.browser.pictures output/pictures
	@cd output && PYTHONPATH=../generator:.. ../$(BIN)/python -m tests.support.terminal pictures/search.svg search wages --state Ruritania --most 3

CLIENT := generator/precis/desk/client
FETCHED := $(CLIENT)/node_modules/.package-lock.json

$(FETCHED): $(CLIENT)/package-lock.json
	@cd $(CLIENT) && npm ci --ignore-scripts --silent && touch node_modules/.package-lock.json

desk: $(FETCHED)
	@cd $(CLIENT) && npm run --silent check && npm run --silent build

docs: $(ENV)/.installed
	@$(BIN)/python -m precis.cli.pages

learnt: $(ENV)/.installed-dev
	@$(BIN)/python -m tests.facts.gold.learn

scores: $(ENV)/.installed-dev
	@$(BIN)/python -m tests.facts.gold.keep "$(what)"

producers: $(ENV)/.installed-dev
	@$(BIN)/python -m tests.producers.make tests/producers/files

benchmarks: $(ENV)/.installed-dev $(ENV)/peers/.installed
	@.ci/system pango office
	@$(BIN)/pytest -q -s --benchmark-only tests/benchmarks

cluster: $(ENV)/.installed-dev
	@trap 'kill 0' EXIT; $(BIN)/dask scheduler --host 127.0.0.1 --port 8786 & \
	for number in 1 2; do $(BIN)/dask worker tcp://127.0.0.1:8786 --host 127.0.0.1 --nthreads 1 & done; wait

check: $(ENV)/.installed-dev
	@$(BIN)/ruff format --check --quiet generator tests
	@$(BIN)/ruff check --quiet generator tests
	@$(BIN)/mypy

lock:
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile $(LOCK) --extra build --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra build --extra dev --output-file requirements-dev.txt pyproject.toml

LOCK := --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

$(ENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "precis needs Python 3.11 or later; set PYTHON=python3.12, or such, for make" >&2; exit 1; }
	@$(PYTHON) -m venv $(ENV)

$(ENV)/.installed: $(ENV)/bin/python requirements.txt pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(ENV)/.installed-dev: $(ENV)/.installed requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Other programs, to measure beside: in an environment of their own, since they want other versions of what precis uses.
$(ENV)/peers/.installed: $(ENV)/bin/python tests/benchmarks/peers/requirements.txt
	@$(PYTHON) -m venv $(ENV)/peers
	@$(ENV)/peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	    -r tests/benchmarks/peers/requirements.txt
	@touch $@

clean:
	rm -rf $(ENV) .mypy_cache .ruff_cache .pytest_cache
	find output -maxdepth 1 -type f ! -name README.md -delete
