# The commands: `make run` opens the program, `make test` checks it, `make test-all` checks what takes long too.
# On Windows, where there is no make, README.md says what to type instead.

PYTHON := .venv/bin/python

# Compiled modules are kept, whatever the shell says: the tests start the program hundreds of times.
unexport PYTHONDONTWRITEBYTECODE
INSTALLED := .venv/.installed

.PHONY: run test test-all lint env lock package wheel screenshots catalogue clean

run: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@$(PYTHON) main.py

# The whole but for what takes long, on all cores; ARGS goes on to pytest.
test: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@$(MAKE) --no-print-directory lint
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --dist worksteal -m "not long" $(ARGS)

# Everything, and other examples of every property than the last time.
test-all: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@$(MAKE) --no-print-directory lint
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --dist worksteal --hypothesis-profile=searching $(ARGS)

# The tour of the whole job, drawn off-screen: the pictures of the README.
screenshots: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@folder=$$(mktemp -d) && QT_QPA_PLATFORM=offscreen $(PYTHON) main.py tour --out $$folder && \
	mkdir -p docs/screenshots && cp $$folder/*.png docs/screenshots/ && rm -rf $$folder

# Messages of the code into the English catalogue, and the catalogue compiled.
catalogue: $(INSTALLED)
	$(PYTHON) requirements/catalogue.py

lint: $(INSTALLED)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports --no-logo

env: $(INSTALLED)

$(INSTALLED): requirements/environment.sh requirements/build.txt requirements/dev.txt
	@requirements/environment.sh
	@touch $@

# Pin newer versions: make lock ARGS=--upgrade
lock: $(INSTALLED)
	requirements/lock.sh $(ARGS)

# The program as people install it, for the system this runs on: dist/ gets the archive and the package.
package: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@$(PYTHON) -m package.build $(ARGS)

# A wheel that installs the one name yinde, with the command of that name.
wheel: $(INSTALLED)
	@$(PYTHON) -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
