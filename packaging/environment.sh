#!/bin/sh
# Makes the virtual environment: environment.sh FOLDER [PYTHON]
#
# Takes the newest Python that all pinned packages have wheels for, unless one is named. Every
# package is checked against its pinned hash, and nothing is built from source but Diptych itself.
set -eu

folder=$1
named=${2:-}
here=$(dirname "$0")
oldest=11
newest=14

fits() {
    "$1" -c "import sys; sys.exit(not (3, $oldest) <= sys.version_info[:2] <= (3, $newest))" \
        2>/dev/null
}

# Debian splits the venv module off; without ensurepip an environment would have no installer.
complete() {
    "$1" -c "import ensurepip, venv" 2>/dev/null
}

candidates() {
    if [ -n "$named" ]; then
        echo "$named"
        return
    fi
    minor=$newest
    while [ "$minor" -ge "$oldest" ]; do
        echo "python3.$minor"
        minor=$((minor - 1))
    done
    echo python3
}

# Prints the first candidate that $1 accepts.
first() {
    for candidate in $(candidates); do
        if command -v "$candidate" >/dev/null && fits "$candidate" && "$1" "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

can_install() {
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]
}

# Installs what Debian calls $1, or says how and stops.
install_or_say() {
    if can_install; then
        echo "Installing $1"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $1 \
            >/dev/null
    elif command -v apt-get >/dev/null; then
        echo "$2 Please run:  sudo apt-get install $1" >&2
        exit 1
    else
        echo "$2 Please install it with your system's package manager." >&2
        exit 1
    fi
}

if ! python=$(first complete); then
    if bare=$(first fits); then
        version=$("$bare" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_or_say "python$version-venv" "Python $version lacks its venv module."
    elif [ -n "$named" ]; then
        echo "$named is not a Python from 3.$oldest to 3.$newest." >&2
        exit 1
    else
        install_or_say "python3 python3-venv" "Diptych needs Python 3.$oldest to 3.$newest."
    fi
    if ! python=$(first complete); then
        echo "Diptych needs Python 3.$oldest to 3.$newest with its venv module; none is here." >&2
        exit 1
    fi
fi

inside=$folder/bin/python
if ! { [ -x "$inside" ] && fits "$inside" && "$inside" -m pip --version >/dev/null 2>&1; }; then
    echo "Making $folder with $("$python" --version)"
    "$python" -m venv --clear "$folder"
fi
echo "Installing the pinned packages"
export PIP_DISABLE_PIP_VERSION_CHECK=1
"$inside" -m pip install --quiet --no-deps --require-hashes --only-binary :all: \
    --requirement "$here/requirements-dev.txt"
"$inside" -m pip install --quiet --no-deps --no-build-isolation --editable "$here/.."
