#!/usr/bin/env bash
# Pin everything in *.in with hashes for Linux, macOS and Windows. Needs `uv`; it is put into a folder of its
# own, as neither the program nor its tests use it. `make lock ARGS=--upgrade` takes newer versions.
set -euo pipefail
cd "$(dirname "$0")"

tool="$(mktemp -d)"
trap 'rm -rf "$tool"' EXIT
../.venv/bin/python -m venv "$tool"
"$tool/bin/python" -m pip install --quiet uv

lock() {  # lock NAME [ARGUMENT...]
    local name="$1"
    shift
    "$tool/bin/uv" pip compile "$name.in" --output-file "$name.txt" --universal --python-version 3.11 \
        --fork-strategy fewest --generate-hashes --no-emit-index-url --no-annotate \
        --custom-compile-command "make lock" --no-config --quiet "$@"
}

lock build "$@"
lock run "$@"
lock dev --constraint run.txt "$@"
lock package --constraint run.txt "$@"
lock recognition --constraint run.txt "$@"
