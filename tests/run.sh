#!/usr/bin/env bash
# The whole suite: SQLite first, then PostgreSQL where a server answers. Says what was skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
BIN=.venv/bin
# want PROGRAM PURPOSE PACKAGE...: what tests need beside Python, installed when this is root.
want() {
  local program=$1 purpose=$2
  shift 2
  command -v "$program" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "→ Installing $* from Debian for $purpose"
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "! $program is missing and this is not root: $purpose are skipped. Install $* to run them."
  fi
}
want chromium "the browser tests" chromium
want soffice "the tests of DOC, ODT and RTF" libreoffice-writer-nogui
want tesseract "the tests of scans" tesseract-ocr tesseract-ocr-vie
want java "the Nu Html Checker's test" default-jre-headless
$BIN/python -m benchmarks.node_tools ||
  echo "! The programs of benchmarks/tools could not be installed: the tests of html-validate and vnu are skipped."
DATA=$(mktemp -d)
trap 'rm -rf "$DATA"' EXIT
export PORTAL_DATA="$DATA" DJANGO_SETTINGS_MODULE=portal.settings.test
unset DATABASE_URL CACHE_URL
$BIN/python -m portal.catalogues || exit 1
WORKERS=${PYTEST_WORKERS:-auto}
status=0
echo "→ Tests on SQLite"
$BIN/pytest -n "$WORKERS" --dist loadgroup "$@" || status=1
POSTGRES=${PORTAL_TEST_POSTGRES:-postgres://postgres@127.0.0.1:5432/portal}
if $BIN/python - "$POSTGRES" <<'PY'
import sys
from urllib.parse import urlsplit
import psycopg
parts = urlsplit(sys.argv[1])
try:
    psycopg.connect(host=parts.hostname, port=parts.port or 5432, user=parts.username,
                    password=parts.password, dbname="postgres", connect_timeout=3).close()
except psycopg.Error:
    sys.exit(1)
PY
then
  echo "→ Tests on PostgreSQL"
  DATABASE_URL="$POSTGRES" $BIN/pytest -n "$WORKERS" --dist loadgroup \
    -m "not browser and not one_engine" "$@" || status=1
else
  echo "! No PostgreSQL answers at $POSTGRES: its tests are skipped."
fi
exit $status
