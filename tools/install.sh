#!/usr/bin/env bash
# Installs the Debian 12 packages that a step needs and that are missing. Usage: tools/install.sh build|test|fuzz|bench
set -euo pipefail

build=(g++ cmake ninja-build pkg-config ccache mold libboost1.81-dev libboost-json1.81-dev libcmark-gfm-dev
  libcmark-gfm-extensions-dev libcli11-dev libfmt-dev libxlsxwriter-dev libminizip-dev libxml2-dev zlib1g-dev
  libsodium-dev libcereal-dev libsqlite3-dev libzstd-dev libical-dev)
fuzz=(clang-19 libclang-rt-19-dev llvm-19) # llvm-19 has the symbolizer: without it a crash names no lines
checks=(libgtest-dev libgmock-dev librapidcheck-dev clang-format)
bench=(libbenchmark-dev libxml2-utils)

stop() {
  printf 'install: %s\n' "$*" >&2
  exit 1
}

wanted() {
  case "${1:-}" in
    build) echo "${build[@]}" ;;
    fuzz) echo "${build[@]}" "${fuzz[@]}" ;;
    test) echo "${build[@]}" "${fuzz[@]}" "${checks[@]}" ;;
    bench) echo "${build[@]}" "${bench[@]}" ;;
    *) stop "name a step: build, test, fuzz or bench" ;;
  esac
}

# Prints those of the given packages that are not installed.
missing() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

# apt-get as root, through sudo when we are not root.
as_root() {
  local get=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@")
  if [ "$(id -u)" -ne 0 ]; then get=(sudo "${get[@]}"); fi
  "${get[@]}"
}

main() {
  local step=${1:-} list packages
  list=$(wanted "$step")
  read -ra packages <<<"$list"
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    stop "this is not a Debian system. Install what these Debian 12 packages hold, then run make with INSTALL=true: $list"
  fi
  mapfile -t packages < <(missing "${packages[@]}")
  [ "${#packages[@]}" -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    stop "not root and no sudo. Ask an administrator to run: apt-get install --no-install-recommends ${packages[*]}"
  fi
  echo "install: $step needs ${#packages[@]} more Debian packages: ${packages[*]}"
  as_root update || stop "apt-get update failed; see the lines above"
  # Boost 1.81 replaces the headers of Boost 1.74 when those are there: apt removes them.
  as_root install -y --no-install-recommends "${packages[@]}" >/dev/null ||
    stop "apt-get could not install them; Zorgkader is built on Debian 12 (bookworm). See the lines above"
  echo "install: done"
}

main "$@"
