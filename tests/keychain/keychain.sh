#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Connect Desk authors
# SPDX-License-Identifier: MIT
#
# Usage: sh keychain.sh unlocked|locked|unused|noservice|nobus KEYCHAINUSER
#        sh keychain.sh profile KEYCHAINUSER CONNECT-DESK
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

# A practice server is the environment of the profile; its key is the one in the keychain.
starts_an_environment() {
    "$program" practice --json >"$HOME/practice" 2>>"$HOME/log" &
    trap 'kill $!' EXIT
    tries=0
    until grep -q api_key "$HOME/practice"; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || fail "the practice server does not start"
        sleep 0.1
    done
    base_url=$(sed 's/.*"base_url":"\([^"]*\)".*/\1/' "$HOME/practice")
    mkdir -p "$HOME/data"
    printf '{"format":"connect-desk-profiles","version":1,"profiles":[{"id":"acme","name":"Acme EU",
        "region":"custom","base_url":"%s","kind":"production","link_hosts":[],"category":"HRIS",
        "language":"en","origin_ids":"required"}]}' "$base_url" >"$HOME/data/profiles.json"
    key_id=acme.$(printf %s "$base_url" | sha256sum | cut -c1-16)
}

# asks CODE TEXT ARGUMENT...: what the program ends with, and a text of its answer.
asks() {
    code=0
    said=$("$program" --data-dir "$HOME/data" --profile "$profile" "$@" 2>&1) || code=$?
    [ "$code" = "$expected" ] || fail "$* ended with $code instead of $expected: $said"
    case $said in
    *"$text"*) ;;
    *) fail "$* said '$said' instead of '$text'" ;;
    esac
}

opens_a_profile() {
    keyring --unlock
    starts_an_environment
    profile='acme eu' expected=3 text='holds no API key' asks check-key
    sed 's/.*"api_key":"\([^"]*\)".*/\1/' "$HOME/practice" |
        timeout 60 "$user" write "$key_id" >>"$HOME/log" 2>&1 || fail "the key is not kept"
    profile='acme eu' expected=0 text= asks check-key
    profile='Acme EU' expected=2 text='--origin-id is needed' \
        asks create-link --email jo@northwind.example --organization Northwind
    profile='Acme EU' expected=0 text=http \
        asks create-link --email jo@northwind.example --organization Northwind --origin-id 7
    profile=Beta expected=2 text='practice, Acme EU' asks check-key
    profile=this-is-longer-than-anybody-would-name-one expected=2 text='names no profile' \
        asks check-key
    profile=practice expected=0 text= asks check-key
    # It is the key of this address, and of no other.
    sed -i 's,/v1",/v1/other",' "$HOME/data/profiles.json"
    profile='Acme EU' expected=3 text='holds no API key' asks check-key
    rm "$HOME/practice"
}

finds_the_key_locked() {
    keyring --start
    starts_an_environment
    timeout 60 "$user" write "$key_id" </dev/null >>"$HOME/log" 2>&1 || true
    profile='Acme EU' expected=3 text=keychain asks check-key
    rm "$HOME/practice"
}

if [ "$1" = session ]; then
    user=$3
    program=${4-}
    $2
    exit
fi

user=$2
program=${3-}
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
    alone dbus-run-session --config-file="$here/bus.conf" -- sh "$0" session "$1" "$user" "$program" ||
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
profile)
    session opens_a_profile
    session finds_the_key_locked
    ;;
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
