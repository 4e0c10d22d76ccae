# The hub killed (kill -9) in bursts of comments, on SQLite and on PostgreSQL with its flushes on. Sourced by tests/run.sh --faults.

# count_rounds WORDS [POSTGRES]: adds the rounds that passed and failed.
count_rounds() {
  local words=$1 line
  shift
  echo "== Killed in a burst of comments, on $words"
  line=$(dotnet run -c Release --no-build --project tests/EngagementHub.Benchmarks -- faults "$@" | tee /dev/stderr | tail -n 1)
  if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  else
    echo "The rounds on $words did not run to their end"
    failed=$((failed + 1))
  fi
}

dotnet build tests/EngagementHub.Benchmarks -c Release --nologo -v q || { failed=$((failed + 1)); finish; }
count_rounds SQLite
if install_postgres && durable=on start_postgres; then
  as_postgres "$(postgres_bin)/createdb" -h 127.0.0.1 -p "$(sed 's/.*Port=\([0-9]*\).*/\1/' <<<"$postgres")" -U hub faults
  count_rounds PostgreSQL "${postgres/Database=postgres/Database=faults}"
else
  failed=$((failed + 1))
fi
