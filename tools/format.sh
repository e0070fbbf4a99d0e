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
case "${1:-}" in
  write) options=(-i) ;;
  check) options=(--dry-run --Werror) ;;
  *) echo "format: say write or check" >&2; exit 2 ;;
esac
rooms=()
for room in src tests bench; do
  if [ -d "$room" ]; then rooms+=("$room"); fi
done
find "${rooms[@]}" \( -name '*.cpp' -o -name '*.hpp' \) -print0 | xargs -0 -r "$tool" --style=file "${options[@]}"
