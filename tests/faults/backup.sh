# A backup taken while people write, put back elsewhere and compared by hash, on both databases. Sourced by tests/run.sh --faults.

faults_of "A backup under load, on SQLite" backup
fault_database backup && first=$database && fault_database elsewhere && faults_of "A backup under load, on PostgreSQL" backup "$first" "$database"
