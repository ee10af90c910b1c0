#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Connect Desk authors
# SPDX-License-Identifier: MIT
#
# Usage: sh keychain.sh unlocked|locked|unused|noservice|nobus KEYCHAINUSER
# Lets the program KEYCHAINUSER use a real keychain in one of the states that one can be in, with a
# session bus, a home and a keyring of its own, all of them gone afterwards. Then searches that home
# for the secrets. Exit code 77: the tools are missing.
#
# shellcheck disable=SC2317 # what happens in a session is called by its name
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
secret=Geheim-4711/desk+first
other=Anders-0815/desk+second

fail() {
    printf '%s\n' "keychain: $*" >&2
    [ ! -s "$HOME/log" ] || cat "$HOME/log" >&2
    exit 1
}

# expect WORD VERB [SECRET]: each time in a process of its own.
expect() {
    said=$(printf '%s\n' "${3-}" | timeout 60 "$user" "$2" profile-1 2>>"$HOME/log") ||
        fail "to $2 ended with exit code $?"
    [ "$said" = "$1" ] || fail "to $2 was answered '$said' instead of '$1'"
}

keyring() {
    # It goes with its bus, and needs a password that is not empty.
    printf 'throw-away' | gnome-keyring-daemon -d "$@" --components=secrets >/dev/null 2>>"$HOME/log" ||
        fail "the keyring does not start"
    tries=0
    until dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.DBus.Peer.Ping >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || fail "the keyring does not answer"
        sleep 0.1
    done
}

# What happens in one session.

uses_it() {
    keyring --unlock
    expect absent read
    expect "done" remove
    expect "done" write "$secret"
    expect same read "$secret"
    expect "done" write "$other"
    expect same read "$other"
    expect different read "$secret"
    expect "done" remove
    expect absent read
    expect "done" write "$secret"
}

finds_it_again() {
    keyring --unlock
    expect same read "$secret"
}

finds_it_locked() {
    keyring --start
    expect Locked read "$secret"
    expect Locked write "$other"
    expect Locked remove
}

# A service, but no collection: nobody has ever set one up.
finds_no_collection() {
    keyring --start
    expect absent read
    expect NoKeychain write "$secret"
    expect "done" remove
}

finds_nothing() {
    expect NoKeychain read
    expect NoKeychain write "$secret"
    expect NoKeychain remove
}

if [ "$1" = session ]; then
    user=$3
    $2
    exit
fi

user=$2
for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
    command -v $tool >/dev/null || {
        printf '%s\n' "keychain: skipped, since $tool is not installed (installer/setup.sh --tests)"
        exit 77
    }
done

# Names of sockets must be short, so this is not below the build folder.
scene=$(mktemp -d "${TMPDIR:-/tmp}/connect-desk-keychain.XXXXXX")
trap 'rm -rf "$scene"' EXIT
mkdir -m 700 "$scene/home" "$scene/run"

alone() {
    env -i PATH="$PATH" HOME="$scene/home" XDG_RUNTIME_DIR="$scene/run" LC_ALL=C.UTF-8 \
        ASAN_OPTIONS="${ASAN_OPTIONS-}" LSAN_OPTIONS="${LSAN_OPTIONS-}" \
        UBSAN_OPTIONS="${UBSAN_OPTIONS-}" "$@"
}

session() {
    alone dbus-run-session --config-file="$here/bus.conf" -- sh "$0" session "$1" "$user" ||
        fail "failed where a session $1"
}

case $1 in
unlocked)
    session uses_it
    session finds_it_again
    ;;
locked)
    session uses_it
    session finds_it_locked
    session finds_it_again
    ;;
unused) session finds_no_collection ;;
noservice) session finds_nothing ;;
nobus) alone sh "$0" session finds_nothing "$user" ;;
*) fail "there is no case named $1" ;;
esac

for text in "$secret" "$other"; do
    for spelling in "$text" "$(printf %s "$text" | base64)"; do
        found=$(grep -rlaF -e "$spelling" "$scene") && fail "a secret stands in $found"
    done
done
exit 0
