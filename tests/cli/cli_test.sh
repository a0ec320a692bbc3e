#!/usr/bin/env bash
# What CONTRACT.md promises of the command line: exit statuses, what goes where, one clear line for each mistake.
#   cli_test.sh WAITER LESSONS    prints each failed case and a last line "N passed, N failed"; exits 1 if one failed
set -uo pipefail

waiter=$(realpath "$1")
lessons=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
passed=0
failed=0

# expect STATUS STDOUT STDERR-PATTERN ARGUMENTS...: STDOUT to the letter; the pattern must match all of stderr's one text.
expect() {
  local status=$1 out=$2 pattern=$3 got_status=0
  shift 3
  "$waiter" "$@" > out 2> err || got_status=$?
  if [[ $got_status == "$status" && $(< out) == "$out" && $(< err) =~ ^$pattern$ ]]; then
    passed=$((passed + 1))
    return
  fi
  failed=$((failed + 1))
  printf 'FAILED: waiter %s\n  status %s, expected %s\n  stdout: %s\n  expected: %s\n  stderr: %s\n  expected: %s\n' \
    "$*" "$got_status" "$status" "$(head -c 500 out)" "$out" "$(head -c 500 err)" "$pattern"
}

# holds TEXT COMMAND...: the command succeeds.
holds() {
  local text=$1
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$text"
  fi
}

printf 'print("hello")\n' > hello.py
printf 'print("before")\nraise ValueError("no milk")\n' > raises.py
printf 'print("never")\nfor n in range(3)\n    pass\n' > syntax.py
printf 'import sys\nsys.exit("closing time")\n' > exits.py
printf 'print("before")\nwhile True:\n    pass\n' > endless.py
printf 'import asyncio\nasync def main():\n    while True:\n        print("tick")\n        await asyncio.sleep(1)\nasyncio.run(main())\n' > ticks.py
printf 'import random\nprint(random.random())\n' > chance.py
printf '\xff' > latin.py
: > empty.py
printf '{"until": 1.5, "seed": 7}' > good.json
printf '{"clients": [{"name": "A", "request": "GET /", "at": -1}]}' > negative.json
printf '{' > broken.json

# What programs do
expect 0 hello '' run hello.py
expect 0 '' '' run empty.py
expect 1 before 'Traceback .*line 2.*ValueError: no milk' run raises.py
expect 1 '' '.*line 2.*SyntaxError: expected .:.' run syntax.py
expect 1 '' 'closing time' run exits.py
expect 3 before 'waiter: endless.py: the run was stopped after [0-9]+ million instructions' run endless.py
expect 0 $'tick\ntick\ntick' '' run ticks.py --until 2.5
expect 0 $'tick\ntick' '' run ticks.py --scenario good.json
expect 0 tick '' run ticks.py --scenario good.json --until 0.5
# CPython 3.11: random.seed(7); random.random(), and the same with 0 and 3
expect 0 0.32383276483316237 '' run chance.py --scenario good.json
expect 0 0.8444218515250481 '' run chance.py
expect 0 0.23796462709189137 '' run chance.py --scenario good.json --seed 3

# Mistakes
expect 2 '' 'waiter: nothing.py: cannot be read: No such file or directory' run nothing.py
expect 2 '' 'waiter: .*: is a folder' run .
expect 2 '' 'waiter: latin.py: is not UTF-8 \(byte 0\)' run latin.py
expect 2 '' 'waiter: negative.json: /clients/0/at: must not be negative' run hello.py --scenario negative.json
expect 2 '' 'waiter: broken.json: is not JSON: it ends too early' run hello.py --scenario broken.json
expect 2 '' 'waiter: nothing.json: cannot be read: No such file or directory' run hello.py --scenario nothing.json
expect 2 '' 'waiter: --until: abc is not a number of seconds.*' run hello.py --until abc
expect 2 '' 'waiter: --until: nan is not a number of seconds.*' run hello.py --until nan
expect 2 '' 'waiter: --until: -1 is negative.*' run hello.py --until -1
expect 2 '' 'waiter: --seed: -1 is not a whole number.*' run hello.py --seed -1
expect 2 '' 'waiter: .*--frob.*' run hello.py --frob
expect 2 '' 'waiter: PROGRAM.py is required.*' run
expect 2 '' 'waiter: A subcommand is required.*'
expect 2 '' 'waiter: measure comes with a later version.*' measure hello.py --scenario good.json
expect 2 '' 'waiter: .*--port.*' serve --port 99999
expect 2 hello 'waiter: .*: cannot be written: .*' run hello.py --trace nowhere/out.json
holds "waiter --version prints a version" grep -qE '^waiter [0-9]+\.[0-9]+\.[0-9]+$' <("$waiter" --version)

