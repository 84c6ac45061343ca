#!/usr/bin/env bash
# Judges the ideas as the inputs of the action ask, and tells what came out as outputs of the step.
# Inputs come as INPUT_… in the environment; LIFELINE_COMMAND is the installed lifeline.
set -uo pipefail
set -f # words of inputs are not patterns: lifeline matches those itself

stop() {
  echo "::error title=lifeline::$1"
  exit 2
}

is_true() { # VALUE NAME
  case $1 in
    true) return 0 ;;
    false | '') return 1 ;;
    *) stop "The input '$2' is neither true nor false." ;;
  esac
}

options=()
give() { # FLAG VALUE
  if [ -n "$2" ]; then options+=("$1=$2"); fi
}

give --set "${INPUT_SET-}"
give --min-months "${INPUT_MIN_MONTHS-}"
give --clock "${INPUT_CLOCK-}"
give --fail-on "${INPUT_FAIL_ON-}"
give --max-open "${INPUT_MAX_OPEN-}"
give --max-age "${INPUT_MAX_AGE-}"
give --since "${INPUT_SINCE-}"
for score in ${INPUT_MIN_SCORE-}; do give --min-score "$score"; done
for word in ${INPUT_ARGS-}; do options+=("$word"); done
if is_true "${INPUT_STRICT-}" strict; then options+=(--strict); fi

zero=()
if is_true "${INPUT_EXIT_ZERO-}" exit-zero; then zero=(--exit-zero); fi

paths=(--)
while IFS= read -r path; do
  path=${path%$'\r'}
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"${INPUT_PATHS-}"
if [ ${#paths[@]} -eq 1 ]; then paths=(); fi

baseline=${INPUT_BASELINE-}
sarif=${INPUT_SARIF-}
if [[ $sarif == *$'\n'* ]]; then stop "The input 'sarif' names more than one file."; fi
json=$(mktemp "$RUNNER_TEMP/lifeline-XXXXXX") || stop "RUNNER_TEMP is no folder to write to."
rm "$json"
json=$json.json

formats=("--format=json:$json")
if [ -n "$sarif" ]; then formats+=("--format=sarif:$sarif"); fi
if [ -z "$baseline" ]; then formats+=(--format=auto); else formats+=(--format=text); fi
if ! is_true "${INPUT_SUMMARY-}" summary; then
  unset GITHUB_STEP_SUMMARY
elif [ -n "$baseline" ] && [ -n "${GITHUB_STEP_SUMMARY-}" ]; then
  formats+=("--format=markdown:$GITHUB_STEP_SUMMARY")
fi

# bash before 4.4, as on macOS, takes an empty array for a variable that is not set
run() {
  "$LIFELINE_COMMAND" "$@" ${options[@]+"${options[@]}"} ${zero[@]+"${zero[@]}"} \
    ${paths[@]+"${paths[@]}"}
}

run score "${formats[@]}"
code=$?
if [ -n "$baseline" ] && [ -e "$json" ]; then # with no results, the command line was wrong
  run baseline check --format=github "--file=$baseline"
  code=$?
fi

count() { # VERDICT
  local found=
  if [ -e "$json" ]; then
    found=$(tail -n 20 "$json" | sed -n -E "s/^ *\"$1\": ([0-9]+),?$/\1/p" | tail -n 1)
  fi
  echo "${found:-0}"
}
passed=$(count pass) failed=$(count fail) unclear=$(count unclear) invalid=$(count invalid)

verdict=pass
if [ "$unclear" != 0 ]; then verdict=unclear; fi
if [ "$failed" != 0 ]; then verdict=fail; fi
if [ "$invalid" != 0 ] || [ ! -e "$json" ]; then verdict=invalid; fi

{
  echo "verdict=$verdict"
  echo "exit-code=$code"
  echo "passed=$passed"
  echo "failed=$failed"
  echo "unclear=$unclear"
  echo "invalid=$invalid"
  if [ -e "$json" ]; then echo "json=$json"; else echo "json="; fi
  if [ -n "$sarif" ] && [ -e "$sarif" ]; then echo "sarif=$sarif"; else echo "sarif="; fi
} >>"$GITHUB_OUTPUT"
exit "$code"
