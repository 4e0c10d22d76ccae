# Mail through a real server (aiosmtpd) that refuses, answers 421 and 451, hangs and drops, and the hub killed between its 250 and our commit. Sourced by tests/run.sh --faults.

# count_mail WORDS [POSTGRES]: adds what passed and failed.
count_mail() {
  local words=$1 line
  shift
  echo "== A thousand mails while the mail server fails, on $words"
  line=$(dotnet run -c Release --no-build --project tests/EngagementHub.Benchmarks -- mail "$@" | tee >(cat >&2) | tail -n 1)
  if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  else
    echo "The mails on $words did not run to their end"
    failed=$((failed + 1))
  fi
}

install_mail_server || { failed=$((failed + 1)); finish; }
dotnet build tests/EngagementHub.Benchmarks -c Release --nologo -v q || { failed=$((failed + 1)); finish; }
count_mail SQLite
if install_postgres && { [ -n "${postgres:-}" ] || start_postgres; }; then
  as_postgres "$(postgres_bin)/createdb" -h 127.0.0.1 -p "$(sed 's/.*Port=\([0-9]*\).*/\1/' <<<"$postgres")" -U hub mail
  count_mail PostgreSQL "${postgres/Database=postgres/Database=mail}"
else
  failed=$((failed + 1))
fi
