# The stages of tests/run: each is a function stage_NAME that runs in a process of its own, writes to its log and counts
# what it did. Sourced by tests/run, which sets root, build, out and tally.

jobs=${COVISION_JOBS:-$(nproc)}
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

count() { echo "$1 $2 ${3:-0}" >>"$tally"; }

# check WHAT COMMAND...: one thing that passes or fails.
check() {
    local what=$1
    shift
    echo "== $what"
    if "$@"; then count 1 0; else echo "FAILED: $what"; count 0 1; return 1; fi
}

# none WHAT PATTERN PATH...: passes where no tracked or new file has a line that matches.
none() {
    local what=$1 pattern=$2
    shift 2
    check "$what" no_match git grep -nIP --untracked -e "$pattern" -- "$@" || true
}
no_match() { ! "$@"; }

sources() { git ls-files -co --exclude-standard --deduplicate -- "$@" | while read -r file; do [ ! -f "$file" ] || echo "$file"; done; }

# configure PRESET; compile PRESET TARGET...
configure() { cmake -S . -B "$build/$1" --preset "$1" >"$build/tests/$1.cmake.log" 2>&1 || { cat "$build/tests/$1.cmake.log"; return 1; }; }
compile() { ninja -C "$build/$1" -j "$jobs" -k 10 "${@:2}"; }

# test_folders: the folders under tests/ from which CMake makes one gtest binary each.
test_folders() { sources 'tests/*_test.cpp' | cut -d/ -f2 | sort -u; }

# gtests PRESET NAME...: runs test_NAME of that build, two at a time, and counts their cases.
gtests() {
    local preset=$1 name
    shift
    printf '%s\n' "$@" | xargs -r -P "$jobs" -n 1 "$root/tests/support/gtest" "$build/$preset/tests" "$out/$preset" || true
    for name in "$@"; do
        cat "$out/$preset/$name.log"
        cat "$out/$preset/$name.tally" >>"$tally"
    done
}

# node_tests FILE...: through node's own runner, one file at a time; counts from its closing lines.
node_tests() {
    local tap=$out/$FUNCNAME.$BASHPID.tap
    "$root/deploy/node" --test --test-concurrency=1 --test-timeout=400000 --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$tap" "$@" || true
    awk '/^# pass /{p=$3} /^# (fail|cancelled) /{f+=$3} /^# (skipped|todo) /{s+=$3}
         END { if (p + f + s == 0) f = 1; print p + 0, f + 0, s + 0 }' "$tap" >>"$tally"
    rm -f "$tap"
}

stage_install() {
    check "packages" deploy/install build test
    check "node" deploy/node --version
    check "a git checkout that this user may read" git rev-parse --is-inside-work-tree
}

