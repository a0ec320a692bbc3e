#!/usr/bin/env bash
# Proves that each tidy rule finds what it is for: a small repository is made sound, then broken in one way at a time.
set -euo pipefail
tidy=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/tidy.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

failed=0
say_wrong() { printf '%s\n' "$1" >&2; failed=1; }

make_sound() {
  rm -rf "$work/repo"
  mkdir -p "$work/repo/src/trace" "$work/repo/src/python" "$work/repo/tests/unit/trace"
  cd "$work/repo"
  git init -q
  printf '#pragma once\n// What it is.\n#include "trace/time.h"\n' | tee src/trace/time.h > src/python/value.h
  printf '#include "trace/time.h"\n' > src/trace/time.cpp
  printf 'waiter_floor(trace SOURCES time.cpp)\n' > src/trace/CMakeLists.txt
  printf 'TEST_CASE("a sentence") {}\n' > tests/unit/trace/time_test.cpp
  printf 'waiter_unit(trace SOURCES time_test.cpp)\n' > tests/unit/trace/CMakeLists.txt
}

# expect_offence RULE FILE TEXT [NAME]: appending TEXT to FILE of the sound repository makes RULE fail and name the file.
expect_offence() {
  local rule=$1 file=$2 text=$3 output
  make_sound
  mkdir -p "$(dirname "$file")"
  printf '%s\n' "$text" >> "$file"
  if output=$(bash "$tidy" "$rule" "$work/repo"); then
    say_wrong "$rule did not mind '$text' in $file"
  elif [[ $output != *"$file"* ]]; then
    say_wrong "$rule failed for another reason than '$text' in $file: $output"
  fi
}

make_sound
while IFS= read -r rule; do
  bash "$tidy" "$rule" "$work/repo" || say_wrong "$rule minds a sound repository"
done < <(bash "$tidy" --list)

expect_offence include_directions src/trace/time.h '#include "python/value.h"'
expect_offence include_directions src/trace/time.cpp '#include "server/serve.h"'
expect_offence third_party_includes src/trace/time.h '#include <boost/multiprecision/cpp_int.hpp>'
expect_offence third_party_includes src/python/value.h '#include <boost/asio.hpp>'
expect_offence third_party_includes src/python/value.h '#include <imgui.h>'
expect_offence third_party_includes src/trace/time.cpp '#include <nlohmann/json.hpp>'
expect_offence third_party_includes src/trace/time.cpp '#include <fstream>'
expect_offence determinism src/trace/time.cpp '#include <random>'
expect_offence determinism src/trace/time.cpp 'int x = rand();'
expect_offence determinism src/trace/time.cpp 'auto t = std::chrono::steady_clock::now();'
expect_offence file_length src/trace/time.cpp "$(seq 901)"
expect_offence no_leftovers src/trace/time.cpp '// TO''DO: later'
expect_offence headers src/trace/bare.h 'int x;'
expect_offence headers src/trace/bare.h '#pragma once'
expect_offence no_machine_paths README.md 'See /home/someone/project.'
expect_offence no_machine_paths shell/package-lock.json '"resolved": "https://registry.example.org/x.tgz"'
expect_offence listed_sources src/trace/forgotten.cpp 'int x;'
expect_offence test_names tests/unit/trace/stray.cpp 'TEST_CASE("x") {}'

exit "$failed"
