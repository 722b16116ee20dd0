# Sourced by every script here: start in the top folder, answer --help, say what goes wrong.
set -euo pipefail
export LC_ALL=C
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
me=scripts/$(basename "$0")
target_dir=${CARGO_TARGET_DIR:-$root/target}
host=$(uname -m)-unknown-linux-musl

note() { printf '%s: %s\n' "$me" "$*" >&2; }
die() { note "$*"; exit 1; }

# The comment at the top of a script is its help.
help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; exit 0; }
for argument in "$@"; do
    case $argument in --help) help ;; --) break ;; esac
    case $me/$argument in scripts/run/[!-]*) break ;; esac
done
unset argument

have() { command -v "$1" >/dev/null 2>&1; }

# install PACKAGE...: Debian packages, when root; otherwise says what to install.
install_packages() {
    [ "$(id -u)" = 0 ] && have apt-get || die "please install: $*"
    note "installing $*"
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 </dev/null ||
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } >&2 </dev/null
}

# Names the manifest has a feature for, presets apart, one a line.
features() {
    awk '/^\[/ { on = ($0 == "[features]"); next }
         on && /^[^ #\]].*=/ { sub(/ *=.*/, ""); gsub(/"/, ""); if ($0 !~ /^(tiny|default|full)$/) print }' Cargo.toml
}

# An applet's name to its feature's: Cargo allows no brackets.
feature_of() { case $1 in '[') echo test1 ;; '[[') echo test2 ;; *) printf '%s\n' "$1" ;; esac; }

# Builds tests/tools/measure.rs where needed and leaves its path in $measure. Static where it can be: a child's
# resident set is never reported smaller than that of the process that started it.
need_measure() {
    measure=$target_dir/tools/measure
    [ "$measure" -nt tests/tools/measure.rs ] && return
    mkdir -p "$target_dir/tools"
    rustc --edition 2024 -O --target "$host" -o "$measure" tests/tools/measure.rs 2>/dev/null ||
        rustc --edition 2024 -O -o "$measure" tests/tools/measure.rs
}

thousands() { sed -E ':a; s/([0-9])([0-9]{3})($|[^0-9])/\1,\2\3/; ta'; }
