# Everything that `make` does stands in finsam/setup/; it needs Python 3.11+ and nothing else.
PYTHON ?= python3

.PHONY: run test bench stop lock
run test bench stop:
	@exec $(PYTHON) -m finsam.setup $@

# Resolve the requirements anew: the locks name versions and hashes, never where they came from.
COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --upgrade
lock:
	cd requirements && for name in uv base dev; do ../$(COMPILE) $$name.in -o $$name.txt || exit 1; done
