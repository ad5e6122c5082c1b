# Bảng Vàng: every command of the project. `make` alone prints them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORTAL_DATA ?= var
PORTAL_BIND ?= 127.0.0.1
PORTAL_PORT ?= 8000
export PORTAL_DATA PORTAL_BIND PORTAL_PORT

.PHONY: help run dev test check lock audit clean prepare bench bench-intake bench-legacy bench-malformed bench-steady bench-repository bench-law bench-search bench-search-scale bench-search-fuzz bench-killed bench-pages screenshots

help: ## print the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

$(VENV)/bin/python:
	@echo "→ Tạo môi trường Python trong $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/base.txt | $(VENV)/bin/python
	@echo "→ Cài các gói đã khóa phiên bản (requirements/base.txt)"
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements/base.txt
	@touch $@

$(VENV)/.test: requirements/test.txt | $(VENV)/bin/python
	@echo "→ Cài các gói để kiểm thử (requirements/test.txt)"
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements/test.txt
	@touch $@ $(VENV)/.base

prepare: $(VENV)/.base ## database, catalogues, static files, sample site: everything but the server
	@echo "→ Biên dịch bản dịch tiếng Việt"
	@$(BIN)/python -m portal.catalogues
	@$(BIN)/python manage.py prepare

# At a terminal the server gets a process group of its own: Ctrl-C ends it, not make as well.
run: prepare ## the production server on http://localhost:8000 (PORTAL_BIND, PORTAL_PORT)
	@if [ -t 0 ]; then set -m; fi; $(BIN)/python -m portal.serve; exit $$?

dev: $(VENV)/.base ## the development server: reloads by itself, mails on the console
	@export DJANGO_SETTINGS_MODULE=portal.settings.development && \
	$(BIN)/python -m portal.catalogues && \
	$(BIN)/python manage.py migrate --verbosity 0 && \
	$(BIN)/python manage.py demo --if-empty && \
	{ $(BIN)/python -m portal.readers & exec $(BIN)/python manage.py runserver $(PORTAL_BIND):$(PORTAL_PORT); }

test: $(VENV)/.test ## all tests, on SQLite and, where a server answers, on PostgreSQL
	@bash tests/run.sh

check: $(VENV)/.test ## form, types, staircase, templates, promises, migrations
	@bash tests/check.sh

lock: $(VENV)/.test ## lock the requirements anew, with hashes
	@cd requirements && for name in base test; do \
	  ../$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --output-file $$name.txt $$name.in; done

bench: $(VENV)/.test ## what a visitor's pages cost, beside an empty view and the budget (ARGS)
	@$(BIN)/python -m benchmarks.pages_cost $(ARGS)

bench-pages: $(VENV)/.test ## what Lighthouse says of a visitor's pages, beside a blank one (ARGS="--runs 1 --pages home")
	@$(BIN)/python -m benchmarks.pages $(ARGS)

bench-intake: $(VENV)/.test ## how well files are read (DATA=folder with ground_truth.csv; ARGS)
	@$(BIN)/python -m benchmarks.intake $(DATA) $(ARGS)

bench-legacy: $(VENV)/.test ## how well old encodings are converted (DATA=folder with ground-truth/)
	@$(BIN)/python -m benchmarks.legacy $(DATA) $(ARGS)

bench-malformed: $(VENV)/.test ## 1,000 malformed files, each a draft or a clear error (DATA=folder of real files)
	@$(BIN)/python -m benchmarks.malformed --count 1000 $(if $(DATA),--data $(DATA)) $(ARGS)

bench-steady: $(VENV)/.test ## 1,000 files in one run without a leak (DATA=folder)
	@$(BIN)/python -m benchmarks.steady $(DATA) --count 1000 $(ARGS)

bench-law: $(VENV)/.test ## what the page of a law costs (FILE=words of Law 06/2022)
	@$(BIN)/python -m benchmarks.law_page $(FILE) $(ARGS)

bench-repository: $(VENV)/.test ## what 100,000 documents with 2 million citations cost (DATA=folder of real files; ARGS)
	@$(BIN)/python -m benchmarks.repository $(if $(DATA),--real $(DATA)) $(ARGS)

bench-search: $(VENV)/.test ## how often the wanted article is found (DATA=folder of articles, QUESTIONS=file; ARGS)
	@$(BIN)/python -m benchmarks.search_quality $(DATA) --questions $(QUESTIONS) $(ARGS)

bench-search-scale: $(VENV)/.test ## what the search costs at 1,000 to 100,000 passages (DATA=folder with retrieval/ and official/; SIZES)
	@$(BIN)/python -m benchmarks.search_scale $(DATA) $(if $(SIZES),--sizes $(SIZES)) $(ARGS)

bench-search-fuzz: $(VENV)/.test ## hostile queries: no error, none slow (DATA as above; COUNT)
	@$(BIN)/python -m benchmarks.search_fuzz $(DATA) $(if $(COUNT),--count $(COUNT)) $(ARGS)

bench-killed: $(VENV)/.test ## publishing and reindexing killed at any moment: index and pages agree (KILLS)
	@$(BIN)/python -m benchmarks.killed $(if $(KILLS),--kills $(KILLS)) $(ARGS)

screenshots: $(VENV)/.test ## pictures of every page type, light and heavy, to be looked at (OUT=folder; ARGS)
	@$(BIN)/python -m benchmarks.screenshots $(OUT) $(ARGS)

audit: $(VENV)/.test ## known holes in the locked packages (needs the network)
	@$(BIN)/pip-audit --require-hashes -r requirements/base.txt

clean: ## remove the virtual environment; data in var/ stays
	@rm -rf $(VENV)
