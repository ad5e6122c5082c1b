#!/usr/bin/env bash
# Every tool that keeps the house; runs them all and fails at the end if one did.
set -uo pipefail
cd "$(dirname "$0")/.."
BIN=.venv/bin
DATA=$(mktemp -d)
trap 'rm -rf "$DATA"' EXIT
export PORTAL_DATA="$DATA" DJANGO_SETTINGS_MODULE=portal.settings.production
failed=()
step() {
  echo "→ $1"
  shift
  "$@" || failed+=("$1 ${2:-}")
}
step "ruff format" $BIN/ruff format --check --quiet .
step "ruff check" $BIN/ruff check --quiet .
step "import-linter" $BIN/lint-imports --no-cache
step "mypy" $BIN/mypy
step "djhtml" $BIN/djhtml --check --tabwidth 2 templates
step "curlylint" $BIN/curlylint --quiet templates
step "static files" $BIN/python manage.py gather_static
step "manage.py check" $BIN/python manage.py check --fail-level WARNING
PORTAL_HTTPS=1 step "manage.py check --deploy" \
  $BIN/python manage.py check --deploy --fail-level WARNING
step "migrations" $BIN/python manage.py makemigrations --check --dry-run
step "architecture" env DJANGO_SETTINGS_MODULE=portal.settings.test $BIN/pytest -q -n0 tests/architecture
if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "${failed[@]}"
  exit 1
fi
echo "All checks passed."
