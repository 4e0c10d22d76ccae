# A throw-away PostgreSQL on loopback, in a folder of its own. Sets $postgres to its connection string.

postgres_folder=
postgres=
standby=
pooler=

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

# A streaming standby of the running PostgreSQL, which durable=on must have started. Sets $standby to its connection string; HUB_TEST_REPLICA_START is a program that starts it again.
start_standby() {
  local bin port primary
  bin=$(postgres_bin)
  primary=$(sed 's/.*Port=\([0-9]*\).*/\1/' <<<"$postgres")
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 54330)
  as_postgres "$bin/pg_basebackup" -D "$postgres_folder/standby" -R -X stream -c fast -h 127.0.0.1 -p "$primary" -U hub || return 1
  export HUB_TEST_REPLICA_START=$postgres_folder/start-standby
  cat >"$HUB_TEST_REPLICA_START" <<END
cd /
$([ "$(id -u)" = 0 ] && echo runuser -u postgres --) $bin/pg_ctl -D $postgres_folder/standby -l $postgres_folder/standby.log -w -o "-c listen_addresses=127.0.0.1 -p $port -k $postgres_folder -c fsync=${durable:-off} -c max_connections=300" start >/dev/null
END
  sh "$HUB_TEST_REPLICA_START" || return 1
  standby="Host=127.0.0.1;Port=$port;Username=hub;Database=postgres"
}

# A pooler before the running PostgreSQL that gives a session to others after each transaction. Sets $pooler to a connection string through it.
start_pooler() {
  local port primary
  primary=$(sed 's/.*Port=\([0-9]*\).*/\1/' <<<"$postgres")
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 54331)
  echo '"hub" ""' | as_postgres tee "$postgres_folder/users.txt" >/dev/null
  as_postgres tee "$postgres_folder/pgbouncer.ini" >/dev/null <<END
[databases]
* = host=127.0.0.1 port=$primary
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
auth_type = trust
auth_file = $postgres_folder/users.txt
pool_mode = transaction
default_pool_size = ${pool_size:-5}
max_client_conn = 1000
logfile = $postgres_folder/pgbouncer.log
pidfile = $postgres_folder/pgbouncer.pid
END
  as_postgres /usr/sbin/pgbouncer -q -d "$postgres_folder/pgbouncer.ini" || return 1
  pooler="Host=127.0.0.1;Port=$port;Username=hub;Database=postgres"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  [ ! -f "$postgres_folder/pgbouncer.pid" ] || kill "$(cat "$postgres_folder/pgbouncer.pid")"
  [ ! -d "$postgres_folder/standby" ] || as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/standby" -m immediate -w stop >/dev/null 2>&1
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$postgres_folder"
  postgres_folder=
}
