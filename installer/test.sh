#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Connect Desk authors
# SPDX-License-Identifier: MIT
#
# Usage: sh installer/test.sh [tests|asan|tidy|clazy|format]...
# Without arguments: tests, the whole suite on the build that run.sh starts. asan is the same suite
# under the address and undefined-behaviour sanitizers; the others look at the source.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

# Tests that must have the machine for themselves say so in their CMakeLists.txt (RUN_SERIAL).
run_suite() {
    sh "$root/installer/build.sh" "$1"
    (cd "$root" && ctest --preset "$1" --parallel "$(nproc)" --no-label-summary)
}

tests() {
    run_suite release
}

asan() {
    # The engine deletes some of its own objects by the size of their base class.
    export ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1:new_delete_type_mismatch=0"
    # The inner quotes are for a path with blanks.
    export LSAN_OPTIONS="suppressions='$root/tests/data/lsan.supp':print_suppressions=0"
    export UBSAN_OPTIONS="print_stacktrace=1"
    run_suite asan
}

tidy() {
    sh "$root/installer/setup.sh" clang clang-tidy
    sh "$root/installer/build.sh" tidy
}

clazy() {
    sh "$root/installer/setup.sh" clang clazy
    CLAZY_CHECKS=$(sed -n 's/^Checks: *//p' "$root/.clazy")
    export CLAZY_CHECKS
    sh "$root/installer/build.sh" clazy
}

format() {
    sh "$root/installer/setup.sh" clang-format
    find "$root/src" "$root/ui" "$root/tests" \( -name '*.cpp' -o -name '*.h' \) \
        -exec clang-format --dry-run --Werror {} +
}

if [ "$(id -u)" -eq 0 ]; then
    # The engine's sandbox refuses to work for root, and the engine then refuses to start.
    export QTWEBENGINE_DISABLE_SANDBOX=1
fi
[ $# -gt 0 ] || set -- tests
for check; do
    case $check in
    tests | asan | tidy | clazy | format) "$check" ;;
    *)
        printf '%s\n' "test: there is no check named $check" >&2
        exit 2
        ;;
    esac
done
