# The commands: `make run` opens the program, `make test` checks it, `make test-all` checks what takes long too.
# On Windows, where there is no make, README.md says what to type instead.

PYTHON := .venv/bin/python

# Compiled modules are kept, whatever the shell says: the tests start the program hundreds of times.
unexport PYTHONDONTWRITEBYTECODE
INSTALLED := .venv/.installed

.PHONY: run test test-all lint style types suite checked env lock package wheel screenshots catalogue clean

run: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@$(PYTHON) main.py

# The whole but for what takes long, on all cores; ARGS goes on to pytest.
test: CHOSEN = -m "not long"
test: checked

# Everything, and other examples of every property than the last time.
test-all: CHOSEN = --hypothesis-profile=searching
test-all: checked

# Types are checked by one process, so beside the tests; whichever fails, both are told to the end, and the whole fails.
checked: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@$(MAKE) --no-print-directory style
	@$(MAKE) --no-print-directory --keep-going --jobs=2 types suite CHOSEN='$(CHOSEN)'

# The tour of the whole job, drawn off-screen: the pictures of the README.
screenshots: $(INSTALLED)
	@$(PYTHON) requirements/system.py
	@folder=$$(mktemp -d) && QT_QPA_PLATFORM=offscreen $(PYTHON) main.py tour --out $$folder && \
	mkdir -p docs/screenshots && cp $$folder/*.png docs/screenshots/ && rm -rf $$folder

# Messages of the code into the English catalogue, and the catalogue compiled.
catalogue: $(INSTALLED)
	$(PYTHON) requirements/catalogue.py

lint: style types

style: $(INSTALLED)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

# What is said is kept until the end: it stands in one piece among the lines of the tests.
types: $(INSTALLED)
	@told=$$($(PYTHON) -m mypy 2>&1 && .venv/bin/lint-imports --no-logo 2>&1); code=$$?; \
	printf '\n%s\n' "$$told"; exit $$code

suite: $(INSTALLED)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --dist worksteal $(CHOSEN) $(ARGS)

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
