# The published hub as the Dockerfile runs it, without Docker: no root, no capability, everything read-only but /data, /keys and /tmp. Sourced by tests/run.sh --faults.

# contained PORT DATA KEYS COMMAND...: runs the hub's command inside; says first whether the root really cannot be written to.
contained() {
  local port=$1 data=$2 keys=$3
  shift 3
  as_root unshare --mount bash -s -- "$HUB_PUBLISHED" "$data" "$keys" "$port" "$@" <<'END_OF_INSIDE'
set -e
published=$1 data=$2 keys=$3 port=$4
shift 4
mount --make-rprivate /
mkdir -p /data /keys /mnt/app
mount --bind "$published" /mnt/app
mount --bind "$data" /data
mount --bind "$keys" /keys
mount -t tmpfs tmpfs /tmp
awk '{ print $2 }' /proc/mounts | grep -vE '^/(data|keys|tmp|proc|sys|dev)(/|$)' | sort -u | while read -r place; do mount -o remount,bind,ro "$place" 2>/dev/null || true; done
! touch /etc/written /mnt/app/written 2>/dev/null || { echo "the root can be written to" >&2; exit 9; }
cd /mnt/app
exec env -i PATH="$PATH" ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="http://127.0.0.1:$port" "Database__Connection=Data Source=/data/engagementhub.db" Notifications__MailFolder=/data/mail Uploads__Folder=/data/uploads \
  Conversation__KeyFolder=/keys setpriv --reuid 1654 --regid 1654 --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs dotnet EngagementHub.Web.dll "$@" </dev/null
END_OF_INSIDE
}

# holds WORDS COMMAND...: one check.
holds() {
  local words=$1
  shift
  if "$@" >/dev/null 2>&1; then
    echo "ok   $words"
    passed=$((passed + 1))
  else
    echo "FAIL $words"
    failed=$((failed + 1))
  fi
}

opens() { for _ in $(seq 1 240); do contained "$1" "$2" "$3" health && return; sleep 0.5; done; return 1; }

wait_for_end() { for _ in $(seq 1 120); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.5; done; return 1; }

echo "== As in a container: no root, no capability, a read-only root"
if as_root unshare --mount true 2>/dev/null && command -v setpriv >/dev/null; then
  inside=$(mktemp -d)
  mkdir "$inside/data" "$inside/keys"
  chmod 755 "$inside"
  as_root chown 1654:1654 "$inside/data" "$inside/keys"
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  setsid bash -c "$(declare -f as_root contained); HUB_PUBLISHED='$HUB_PUBLISHED' contained $port '$inside/data' '$inside/keys'" >"$inside/log" 2>&1 &
  node=$!
  holds "it opens, and the health check of the Dockerfile says so" opens "$port" "$inside/data" "$inside/keys"
  holds "people read the front page" curl -fsS "http://127.0.0.1:$port/"
  holds "somebody signs in" curl -fsS -o /dev/null -c "$inside/jar" -H 'Sec-Fetch-Site: same-origin' -d persona=administrator "http://127.0.0.1:$port/account/sign-in"
  holds "a backup is taken beside it" contained "$port" "$inside/data" "$inside/keys" backup --to /data/hub.zip
  holds "nothing of the keys is in the backup" test -z "$(unzip -l "$inside/data/hub.zip" 2>/dev/null | grep -i '\.key$')"
  as_root kill -TERM -- "-$node"
  holds "told to stop, it ends by itself" wait_for_end "$node"
  [ "$failed" = 0 ] || tail -n 20 "$inside/log"
  as_root rm -rf "$inside"
else
  cannot "As in a container" "a name space of mounts cannot be made here"
fi
