# The machine's clock put forward and back, and two nodes whose clocks differ. Sourced by tests/run.sh --faults.

if install_faketime; then
  fault_database clock && faults_of "The clock put forward and back" clock "$(ls /usr/lib/*/faketime/libfaketimeMT.so.1 | head -n 1)" "$database"
else
  cannot "The clock" "libfaketime cannot be installed here"
fi
