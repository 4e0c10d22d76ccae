# The hub killed (kill -9) while it brings an empty database to its version, on both databases. Sourced by tests/run.sh --faults.

faults_of "Killed while the schema is made, on SQLite" migrating
fault_database migrating && faults_of "Killed while the schema is made, on PostgreSQL" migrating "$database"
