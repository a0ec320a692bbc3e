#!/usr/bin/env bash
# House rules that a compiler does not check, over every file that git has or would take.
#   tidy.sh RULE [ROOT]    RULE is one of the functions named rule_* below; prints each offence, exits 1 if there is one
#   tidy.sh --list         the rules' names
# Plain Bash and grep, so that it runs wherever ./dev does.
set -euo pipefail

root=${2:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
offences=0
offend() { printf '%s\n' "$1"; offences=$((offences + 1)); }

# What git has or would take; in an unpacked archive without git, everything but what the build makes.
all_files=$(git -C "$root" ls-files --cached --others --exclude-standard 2> /dev/null ||
  (cd "$root" && find . -type d \( -name build -o -name .deps -o -name node_modules -o -name dist \) -prune -o -type f -printf '%P\n'))
[[ -n $all_files ]] || { printf 'tidy: no files under %s\n' "$root" >&2; exit 2; }

# files PATTERN [FOLDER...]: those under the folders (everywhere if none is given) whose paths match the pattern.
files() {
  local pattern=$1 file folder
  shift
  while IFS= read -r file; do
    [[ $file =~ $pattern && -f $root/$file ]] || continue
    if (($# == 0)); then printf '%s\n' "$file"; fi
    for folder in "$@"; do
      if [[ $file == "${folder%/}"/* ]]; then printf '%s\n' "$file"; fi
    done
  done < <(sort -u <<< "$all_files")
}

cpp='\.(h|cpp)$'
# From the ground up; a floor may include only itself and what stands before it.
floors=(trace python asyncio fastapi world playground lesson view)

# --- rules -------------------------------------------------------------------------------------------------------

rule_include_directions() {
  local floor below="" file line header
  for floor in "${floors[@]}"; do
    while IFS= read -r file; do
      while IFS= read -r line; do
        header=${line#*\"}
        header=${header%%\"*}
        case $header in
          server/* | cli/* | shell/*) offend "$file: includes $header, which is above every floor" ;;
        esac
        case " $below$floor " in
          *" ${header%%/*} "*) ;;
          *) [[ " ${floors[*]} " == *" ${header%%/*} "* ]] && offend "$file: includes $header, which is above $floor" ;;
        esac
      done < <(grep -E '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$root/$file" || true)
    done < <(files "$cpp" "src/$floor")
    below+="$floor "
  done
}

# Only view draws, only server opens sockets; Boost's other floor-level use is Multiprecision, in python.
rule_third_party_includes() {
  local file line
  while IFS= read -r file; do
    while IFS= read -r line; do
      case $line in
        *'<boost/multiprecision/'* | *'<boost/throw_exception.hpp>'*) [[ $file == src/python/* ]] || offend "$file: $line (Multiprecision is for python)" ;;
        *'<boost/'*) offend "$file: $line (Boost is for server/)" ;;
        *imgui*) [[ $file == src/view/* ]] || offend "$file: $line (Dear ImGui is for view)" ;;
        *'<nlohmann/'*) [[ $file =~ ^src/(trace|python|asyncio)/ ]] && offend "$file: $line (the lower floors know no JSON library)" ;;
        *'<iostream>'* | *'<fstream>'* | *'<filesystem>'* | *'<thread>'* | *'<sys/'* | *'<emscripten'*)
          offend "$file: $line (the engine does no I/O and starts no thread)" ;;
      esac
    done < <(grep -E '^[[:space:]]*#[[:space:]]*include' "$root/$file" || true)
  done < <(files "$cpp" src/ | grep -v '^src/cli/' || true)
}

# A run is a pure function: the engine reads no clock and draws no chance but its own seeded one.
rule_determinism() {
  local file
  while IFS= read -r file; do
    while IFS= read -r line; do
      offend "$file:$line"
    done < <(grep -nE '<random>|<chrono>|<ctime>|<time\.h>|system_clock|steady_clock|high_resolution_clock|[^_[:alnum:].>]s?rand\(|std::time\(|gettimeofday|clock_gettime' \
      "$root/$file" || true)
  done < <(files "$cpp" src/ | grep -v '^src/cli/' || true)
}

# Aim at 400 lines; 900 is the limit. A longer file needs a line here: path:its own limit:why it is one file.
line_limit=900
long_files=(
  "src/python/prelude/typing.py:960:one family of aliases, which all know each other"
  "src/python/interpreter.cpp:1300:the loop over instructions is one function, for the sake of its dispatch"
)
rule_file_length() {
  local file length limit entry
  while IFS= read -r file; do
    length=$(wc -l < "$root/$file")
    limit=$line_limit
    for entry in "${long_files[@]}"; do
      if [[ ${entry%%:*} == "$file" ]]; then
        limit=$(cut -d : -f 2 <<< "$entry")
        if ((length <= line_limit)); then offend "$file: $length lines: it no longer needs its line in tests/tidy/tidy.sh"; fi
      fi
    done
    if ((length > limit)); then
      offend "$file: $length lines; the limit is $limit (split it, or name it with a reason in tests/tidy/tidy.sh)"
    fi
  done < <(files '(\.(h|cpp|ts|mjs|js|css|sh|cmake|py)|CMakeLists\.txt|/?dev)$' | grep -vE '^tests/conformance/.*\.py$' || true)
}

# Work that is left lies in issues, not in comments.
rule_no_leftovers() {
  local line
  while IFS= read -r line; do
    offend "$line"
  done < <(files '\.(h|cpp|ts|mjs|js|css|html|sh|cmake|py|md)$|CMakeLists\.txt$|^dev$' | grep -vE '^tests/tidy/' |
    (cd "$root" && xargs -r -d '\n' grep -nE '\b(TODO|FIXME|XXX|HACK)\b' --) || true)
}

# `#pragma once`, and before the first declaration a comment that says what the header is.
rule_headers() {
  local file
  while IFS= read -r file; do
    grep -q '^#pragma once$' "$root/$file" || offend "$file: no #pragma once"
    head -n 3 "$root/$file" | grep -q '^//' || offend "$file: does not open with a comment that says what it is"
  done < <(files '\.h$' src server shell tests)
}

# A clone must work anywhere: no path of one machine, no registry's or mirror's host.
rule_no_machine_paths() {
  local line
  while IFS= read -r line; do
    offend "$line"
  done < <(files '' | grep -vE '^tests/tidy/|\.(png|woff2|ico)$' |
    (cd "$root" && xargs -r -d '\n' grep -nIE '/(home|Users)/[a-z]|/root/|/work/|registry\.[a-z.]+/|deb\.debian\.org|[a-z]+\.pkg\.dev|artifactory|//[0-9]+(\.[0-9]+){3}[:/]' --) |
    grep -vE '//(127\.0\.0\.1|0\.0\.0\.0)[:/]' || true)
}

# A list of sources that forgets a file forgets its tests too.
rule_listed_sources() {
  local file list
  while IFS= read -r file; do
    list=$(dirname "$file")
    while [[ ! -f $root/$list/CMakeLists.txt ]]; do list=$(dirname "$list"); done
    grep -qF "${file#"$list"/}" "$root/$list/CMakeLists.txt" || offend "$file: is in no source list ($list/CMakeLists.txt)"
  done < <(files '\.cpp$' src server shell/engine tests/unit tests/server tests/bench | grep -v '^tests/unit/main.cpp$' || true)
}

# A file of unit tests is named after its subject, and the ending says what it is.
rule_test_names() {
  local file
  while IFS= read -r file; do
    if [[ $file != *_test.cpp ]] && grep -q '^TEST_CASE' "$root/$file"; then
      offend "$file: holds test cases and is not named *_test.cpp"
    fi
  done < <(files '\.cpp$' tests/unit)
}

# --- command line ------------------------------------------------------------------------------------------------

rules() { declare -F | sed -n 's/^declare -f rule_//p'; }

case ${1:---help} in
  --list) rules ;;
  --help) sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}" ;;
  *)
    rules | grep -qx "$1" || { printf 'tidy: there is no rule %s\n' "$1" >&2; exit 2; }
    "rule_$1"
    ((offences == 0)) || { printf '%s: %d offences\n' "$1" "$offences"; exit 1; }
    ;;
esac
