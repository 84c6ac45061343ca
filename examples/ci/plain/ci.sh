#!/usr/bin/env bash
# For any CI that runs a shell and keeps files. The exit code is that of lifeline: 0 every idea
# passed, 1 one failed, 2 a file is wrong, 3 one is unclear.
set -euo pipefail

if ! command -v lifeline >/dev/null; then
  python3 -m venv .lifeline
  .lifeline/bin/pip install --quiet product-lifeline
  PATH=$PWD/.lifeline/bin:$PATH
fi

mkdir -p reports
lifeline score ideas \
  --format text \
  --format junit:reports/lifeline.xml \
  --format markdown:reports/lifeline.md \
  --format json:reports/lifeline.json
