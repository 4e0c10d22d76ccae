# Two nodes behind haproxy on one PostgreSQL: one killed under load and over a job, both replaced one after the other. Sourced by tests/run.sh --faults.

if install_haproxy; then
  fault_database nodes && faults_of "Two nodes, one killed, both replaced" nodes "$database" docs/deploy/haproxy.cfg
else
  cannot "Two nodes" "haproxy cannot be installed here"
fi
