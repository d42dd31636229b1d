# Sourced by the other scripts: the root of the checkout, a few words, and what the machine has to have.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# SwiftPM plans in the order of its hash tables; in another order it compiles whole libraries again.
export SWIFT_DETERMINISTIC_HASHING=1

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "error: $*"
    exit 1
}

# Installs what is missing of the system packages; does nothing where they are there or where there is no apt-get.
prepare() {
    command -v swift >/dev/null ||
        fail "no Swift toolchain on PATH: install 6.2 or newer from https://swift.org/install"
    command -v apt-get >/dev/null || return 0

    local missing=() package
    for package in git curl pkg-config; do
        command -v "$package" >/dev/null || missing+=("$package")
    done
    for package in ca-certificates libsqlite3-dev libcrypt-dev; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "please install: ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing ${missing[*]}"
    # Lists may be old or missing: they are fetched only when the packages are not found without.
    if ! ${as_root[@]+"${as_root[@]}"} apt-get install -y --no-install-recommends "${missing[@]}" >&2; then
        ${as_root[@]+"${as_root[@]}"} apt-get update >&2
        ${as_root[@]+"${as_root[@]}"} apt-get install -y --no-install-recommends "${missing[@]}" >&2
    fi
}
