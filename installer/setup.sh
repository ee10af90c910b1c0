#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Connect Desk authors
# SPDX-License-Identifier: MIT
#
# Installs what this machine lacks to build and run Connect Desk: Debian packages, and the npm
# packages that resources/web/package-lock.json pins; with --tests also a keyring and a browser to
# test with, and the npm packages that the contract tests hold it against
# (tests/contract/package-lock.json). Does nothing where nothing is missing.
# Usage: sh installer/setup.sh [--tests] [further Debian package]...
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
log=$root/build/setup.log

# To build. Qt's HTTP server needs the web sockets, which its Debian package fails to say.
packages="g++ cmake ninja-build qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-svg-dev
    qt6-webchannel-dev qt6-webengine-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
    qtkeychain-qt6-dev"
# QR codes of magic links; the library is found through pkg-config.
packages="$packages libqrencode-dev pkg-config"
# Evidence bundles as zip files.
packages="$packages libzip-dev"
# Quotes in the tables of a batch.
packages="$packages libcsv-dev"
# The ledger is an SQLite file; Qt's driver for it is a package of its own.
packages="$packages libqt6sql6-sqlite"
# To run: certificates for npm and for the API, and a font, without which the engine draws no letter.
packages="$packages ca-certificates fontconfig fonts-dejavu-core"
# And what QtKeychain reaches a keychain with; it looks for it when it runs, so it asks for no package.
packages="$packages libsecret-1-0"
# To test: what is copied as cURL is run.
packages="$packages curl"

say() {
    printf '%s\n' "setup: $*" >&2
}

fail() {
    say "$@"
    exit 1
}

# Node may come from anywhere; only a machine without a usable one gets Debian's.
have_node() {
    command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null
}

# Prints those of the named packages that are not installed.
missing() {
    # dpkg-query fails if it does not know one of them; what it does know is printed all the same.
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null) || true
    for package; do
        case "
$installed
" in
        *"
installed $package
"*) ;;
        *) printf ' %s' "$package" ;;
        esac
    done
}

# Runs a command with its output in the log, which is shown only if the command fails.
logged() {
    "$@" >"$log" 2>&1 || {
        tail -n 40 "$log" >&2
        return 1
    }
}

apt() {
    # The lock is waited for: a machine that has just started may be updating itself.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy \
        -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
}

install_debian_packages() {
    command -v apt-get >/dev/null ||
        fail "this is no Debian, so please install by hand what these Debian packages hold: $*"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=sudo
        else
            fail "an administrator has to run this first:" \
                "apt-get update && apt-get install -y --no-install-recommends $*"
        fi
    fi
    say "installing Debian packages (some minutes): $*"
    # Package lists that are missing or old make the first attempt fail.
    apt install --no-install-recommends "$@" >"$log" 2>&1 || {
        logged apt update && logged apt install --no-install-recommends "$@"
    } || fail "apt-get could not install: $*"
}

# Puts into a folder of the tree what its lock file pins.
install_npm_packages() {
    folder=$root/$1
    stamp=$folder/node_modules/.connect-desk-stamp
    wanted=$(cd "$folder" && cksum package.json package-lock.json .npmrc)
    [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    say "fetching the npm packages of $1"
    # npm wants a cache that it can write, and an account without a home has none.
    [ -w "${HOME:-/nonexistent}" ] || export npm_config_cache="$root/build/npm-cache"
    (cd "$folder" && logged npm ci --ignore-scripts) || fail "npm could not fetch the packages of $1"
    printf '%s\n' "$wanted" >"$stamp"
}

npm_folders=resources/web
if [ "${1:-}" = --tests ]; then
    npm_folders="$npm_folders tests/contract"
    # The tests use a keychain on a bus of their own, and none of the person who runs them.
    packages="$packages dbus-daemon dbus-bin gnome-keyring"
    # And a real browser, for the flow that is continued in the browser of the system.
    packages="$packages chromium"
    shift
fi
mkdir -p "$root/build"
have_node || packages="$packages nodejs npm"
# shellcheck disable=SC2046,SC2086 # lists of words
set -- $(missing $packages "$@")
[ $# -eq 0 ] || install_debian_packages "$@"
for npm_folder in $npm_folders; do
    install_npm_packages "$npm_folder"
done
