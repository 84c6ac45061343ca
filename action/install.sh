#!/usr/bin/env bash
# Installs lifeline into a virtual environment of its own, and names the command as an output.
# Nothing of the repository that is judged is run: Python is isolated (-I) from the folder it is in.
set -euo pipefail

stop() {
  echo "::error title=lifeline::$1"
  exit 2
}

version=${INPUT_VERSION-}
if [ -z "$version" ]; then
  source=$GITHUB_ACTION_PATH
elif [[ $version =~ ^[0-9][0-9A-Za-z.+!-]*$ ]]; then
  source="product-lifeline==$version"
else
  stop "The input 'version' is no version. Expected one such as 0.1.0."
fi

found=
for python in python3 python python3.14 python3.13 python3.12 python3.11; do
  if "$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    found=$python
    break
  fi
done
[ -n "$found" ] || stop "Python 3.11 or newer is not there. Put actions/setup-python before this step."

# one for each source, so that a job that uses the action twice installs it once
home="$RUNNER_TEMP/lifeline-$(printf '%s' "$source" | cksum | cut -d ' ' -f 1)"
if [ ! -e "$home/ready" ]; then
  "$found" -I -m venv "$home"
  bin=$home/bin
  [ -d "$bin" ] || bin=$home/Scripts # on Windows
  PIP_DISABLE_PIP_VERSION_CHECK=1 "$bin/python" -I -m pip install --quiet "$source"
  printf '%s\n' "$bin/lifeline" >"$home/ready"
fi
echo "command=$(cat "$home/ready")" >>"$GITHUB_OUTPUT"
