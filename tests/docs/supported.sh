#!/usr/bin/env bash
# supported.sh TABLE: is ARCHITECTURE.md's table the one that `waiter supported` printed into the file TABLE?
# supported.sh --write TABLE: puts it there.
set -euo pipefail
write=no
if [[ ${1-} == --write ]]; then
  write=yes
  shift
fi
document=$(dirname "${BASH_SOURCE[0]}")/../../ARCHITECTURE.md
made=$(mktemp)
trap 'rm -f "$made"' EXIT
awk -v table="$1" '
  /^<!-- end of what is supported -->/ { skips = 0 }
  !skips { print }
  /^<!-- what is supported: / { skips = 1; while ((getline line < table) > 0) print line }
' "$document" > "$made"
if [[ $write == yes ]]; then
  cp "$made" "$document"
elif ! diff -u "$document" "$made"; then
  echo "ARCHITECTURE.md does not say what is supported now. ./dev supported makes its table anew."
  exit 1
fi
