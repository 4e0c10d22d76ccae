# Installs what the tests need from Debian, only when it is missing.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() {
  echo "Installing $*"
  as_root apt-get -o DPkg::Lock::Timeout=300 update -qq && DEBIAN_FRONTEND=noninteractive as_root apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@" >/dev/null
}

install_browser() {
  command -v chromium >/dev/null || install_packages chromium fonts-liberation || { echo "Chromium could not be installed: the browser tests need it"; return 1; }
}

install_postgres() {
  [ -n "$(postgres_bin)" ] || install_packages postgresql || { echo "PostgreSQL could not be installed: the tests need it"; return 1; }
}

install_pooler() {
  [ -x /usr/sbin/pgbouncer ] || install_packages pgbouncer || { echo "pgbouncer could not be installed: the tests of pooling need it"; return 1; }
}

install_haproxy() {
  command -v haproxy >/dev/null || install_packages haproxy
}

install_faketime() {
  ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || install_packages libfaketime
}

# A mail server to be told to fail. Debian's own Python has it; another one that is found first may not.
install_mail_server() {
  /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || install_packages python3-aiosmtpd || { echo "aiosmtpd could not be installed: the mail faults need it"; return 1; }
}
