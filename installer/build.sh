#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Connect Desk authors
# SPDX-License-Identifier: MIT
#
# Builds one preset of CMakePresets.json in build/<preset>: set-up, configuration, compilation, each
# only as far as it is needed. Prints the compiler's output only if the build fails.
# Usage: sh installer/build.sh PRESET [TARGET]...
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
preset=$1
shift
build=$root/build/$preset
log=$root/build/$preset.log

# Ninja notices changed CMakeLists.txt itself; it knows neither about presets nor that the whole tree
# was moved. What counts of the latter is where the tree was when it was configured.
is_configured() {
    grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt" &&
        [ -f "$build/build.ninja" ] &&
        [ -z "$(find "$root/CMakePresets.json" -newer "$build/build.ninja")" ]
}

configure() {
    launcher=
    # An analysing compiler has to look at every file, not at what was remembered of it.
    [ "$preset" = tidy ] || [ "$preset" = clazy ] || launcher=$(command -v ccache || true)
    cd "$root"
    cmake --fresh --preset "$preset" ${launcher:+"-DCMAKE_CXX_COMPILER_LAUNCHER=$launcher"}
}

compile() {
    # An analysing compiler tells all it has found, and not only the first of it.
    go_on=
    [ "$preset" = tidy ] || [ "$preset" = clazy ] && go_on=0
    cmake --build "$build" ${1:+--target "$@"} -- ${go_on:+-k "$go_on"}
}

# Runs a command with its output in the log, which is shown only if the command fails.
quietly() {
    "$@" >"$log" 2>&1 || {
        grep -v '^\[[0-9]*/[0-9]*\] ' "$log" >&2 || true
        printf '%s\n' "build: failed; all of its output stands in $log" >&2
        return 1
    }
}

# Without targets everything is built, and only then the tests, which want packages of their own.
if [ $# -eq 0 ]; then
    sh "$root/installer/setup.sh" --tests
else
    sh "$root/installer/setup.sh"
fi
is_configured || {
    printf '%s\n' "build: configuring and compiling $preset (some minutes the first time)" >&2
    quietly configure
}
quietly compile "$@"
