# PostgreSQL refusing, silent and frozen while people write; replies to commits lost. Sourced by tests/run.sh --faults.

fault_database away && faults_of "The database away, and replies to commits lost" away "$database" "$(head -n 1 "$postgres_folder/data/postmaster.pid")"
