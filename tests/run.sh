#!/usr/bin/env bash
# Everything CI does, on any Debian machine with the .NET 10 SDK and Node: format, build, tests on SQLite and on PostgreSQL, browser
# journeys. Installs the browser and PostgreSQL when they are missing. The last line sums up all suites.
#   tests/run.sh            all of it
#   tests/run.sh sqlite | postgres | replica | rt | browser | format | parts     a part of it
#   tests/run.sh --faults [killed | migrating | tickets | two-nodes | taken-over | upgrade | database-away | disk | backup | gigabyte | clock | mail | contained | failover]
#                           the hub killed, its node, database and disk failing under it, its clock put forward and back, a container's walls around it; what each took is said after it
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
part=${1:-all}
passed=0 failed=0 skipped=0
source tests/lib/install.sh
source tests/lib/postgres.sh
source tests/lib/request-tracker.sh
source tests/lib/suite.sh
source tests/lib/parts.sh

wants() { [ "$part" = all ] || [ "$part" = "$1" ]; }

against_request_tracker() {
  trap stop_request_tracker EXIT
  start_request_tracker && suite "against Request Tracker" tests/EngagementHub.Tests -trait Needs=RequestTracker || failed=$((failed + 1))
  stop_request_tracker
}

trap 'stop_asides; stop_postgres; [ -z "${HUB_PUBLISHED_HERE:-}" ] || rm -rf "$HUB_PUBLISHED_HERE"' EXIT
if [ "$part" = --faults ]; then
  source tests/faults/lib.sh
  dotnet build tests/EngagementHub.Benchmarks -c Release --nologo -v q || { failed=$((failed + 1)); finish; }
  # Durable: what is tested here is that nothing is lost.
  install_postgres && durable=on start_postgres || { failed=$((failed + 1)); finish; }
  publish_once
  for fault in ${2:-killed migrating tickets two-nodes taken-over upgrade database-away disk backup gigabyte clock mail contained failover}; do
    began=$SECONDS
    source "tests/faults/$fault.sh"
    echo "-- $fault: $((SECONDS - began)) seconds, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null); so far $passed passed, $failed failed, $skipped skipped"
  done
  finish
fi
wants parts && check_parts
[ "$part" != parts ] || finish
build || finish
# Databases that live for seconds need no disk, if there are 4 GiB of memory to spare: making and dropping one in PostgreSQL costs a tenth then.
[ "$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 4194304 ] 2>/dev/null && export TMPDIR=/dev/shm
# Request Tracker lets its clients wait, and the format is looked at file by file.
if wants rt; then
  if install_request_tracker; then
    aside against_request_tracker
  else
    echo "Request Tracker cannot be installed here: its tests are skipped"
    skipped=$((skipped + 1))
  fi
fi
wants format && aside check_format
# Some tests speak to the hub through the proxy that departments put before it, and are skipped without it.
wants sqlite && { install_haproxy || echo "haproxy cannot be installed here: what needs it is skipped"; }
wants sqlite && suite "on SQLite" tests/EngagementHub.Tests -trait- Needs=RequestTracker -trait- Needs=Faults -trait- Needs=Replica
if wants postgres; then
  # What does not reach the hub's database was run above.
  install_postgres && start_postgres && HUB_TEST_POSTGRES=$postgres suite "on PostgreSQL" tests/EngagementHub.Tests -trait- Needs=RequestTracker -trait- Needs=Faults -trait- Needs=Replica -trait- Runs=Once || failed=$((failed + 1))
fi
if wants postgres || wants replica; then
  stop_postgres
  install_postgres && install_pooler && durable=on start_postgres && start_standby && start_pooler &&
    HUB_TEST_POSTGRES=$postgres HUB_TEST_REPLICA=$standby HUB_TEST_POOLER=$pooler suite "with a standby and a pooler" tests/EngagementHub.Tests -trait Needs=Replica || failed=$((failed + 1))
fi
join_asides
if wants browser; then
  install_browser && suite "in the browser" tests/EngagementHub.BrowserTests || failed=$((failed + 1))
fi
finish
