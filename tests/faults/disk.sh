# The embedded database: its log cut off anywhere, its disk full, its disk failing, no file handles left. Sourced by tests/run.sh --faults.

faults_of "The write-ahead log cut off anywhere" log

disk=$(mktemp -d)
if as_root mount -t tmpfs -o size=32m tmpfs "$disk" 2>/dev/null; then
  faults_of "The disk full" full "$disk"
  as_root umount "$disk"
else
  cannot "The disk full" "a file system of 32 MB cannot be mounted here"
fi
rmdir "$disk"

if command -v strace >/dev/null || install_packages strace; then
  faults_of "The disk failing, and no file handles left" disk
else
  cannot "The disk failing" "strace cannot be installed here"
fi
