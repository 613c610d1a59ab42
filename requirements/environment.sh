#!/usr/bin/env bash
# Make .venv from the pinned requirements. `make env` calls this only when they changed.
# Environment: PYTHON names an interpreter to use instead of the first that is new enough.
set -euo pipefail
cd "$(dirname "$0")/.."

say() {  # say CHINESE ENGLISH
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        en*) echo "$2" >&2 ;;
        *) echo "$1" >&2 ;;
    esac
}

find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    say "找不到 Python 3.11 或更新的版本，请先安装（Debian：apt-get install python3 python3-venv）。" \
        "No Python 3.11 or later was found; install one first (Debian: apt-get install python3 python3-venv)."
    return 1
}

# Debian keeps ensurepip in a package of its own, without which `python -m venv` fails half-way.
need_venv_module() {
    local python="$1" package
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    package="$("$python" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get install -y -q --no-install-recommends "$package" </dev/null >&2 ||
            { apt-get update -q >&2 && apt-get install -y -q --no-install-recommends "$package" </dev/null >&2; }
    else
        say "缺少 Python 的 venv 模块，请先运行：sudo apt-get install $package" \
            "Python's venv module is missing; first run: sudo apt-get install $package"
        return 1
    fi
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python="$(find_python)"
    need_venv_module "$python"
    say "正在建立 .venv（$("$python" --version)）……" "Making .venv ($("$python" --version)) …"
    "$python" -m venv --clear .venv
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_REQUIRE_VIRTUALENV=1
install() {
    .venv/bin/python -m pip install --quiet --require-hashes "$@" </dev/null
}
say "正在安装依赖，第一次要几分钟……" "Installing what is needed; the first time takes some minutes …"
install -r requirements/build.txt
# jieba has no wheel: it is built with the pinned tools just installed, everything else must be a wheel.
install --no-build-isolation --only-binary :all: --no-binary jieba -r requirements/dev.txt
say "好了：.venv" "Done: .venv"
