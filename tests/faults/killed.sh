# The hub killed (kill -9) in bursts of comments, on SQLite and on PostgreSQL with its flushes on. Sourced by tests/run.sh --faults.

faults_of "Killed in a burst of comments, on SQLite"
fault_database killed && faults_of "Killed in a burst of comments, on PostgreSQL" "$database"
