#!/usr/bin/env bash
# ./dev's own promises, without touching the machine: what it installs where, and that no failure is counted as a pass.
#   dev_test.sh NAME    NAME is one of the functions named test_* below;  --list: their names
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=/dev/null
source "$root/dev"
set +e

work=$(mktemp -d)
full_path=$PATH
trap 'PATH=$full_path rm -rf "$work"' EXIT
cd "$work" || exit 2

expect() { # expect WHAT WANTED GOT
  if [[ $2 != "$3" ]]; then
    printf '%s:\n  expected: %s\n  got:      %s\n' "$1" "$2" "$3"
    exit 1
  fi
}

expect_in() { # expect_in WHAT PART WHOLE
  if [[ $3 != *"$2"* ]]; then
    printf '%s:\n  expected to contain: %s\n  got: %s\n' "$1" "$2" "$3"
    exit 1
  fi
}

# count LOG_TEXT STATUS: what count_tests makes of it.
count() {
  tests_passed=0 tests_failed=0
  printf '%s\n' "$1" > log
  count_tests log "$2"
  printf '%d passed, %d failed' "$tests_passed" "$tests_failed"
}

# fake NAME BODY: a command on the pretended machine.
fake() {
  printf '#!/bin/sh\n%s\n' "$2" > "bin/$1"
  PATH=$full_path chmod +x "bin/$1"
}

# A machine of our own: the given system, where only the named commands exist and no package is installed.
pretend_machine() { # pretend_machine ID VERSION COMMAND...
  local name
  printf 'ID=%s\nVERSION_ID="%s"\n' "$1" "$2" > os-release
  # shellcheck disable=SC2034  # ./dev reads it
  os_release=$work/os-release
  shift 2
  PATH=$full_path
  mkdir -p bin
  for name in cat cut env mkdir sed sleep tail; do ln -sf "$(command -v "$name")" "bin/$name"; done
  for name in "$@"; do fake "$name" 'exit 1'; done
  PATH=$work/bin
}
pretend_user() { fake id "echo $1"; }

# What ./dev says and does when it makes sure that everything is installed.
ensure() { (ensure_installed "$1") 2>&1 < /dev/null; }

test_ctest_counts() {
  expect "all passed" "12 passed, 0 failed" "$(count '100% tests passed, 0 tests failed out of 12' 0)"
  expect "some failed" "9 passed, 3 failed" "$(count '75% tests passed, 3 tests failed out of 12' 8)"
  expect "one failed" "11 passed, 1 failed" "$(count '92% tests passed, 1 tests failed out of 12' 8)"
}

test_node_counts() {
  expect "TAP" "5 passed, 2 failed" "$(count $'# tests 7\n# pass 5\n# fail 2' 1)"
  expect "spec" "7 passed, 0 failed" "$(count $'ℹ tests 7\nℹ pass 7\nℹ fail 0' 0)"
}

test_plain_counts() {
  expect "the last line counts" "4 passed, 1 failed" "$(count $'9 passed, 9 failed\n4 passed, 1 failed' 1)"
}

test_silence_is_a_failure() {
  expect "no count" "0 passed, 1 failed" "$(count 'all is well' 0)"
  expect "no tests" "0 passed, 1 failed" "$(count $'# pass 0\n# fail 0' 0)"
  expect "a failure that no test explains" "5 passed, 1 failed" "$(count '5 passed, 0 failed' 1)"
}

test_closing_line_decides_the_exit_status() {
  tests_passed=3 tests_failed=0
  expect "good" "3 passed, 0 failed" "$(closing_line 2> /dev/null | tail -n 1)"
  (closing_line > /dev/null 2>&1) || expect "status" 0 1
  tests_failed=1
  expect "bad" "3 passed, 1 failed" "$(closing_line 2> /dev/null | tail -n 1)"
  if (closing_line > /dev/null 2>&1); then expect "status" 1 0; fi
}

test_a_failed_stage_shows_its_log_and_advice() {
  local said
  # shellcheck disable=SC2317  # called by name
  broken() { echo "first"; echo "the reason"; return 3; }
  said=$(must "a stage" "Do this." broken 2>&1)
  expect "status" 1 $?
  expect_in "the log's end" "the reason" "$said"
  expect "the last line" "dev: The stage 'a stage' failed. Do this." "$(tail -n 1 <<< "$said")"
}

test_unchanged_inputs_are_remembered() {
  unchanged thing abc && expect "nothing is remembered at first" no yes
  remember thing abc
  unchanged thing abc || expect "the same sum" yes no
  unchanged thing abd && expect "another sum" no yes
  mkdir tree
  echo 1 > tree/a
  local before
  before=$(sum_of tree)
  expect "same content, same sum" "$before" "$(sum_of tree)"
  mv tree/a tree/b
  if [[ $(sum_of tree) == "$before" ]]; then expect "a renamed file" "another sum" "the same"; fi
}

test_debian_12_gets_its_numbered_boost() {
  pretend_machine debian 12 dpkg-query
  pretend_user 1000
  expect_in "Boost" " libboost1.81-dev " "$(ensure build) "
  expect_in "Node" " nodejs npm" "$(ensure build)"
  expect_in "the browser, for tests" " chromium" "$(ensure test)"
}

test_later_systems_get_their_own_boost() {
  pretend_machine debian 13 dpkg-query
  pretend_user 1000
  expect_in "Debian 13" " libboost-dev " "$(ensure build)"
  pretend_machine ubuntu 24.04 dpkg-query
  expect_in "Ubuntu 24.04" " libboost-dev " "$(ensure build)"
}

test_a_user_without_sudo_is_told_one_command() {
  pretend_machine debian 12 dpkg-query
  pretend_user 1000
  local said
  said=$(ensure build)
  expect "status" 1 $?
  expect_in "the command" "As root, run: apt-get update && apt-get install -y --no-install-recommends g++ cmake" "$said"
}

test_root_installs_what_is_missing_and_says_what() {
  pretend_machine debian 12 dpkg-query apt-get
  pretend_user 0
  fake apt-get "echo \"\$@\" >> $work/calls"
  local said
  said=$(ensure build)
  expect "status" 0 $?
  expect_in "it says what" "Installing: g++ cmake" "$said"
  expect_in "it asks for new lists first" "update -q"$'\n'"install -y -q --no-install-recommends g++ cmake" "$(cat calls)"
}

test_tools_from_elsewhere_are_kept() {
  pretend_machine debian 12 dpkg-query emcc npm chromium
  pretend_user 1000
  fake node 'exit 0'  # it is asked to exit with 0 if it is new enough
  local said
  said=" $(ensure test) "
  case $said in *" nodejs "* | *" npm "* | *" emscripten "* | *" chromium "* | *denied*) expect "kept" "none of them" "$said" ;; esac
}

test_another_system_is_told_what_is_needed() {
  pretend_machine fedora 40 cmake git
  local said
  said=$(ensure build)
  expect "status" 1 $?
  expect_in "versions" "Boost 1.81 or newer" "$said"
  expect_in "what is missing" "These commands are missing: c++ ninja ccache emcc" "$said"
}

tests() { declare -F | sed -n 's/^declare -f test_//p'; }

if [[ ${1:-} == --list ]]; then
  tests
else
  "test_$1"
fi
