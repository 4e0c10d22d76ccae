# What the fault tests share. Sourced by tests/run.sh --faults.

# faults_of WORDS ARGUMENTS...: runs a fault test and adds what passed and failed; one that says no count has failed.
faults_of() {
  local words=$1 line
  shift
  echo "== $words"
  line=$(dotnet run -c Release --no-build --project tests/EngagementHub.Benchmarks -- faults "$@" | tee >(cat >&2) | tail -n 1)
  if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  else
    echo "$words: did not run to its end"
    failed=$((failed + 1))
  fi
}

cannot() {
  echo "$1: skipped, $2"
  skipped=$((skipped + 1))
}

# fault_database NAME: an empty database of that name on the running PostgreSQL; sets $database to its connection string.
fault_database() {
  as_postgres "$(postgres_bin)/createdb" -h 127.0.0.1 -p "$(sed 's/.*Port=\([0-9]*\).*/\1/' <<<"$postgres")" -U hub "$1"
  database=${postgres/Database=postgres/Database=$1}
}

# One publishing serves all of them.
publish_once() {
  [ -n "${HUB_PUBLISHED:-}" ] && return
  HUB_PUBLISHED_HERE=$(mktemp -d)
  dotnet publish src/EngagementHub.Web -c Release -o "$HUB_PUBLISHED_HERE" -v q --nologo && export HUB_PUBLISHED=$HUB_PUBLISHED_HERE
}