# Transcript and trace
"$waiter" run hello.py --json --trace trace.json > transcript.json
holds "the transcript holds the output" grep -q '"text": "hello\\n"' transcript.json
holds "the trace is in Chrome's format" grep -q '^{"traceEvents":\[' trace.json

# Clients of a scenario
cat > counter.py <<'END'
from fastapi import FastAPI
from fastapi.responses import FileResponse
app = FastAPI()
count = 0
@app.get("/")
async def root():
    global count
    count += 1
    return count
@app.get("/page")
async def page():
    return FileResponse("pages/a.txt")
END
mkdir pages && printf 'a page\n' > pages/a.txt
printf '{"clients": [{"name": "A", "requests": ["GET /", "GET /page"], "think": 1}, {"name": "B", "at": 0.5, "request": "GET /", "count": 2}]}' > several.json
"$waiter" run counter.py --scenario several.json --json --trace several.trace > several.out
holds "one entry for each request" test "$(grep -c '"request": ' several.out)" = 4
holds "a file of the program's folder is served" grep -q '"body": "a page\\n"' several.out
holds "a client waits on the trace for what it asked" grep -q 'GET /page' several.trace
printf '{"clients": [{"name": "A", "request": "GET /", "thinks": 1}]}' > unknown.json
expect 2 '' 'waiter: unknown.json: /clients/0/thinks: is not a key that is known here' run counter.py --scenario unknown.json
printf '{"clients": [{"name": "A", "request": "GET /"}, {"name": "B", "request": "GET /"}]}' > same.json
"$waiter" run counter.py --scenario same.json --shake 20 > shaken.out
holds "who comes first at one instant is shaken" test $? = 1 -a "$(grep -c '^Run ' shaken.out)" = 1

# A reader that leaves, a disk that is full
"$waiter" run ticks.py 2> err | head -n 1 > out
status=("${PIPESTATUS[@]}")
holds "a reader that leaves is no error" test "${status[0]}" = 0 -a ! -s err
"$waiter" run hello.py > /dev/full 2> err
holds "a full disk is named" test $? = 2 -a "$(< err)" = "waiter: output cannot be written: No space left on device"

# Lessons
holds "every lesson holds" "$waiter" lessons check "$lessons"
holds "lessons are bundled" "$waiter" lessons bundle "$lessons" bundled
holds "one file a lesson" test "$(find bundled -name '*.json' | wc -l)" = "$(find "$lessons" -name lesson.json | wc -l)"
mkdir -p spoilt && cp -r "$lessons"/. spoilt && sed -i 's/"value": 1.5/"value": 1.4/' spoilt/coffee-and-sandwich/lesson.json
expect 1 'coffee-and-sandwich: 5 steps, 2 of them with goals' \
  'spoilt/coffee-and-sandwich/lesson.json /steps/1/prediction/choices: not exactly one choice is right: the program gives 1.5 s.*' \
  lessons check spoilt
expect 1 '' '.*nothing was bundled' lessons bundle spoilt nowhere
holds "a lesson that does not hold is not bundled" test ! -e nowhere
expect 2 '' 'waiter: .*: cannot be read: No such file or directory' lessons check missing

printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