stage_format() { check "clang-format (clang-format-14 -i puts it right)" formatted; }
formatted() {
    local files
    mapfile -t files < <(sources '*.cpp' '*.hpp')
    [ ${#files[@]} -gt 0 ] && printf '%s\n' "${files[@]}" |
        xargs -P "$jobs" -n 1 sh -c 'clang-format-14 --dry-run -Werror "$0" 2>/dev/null || { echo "error: $0"; exit 1; }'
}

stage_lint() {
    none "no path of one machine" '/(wo[r]k|fa[r]m)/|/tm[p]/cv' . ':!*.lock'
    none "nothing outside the repository is read" '\.\./sh[a]red' . ':!server/deid/train'
    none "no address of a package mirror in a lock file" '"resolve[d]":' '*package-lock.json'
    none "nothing unfinished, nothing switched off, no sleeping" \
        '\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b|DISABLE[D]_|\.ski[p]\(|test\.onl[y]|sleep_fo[r]\(' server protocol client-web/src tests
    # g++ 12 destroys such arguments twice (libraries: named locals only), and keeps this risk to one layer.
    none "arguments of an awaited call are named" 'co_await[^;]*[(,]\s*(\[[^\]\s][^\]]*\]|\{|\w[\w:<>]*\{)' 'server/*.cpp' 'server/*.hpp'
    none "coroutines in server/net only" '\bco_(await|return|yield)\b' '*.cpp' '*.hpp' ':!server/net' ':!tests/layers'
    none "no handler or style in HTML" '\son[a-z]+=|\sstyle=|<script(?![^>]*\ssrc=)|<style' 'client-web/*.html'
    check "no file over 300 lines" short_files || true
    check "no build output, key or database among the files" clean_files || true
    check "shell scripts parse" parse_scripts || true
}
short_files() {
    local long
    long=$(sources 'server/*.cpp' 'server/*.hpp' 'protocol/*.cpp' 'protocol/*.hpp' 'tests/*.cpp' 'tests/*.hpp' 'client-web/src/*.ts' 'client-web/src/*.tsx' |
        grep -v 'protocol\.gen\.ts$' | xargs -r wc -l | awk '$2 != "total" && $1 > 300')
    [ -z "$long" ] || { echo "$long"; return 1; }
}
clean_files() { ! git ls-files | grep -E '(^|/)(node_modules|dist)/|^(build|data)/|\.(o|a|key|pem|sqlite|db|db-wal|log)$' | grep -vE '^(server/deid/data|tests/fuzz|tests/support/data)/'; }
parse_scripts() {
    local file
    for file in $(git grep -lI --untracked -E '^#!/(usr/bin/env bash|bin/sh|bin/bash)' -- deploy tests .ci) deploy/lib.sh tests/stages.sh; do
        bash -n "$file" || return 1
    done
}

stage_layers() { node_tests tests/layers/*.test.mjs; }

stage_client() {
    check "client: build" deploy/build client || return 0
    cd client-web
    check "client: types" ../deploy/node --npm run --silent check || true
    check "client: lint" ../deploy/node --npm run --silent lint || true
    local files
    mapfile -t files < <(sources 'test/*.test.ts' 'src/*.test.ts')
    [ ${#files[@]} -eq 0 ] || node_tests "${files[@]}"
}

stage_release() { check "release build" deploy/build server; }

# Ten thousand groups through two years each, which only optimised code can do in half a minute.
stage_rota() {
    check "release build of the rota's tests" build_targets release test_rota || return 0
    COVISION_ROTA_GROUPS=5000 gtests release rota
}

stage_asan() {
    check "build with ASan and UBSan" build_tests asan || return 0
    gtests asan $(test_folders | grep -vx postgres)
}
build_tests() { configure "$1" && compile "$1" all; }

stage_browser() {
    [ -x "$build/release/covision" ] || { echo "FAILED: there is no release build"; count 0 1; return 0; }
    local files
    mapfile -t files < <(sources 'tests/e2e/*.test.mjs' 'tests/crash/*.test.mjs' 'tests/notify/*.test.mjs')
    [ ${#files[@]} -gt 0 ] || { echo "there is no browser suite"; count 0 0 1; return 0; }
    COVISION_BINARY=$build/release/covision node_tests "${files[@]}"
}

stage_postgres() {
    [ -d tests/postgres ] || { echo "there is no PostgreSQL suite"; count 0 0 1; return 0; }
    check "build" build_tests asan || return 0
    tests/support/postgres tests/support/gtest "$build/asan/tests" "$out/asan" postgres
    cat "$out/asan/postgres.log"
    cat "$out/asan/postgres.tally" >>"$tally"
}

# The targets in which several threads meet.
stage_tsan() {
    local names
    mapfile -t names < <(test_folders | grep -xE 'storage|vault|feed|notify|rpc|net|app')
    [ ${#names[@]} -gt 0 ] || { echo "no threaded suite"; count 0 0 1; return 0; }
    check "build with TSan" build_targets tsan "${names[@]/#/test_}" || return 0
    gtests tsan "${names[@]}"
}
build_targets() { configure "$1" && compile "$@"; }

# One pass of clang-tidy is the second compiler too: its front end is clang++-14 with the warnings of ours as errors.
stage_clang() {
    check "configure for clang" configure clang || return 0
    check "clang++ and clang-tidy" deploy/node tests/support/tidy.mjs "$build/clang" "$jobs"
}

stage_fuzz() {
    local names seconds=${COVISION_FUZZ_SECONDS:-20}
    mapfile -t names < <(sources 'tests/fuzz/*_fuzz.cpp' | xargs -r -n 1 basename -s .cpp)
    [ ${#names[@]} -gt 0 ] || { echo "there are no fuzz targets"; count 0 0 1; return 0; }
    rm -f "$out"/fuzz/*.failed
    check "build the fuzz targets" build_targets fuzz "${names[@]}" || return 0
    if printf '%s\n' "${names[@]}" |
        xargs -P "$jobs" -I NAME tests/support/fuzz "$build/fuzz/tests/NAME" tests/fuzz/corpus/NAME "$out/fuzz" "$seconds"; then
        count ${#names[@]} 0
    else
        local bad
        bad=$(find "$out/fuzz" -name '*.failed' | wc -l)
        count $((${#names[@]} - bad)) "$bad"
    fi
}

# --long only: the suites under the second compiler too, and the bench.
stage_both() {
    check "build with clang++" build_tests clang || return 0
    gtests clang $(test_folders | grep -vx postgres)
}
stage_bench() { check "bench" tests/bench/run; }
