#!/usr/bin/env bash
# runner_test.sh RUNNER: shows the conformance runner a waiter that is right, and ones that are each wrong in one way.
set -euo pipefail
runner=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/programs/feature"

cat > "$work/programs/feature/sample.py" <<'PROGRAM'
# conformance: stderr
print("one")
PROGRAM
cat > "$work/programs/feature/sample.json" <<'GOLDEN'
{
  "output": [{"t": 0.0, "text": "one\n"}, {"t": 0.0, "text": "two\n"}, {"t": 0.3, "text": "<f at 0x>"}],
  "clients": [],
  "ended": 0.3,
  "error": {"type": "ValueError", "message": "no", "line": 2},
  "stderr": "  File \"sample.py\", line 2\nValueError: no\n"
}
GOLDEN

# The waiter under test: prints what the three variables say. What is right is cut into other writes than the golden file.
right_json='{"output": [{"t": 0, "text": "on"}, {"t": 0.0, "text": "e\ntwo\n"}, {"t": 0.29999999999999999, "text": "<f at 0x7fee>"}],
 "clients": [], "ended": 0.3, "error": {"type": "ValueError", "message": "no", "line": 2, "column": 5}}'
right_out=$'one\ntwo\n<f at 0x7fee>'
cat > "$work/waiter" <<'WAITER'
#!/usr/bin/env bash
[[ $1 == run && -f $2 ]] || exit 2
if [[ ${3:-} == --json ]]; then printf '%s' "$FAKE_JSON"; else printf '%s' "$FAKE_OUT"; fi
printf '  File "%s", line 2\n%s\n' "$2" "$FAKE_ERROR" >&2
[[ -z ${FAKE_SIGNAL:-} ]] || kill -"$FAKE_SIGNAL" $$
exit "$FAKE_EXIT"
WAITER
chmod +x "$work/waiter"

# try STATUS PATTERN WHAT [VARIABLE=VALUE...]: the runner ends with STATUS and prints PATTERN.
failed=0
try() {
  local status=$1 pattern=$2 what=$3 output got=0
  shift 3
  output=$(env FAKE_JSON="$right_json" FAKE_OUT="$right_out" FAKE_ERROR="ValueError: no" FAKE_EXIT=1 "$@" \
    "$runner" "$work/waiter" "$work/programs") || got=$?
  if [[ $got != "$status" || $output != *"$pattern"* ]]; then
    printf '%s: status %s instead of %s, or no "%s" in:\n%s\n' "$what" "$got" "$status" "$pattern" "$output" >&2
    failed=1
  fi
}

try 0 "1 programs, 0 differ" "a right waiter"
try 1 "output, line 2" "another text" FAKE_JSON="${right_json/two/too}"
try 1 "0.300000001 s" "a time that is a nanosecond off" FAKE_JSON="${right_json/0.29999999999999999/0.300000001}"
try 1 "(nothing more)" "output that ends too early" FAKE_JSON="${right_json/', {"t": 0.29999999999999999, "text": "<f at 0x7fee>"}'/}"
try 1 "ended" "another end" FAKE_JSON="${right_json/'"ended": 0.3'/'"ended": 0.4'}"
try 1 "error.line" "another line" FAKE_JSON="${right_json/'"line": 2'/'"line": 3'}"
try 1 "error.message" "another message" FAKE_JSON="${right_json/'"no"'/'"yes"'}"
try 1 "clients" "clients that should not be" FAKE_JSON="${right_json/'"clients": []'/'"clients": [{}]'}"
try 1 "(no such key)" "a missing key" FAKE_JSON="${right_json/'"ended"'/'"over"'}"
try 1 "transcript" "no JSON" FAKE_JSON="Segmentation fault"
try 1 "stdout, line 3" "another text without --json" FAKE_OUT=$'one\ntwo\n'
try 1 "stderr, line 2" "another traceback" FAKE_ERROR="ValueError: yes"
try 1 "exit 0" "another exit code" FAKE_EXIT=0
try 1 "AddressSanitizer" "a sanitizer's report" FAKE_ERROR="==1==ERROR: AddressSanitizer: heap-use-after-free"
try 1 "killed by signal 11" "a crash" FAKE_SIGNAL=11

rm "$work/programs/feature/sample.json"
try 1 "golden transcript" "a program without a golden transcript"
rm "$work/programs/feature/sample.py"
try 1 "no program below" "an empty folder"
exit "$failed"
