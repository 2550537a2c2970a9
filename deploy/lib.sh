# Shared by the scripts in deploy/ and tests/: sourced, never run. Sets root (the repository) and build (its build folder).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$(realpath -m -- "${COVISION_BUILD:-$root/build}")
tools=$root/deploy/tools/node_modules

say() { printf '%s\n' "covision: $*" >&2; }
die() { say "$*"; exit 2; }

# changed STAMP FILE...: whether the files differ from what `settled STAMP FILE...` last saw.
changed() { local stamp=$1; shift; [ "$(cat "$stamp" 2>/dev/null)" != "$(sha256sum -- "$@")" ]; }
settled() { local stamp=$1; shift; sha256sum -- "$@" >"$stamp"; }

# alone NAME: from here on, only one script at a time in this build folder does what NAME says.
alone() {
    mkdir -p "$build"
    exec 9>"$build/.$1.lock"
    flock -n 9 || { say "waiting for another $1 in $build"; flock 9; }
}
