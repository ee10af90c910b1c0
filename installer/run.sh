#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Connect Desk authors
# SPDX-License-Identifier: MIT
#
# Builds Connect Desk and starts it; arguments are passed on. Where there is no display it does the
# whole job unattended instead, with sample data against the practice server.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
program=$root/build/release/bin/connect-desk
screenshot=$root/build/screenshot.png

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# True if the arguments name a verb, so that what is to be done is said already.
names_verb() {
    case ${1:-} in
    '' | -*) return 1 ;;
    esac
}

run_sample_job() {
    rm -f "$screenshot"
    "$program" connect --email jo@northwind.example --organization 'Northwind Ltd' \
        --origin-id cust-0042 --tool personio --autopilot --screenshot "$screenshot" "$@"
    # Arguments such as --help leave none.
    [ ! -f "$screenshot" ] || printf '%s\n' "Screenshot of the flow: $screenshot"
}

sh "$root/installer/build.sh" release connect-desk

# Qt takes text for UTF-8 everywhere, and says so at each start where the locale is another one.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
if [ "$(id -u)" -eq 0 ]; then
    # The engine's sandbox refuses to work for root, and the engine then refuses to start.
    printf '%s\n' "run: started as root, so the web engine runs without its sandbox" >&2
    export QTWEBENGINE_DISABLE_SANDBOX=1
fi

has_display || export QT_QPA_PLATFORM=offscreen
if has_display || names_verb "$@"; then
    exec "$program" "$@"
fi
run_sample_job "$@"
