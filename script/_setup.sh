# Steps that script/server and script/test share. Sourced, with the working directory at the project's root.

VENV_PYTHON=.venv/bin/python

say() {
    echo "== $*"
}

stop() {
    echo "$*" >&2
    exit 1
}

# Whether Debian packages can be installed here; $as_root is what has to stand before apt-get.
can_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root=
    [ "$(id -u)" != 0 ] || return 0
    as_root=sudo
    sudo -n true 2>/dev/null
}

# Install Debian packages, or say which are missing.
need_packages() {
    can_install || stop "Missing on this machine: $*. Install them (on Debian: apt-get install $*), then start again."
    say "Installing $*"
    $as_root apt-get update -qq || stop "apt-get update failed; these packages are missing: $*."
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
        stop "apt-get could not install: $*."
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$python" >/dev/null 2>&1 && is_new_enough "$python"; then
            echo "$python"
            return
        fi
    done
}

make_venv() {
    if [ -x "$VENV_PYTHON" ] && is_new_enough "$VENV_PYTHON"; then
        return
    fi
    python=$(find_python)
    if [ -z "$python" ]; then
        need_packages python3 python3-venv
        python=$(find_python)
        [ -n "$python" ] || stop "Python 3.11 or newer is needed, and this machine has none."
    fi
    # Debian keeps the part that makes pip in a package of its own.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || need_packages python3-venv
    say "Making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv || stop "$python could not make .venv."
}

# install_requirements FILE: only when the file has changed since it was installed.
install_requirements() {
    wanted=$(cksum <"$1")
    installed=".venv/installed-$1"
    if [ "$wanted" = "$(cat "$installed" 2>/dev/null)" ]; then
        return
    fi
    say "Installing $1"
    "$VENV_PYTHON" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1" ||
        stop "The packages of $1 could not be installed."
    echo "$wanted" >"$installed"
}

has_print_libraries() {
    command -v fc-list >/dev/null 2>&1 && "$VENV_PYTHON" -W ignore - 2>/dev/null >&2 <<'PYTHON'
import sys

from weasyprint.text import ffi

sys.exit(ffi.harfbuzz_subset is None)
PYTHON
}

# WeasyPrint draws with these; they are no Python packages.
need_print_libraries() {
    if ! has_print_libraries; then
        need_packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig
        has_print_libraries || stop "WeasyPrint cannot load Pango, HarfBuzz or Fontconfig on this machine."
    fi
}

compile_translations() {
    for po in events/locale/*/LC_MESSAGES/django.po planner/locale/*/LC_MESSAGES/django.po; do
        [ -e "$po" ] || continue
        mo="${po%.po}.mo"
        if [ ! -e "$mo" ] || [ -n "$(find "$po" -newer "$mo")" ]; then
            locale=${po#*/locale/}
            "$VENV_PYTHON" -m babel.messages.frontend -q compile -l "${locale%%/*}" -i "$po" -o "$mo" ||
                stop "$po could not be compiled."
        fi
    done
}
