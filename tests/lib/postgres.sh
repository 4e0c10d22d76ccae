# A throw-away PostgreSQL on loopback, in a folder of its own. Sets $postgres to its connection string.

postgres_folder=
postgres=

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

start_postgres() {
  local bin port
  bin=$(postgres_bin)
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 54329)
  postgres_folder=$(mktemp -d)
  [ "$(id -u)" = 0 ] && chown postgres "$postgres_folder"
  as_postgres "$bin/initdb" -D "$postgres_folder/data" -A trust -U hub -E UTF8 --no-locale -N >/dev/null || return 1
  # What is tested here is behaviour, in hundreds of databases that live for seconds: nothing is forced to the disk, tidied or compiled. The tests of durability set durable=on.
  local quick="-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c jit=off -c wal_level=minimal -c max_wal_senders=0"
  [ "${durable:-off}" = off ] || quick=
  as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/log" -w \
    -o "-c listen_addresses=127.0.0.1 -p $port -k $postgres_folder $quick -c max_connections=300" start >/dev/null || return 1
  postgres="Host=127.0.0.1;Port=$port;Username=hub;Database=postgres"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$postgres_folder"
  postgres_folder=
}
