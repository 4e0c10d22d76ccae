# The database's machine dead, and its standby promoted, with a standby that each commit waits for and with one that lags. Each on a pair of servers of its own. Sourced by tests/run.sh --faults.

fail_over() {
  local postgres_folder= postgres= standby=
  if durable=on start_postgres && durable=on start_standby; then
    faults_of "The primary $1, its standby promoted, $2" failover "$postgres" "$standby" "$postgres_folder" "$(postgres_bin)" "$2"
  else
    cannot "The standby promoted" "a primary and its standby did not start"
  fi
  stop_postgres
}

fail_over frozen synchronous
fail_over killed asynchronous
