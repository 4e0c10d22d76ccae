# A database of a gigabyte backed up and put back, on both databases. Sourced by tests/run.sh --faults.

faults_of "A gigabyte put back, on SQLite" gigabyte
fault_database gigabyte && first=$database && fault_database gigabyte_again && faults_of "A gigabyte put back, on PostgreSQL" gigabyte "$first" "$database"
