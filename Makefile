# Diptych. `make` alone lists what there is.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
# Which Python makes the environment; empty means the newest that fits.
PYTHON :=
STAMP := $(VENV)/.set-up
SAMPLE := resources/diptych_resources/sample
SCREENS := resources/screens
# An account and another one made from it: what the pictures of the README show.
PAIR := northern-courier-strait-talks.txt daily-relay-sarovia-negotiations.txt
# Where a mistake would lose or move a reader's tags, every branch is tested.
COMPLETE := desktop/diptych/text/*,desktop/diptych/tagging/*,desktop/diptych/storage.py
# Draws a window where there is none, and leaves the user's own settings alone.
DRAW := QT_QPA_PLATFORM=offscreen DIPTYCH_HOME=$(CURDIR)/build/home $(BIN)/diptych screenshot $(SAMPLE)

.PHONY: help setup libraries run test check bench accuracy screens translations freeze pins clean

help:  ## List these targets
	@awk -F ':.*  ## ' '/^[a-z]+:.*  ## / {printf "  make %-14s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) libraries  ## Make the environment: Python packages and system libraries

$(STAMP): packaging/requirements-dev.txt packaging/environment.sh
	@packaging/environment.sh $(VENV) $(PYTHON)
	@touch $@

libraries: $(STAMP)
	@$(BIN)/python packaging/system_libraries.py

run: setup  ## Open the window on the sample library; without a display, draw it to a picture
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/diptych; \
	else \
		mkdir -p build && $(DRAW) build/window.png && \
		echo "There is no display here; the window was drawn to build/window.png"; \
	fi

test: setup  ## Run the tests with coverage
	@$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=90
	$(BIN)/coverage report --fail-under=100 --include='$(COMPLETE)'

check: setup  ## Check form, types, directions of imports and sizes
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --quiet tests/test_limits.py

bench: setup  ## Measure speed and memory against a bare window and stock Whoosh
	$(BIN)/pytest tests/benchmarks

accuracy: setup  ## Measure what the analysis gets right
	$(BIN)/pytest tests/accuracy

screens: setup  ## Draw the pictures of the README
	@mkdir -p $(SCREENS)
	DIPTYCH_LANGUAGE=en $(DRAW) $(SCREENS)/window-light.png --theme light --open $(PAIR)
	DIPTYCH_LANGUAGE=en $(DRAW) $(SCREENS)/window-dark.png --theme dark --open $(PAIR)

translations: setup  ## Collect the texts of the window, and compile their translations
	@$(BIN)/python packaging/translations.py

freeze: setup  ## Build the one-folder program and let it check itself
	@$(BIN)/python packaging/system_libraries.py --freeze
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath build/freeze \
		--workpath build/freeze-work packaging/freeze/diptych.spec
	QT_QPA_PLATFORM=offscreen build/freeze/diptych/diptych self-check

pins: setup  ## Renew the pinned packages
	@packaging/pins.sh $(BIN)/uv

clean:  ## Remove everything that make made
	rm -rf build dist $(VENV) .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
