# Sourced by ./run and ./check: what is missing is installed, what is not built is built.
# Messages go to standard error, so that the program's own output stays clean.

say() { printf '%s\n' "$*" >&2; }

# The packages of a list file that are not installed.
missing_packages() {
    local wanted
    wanted=$(grep -hv '^#' "$@")
    # dpkg-query fails for packages it has never heard of, and still prints the others.
    comm -23 <(sort -u <<<"$wanted") \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u || true)
}

install_packages() {
    local missing
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian system; install what the lists in .ci name by hand."
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    say "Installing: $(echo $missing)"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "Packages are missing, and neither is this root nor is there sudo. As root: apt-get install" $missing
            return 1
        fi
        as_root=(sudo)
    fi
    # Package lists may be absent or old on a fresh machine.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2 ||
        { "${as_root[@]}" apt-get update >&2 &&
          "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2; }
}

# configure PRESET: only where that has not been done.
configure() {
    [ -f ".build/$1/build.ninja" ] || cmake --preset "$1" >&2
}

# build PRESET [TARGET…]: prints only when something is made or goes wrong.
build() {
    local preset=$1
    shift
    local goals=()
    [ $# -eq 0 ] || goals=(--target "$@")
    [ -f ".build/$preset/.ninja_log" ] || say "Building (a few minutes the first time)"
    # That it looked for new files, and found nothing to do, is not worth a line.
    cmake --build ".build/$preset" "${goals[@]}" 2>&1 |
        { grep --line-buffered -v -e 'Re-checking globbed' -e 'no work to do' || true; } >&2
}
