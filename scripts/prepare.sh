# Sourced by the other scripts: the root of the checkout, a few words, and what the machine has to have.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# SwiftPM plans in the order of its hash tables; in another order it compiles whole libraries again.
export SWIFT_DETERMINISTIC_HASHING=1

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "error: $*"
    exit 1
}

# Installs what is missing of the system packages, and of those that are named beside them; does nothing where they are
# there or where there is no apt-get.
prepare() {
    command -v swift >/dev/null ||
        fail "no Swift toolchain on PATH: install 6.2 or newer from https://swift.org/install"
    command -v apt-get >/dev/null || return 0

    local missing=() package
    for package in git curl pkg-config; do
        command -v "$package" >/dev/null || missing+=("$package")
    done
    for package in ca-certificates libsqlite3-dev libcrypt-dev zlib1g-dev "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    # UCF keeps the settings of PostgreSQL that are written below.
    local as_root=(env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1)
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "please install: ${missing[*]}"
        as_root=(sudo "${as_root[@]}")
    fi
    say "installing ${missing[*]}"
    case " ${missing[*]} " in *" postgresql "*) without_first_cluster "${as_root[@]}" ;; esac
    # Lists may be old or missing: they are fetched only when the packages are not found without.
    if ! "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >&2; then
        "${as_root[@]}" apt-get update >&2
        "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >&2
    fi
}

# What the tests of the three engines need: clients to build with, and servers, which the tests start by themselves.
prepare_servers() {
    prepare libpq-dev libmariadb-dev postgresql mariadb-server-core mariadb-client-core
}

# Debian makes and starts a first server with PostgreSQL, unless it is told not to. (MariaDB's core is no service.)
without_first_cluster() {
    local settings=/etc/postgresql-common/createcluster.conf
    grep -qs '^create_main_cluster' "$settings" && return
    "$@" mkdir -p "$(dirname "$settings")"
    echo 'create_main_cluster = false' | "$@" tee -a "$settings" >/dev/null
}
