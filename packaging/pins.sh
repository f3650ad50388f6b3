#!/bin/sh
# Renews the pinned packages: pins.sh UV
#
# Each file holds for every system and Python version. It has hashes and no addresses, so that it
# serves behind any mirror. The second contains the first: development needs only that one.
set -eu

cd "$(dirname "$0")/.."
uv=$1
common="pyproject.toml --quiet --upgrade --universal --python-version 3.11 --generate-hashes
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header"

# shellcheck disable=SC2086  # the options are words
"$uv" pip compile $common --output-file packaging/requirements.txt
# shellcheck disable=SC2086
"$uv" pip compile $common --group dev --constraints packaging/requirements.txt \
    --output-file packaging/requirements-dev.txt
if grep -n '://' packaging/requirements*.txt; then
    echo "An address stands in the pinned packages." >&2
    exit 1
fi
