#!/usr/bin/env bash
# Lays out the C++ files (write) or reports what is not laid out (check). Usage: tools/format.sh write|check
# Status 77 means: clang-format 14 is not installed, so nothing was checked.
set -euo pipefail
cd "$(dirname "$0")/.."

# Other versions lay out differently, so only version 14, the one of Debian 12, decides.
tool=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$tool" ] || ! "$tool" --version | grep -q 'version 14\.'; then
  echo "format: clang-format 14 is not installed; nothing was done. On Debian 12: apt-get install clang-format"
  exit 77
fi

files() {
  find src tests bench \( -name '*.cpp' -o -name '*.hpp' \) -print0
}

check() {
  local complaints
  complaints=$(files | xargs -0 -r "$tool" --style=file --dry-run --Werror 2>&1) && return
  sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: error.*/format: \1 is not laid out the house way; run make format/p' <<<"$complaints" |
    sort -u | grep . || echo "$complaints"
  exit 1
}

case "${1:-}" in
  write) files | xargs -0 -r "$tool" --style=file -i ;;
  check) check ;;
  *) echo "format: say write or check" >&2; exit 2 ;;
esac
