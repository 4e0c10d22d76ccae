# A throw-away Request Tracker 5 on loopback, in a folder of its own; /etc/request-tracker5 is left alone. Exports what its tests need: HUB_TEST_RT (its
# address), HUB_TEST_RT_TOKEN and HUB_TEST_RT_FOLDER.

rt_folder=
rt_server=

# rt5-standalone is a server without Apache; dma keeps a mail server with a daemon out, dbconfig-no-thanks a database for the whole machine.
install_request_tracker() {
  [ -x /usr/share/request-tracker5/libexec/rt-server ] && [ -d /usr/share/doc/rt5-standalone ] && return
  echo 'dma dma/mailname string rt.test' | as_root debconf-set-selections 2>/dev/null
  install_packages request-tracker5 rt5-db-sqlite rt5-standalone dbconfig-no-thanks dma tzdata
}

rt_settings() {
  cat <<END
\$RT::MasonDataDir = '$rt_folder/mason';
\$RT::MasonSessionDir = '$rt_folder/sessions';
\$RT::VarPath = '$rt_folder';
Set(\$rtname, 'rt.test');
Set(\$Organization, 'rt.test');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebBaseURL, 'http://127.0.0.1:$1');
Set(\$WebPath, '');
Set(\$WebPort, $1);
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$rt_folder/rt.sqlite');
Set(\$Timezone, 'Europe/London');
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'error');
Set(\$MailCommand, 'testfile');
Set(\$BcryptCost, 10);
Set(%FullTextSearch, Enable => 0, Indexed => 0);
Set(%GnuPG, Enable => 0);
Set(%SMIME, Enable => 0);
1;
END
}

start_request_tracker() {
  local port
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 8599)
  rt_folder=$(mktemp -d)
  mkdir "$rt_folder"/{mason,sessions,settings}
  rt_settings "$port" >"$rt_folder/RT_SiteConfig.pm"
  export RT_SITE_CONFIG=$rt_folder/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$rt_folder/settings
  (umask 077 && echo rt-test-root >"$rt_folder/root")
  rt-setup-database-5 --action init --force --dba-password '' --root-password-file "$rt_folder/root" >"$rt_folder/log" 2>&1 || { tail -n 20 "$rt_folder/log"; return 1; }
  perl -MDBI -e 'DBI->connect("dbi:SQLite:$ARGV[0]", "", "", { RaiseError => 1 })->do("PRAGMA journal_mode = WAL")' "$rt_folder/rt.sqlite"
  HUB_TEST_RT_TOKEN=$(perl tests/request-tracker/objects.pl 2>>"$rt_folder/log" | tail -n 1)
  export HUB_TEST_RT_TOKEN HUB_TEST_RT_FOLDER=$rt_folder HUB_TEST_RT=http://127.0.0.1:$port
  setsid /usr/share/request-tracker5/libexec/rt-server --host 127.0.0.1 --port "$port" --max-workers 2 </dev/null >>"$rt_folder/log" 2>&1 &
  rt_server=$!
  for _ in $(seq 1 240); do
    perl -MHTTP::Tiny -e 'exit !HTTP::Tiny->new(timeout => 20)->get("$ARGV[0]/REST/2.0/rt", { headers => { Authorization => "token $ARGV[1]" } })->{success}' "$HUB_TEST_RT" "$HUB_TEST_RT_TOKEN" && return
    kill -0 "$rt_server" 2>/dev/null || break
    sleep 0.25
  done
  tail -n 20 "$rt_folder/log"
  return 1
}

# Never by SIGINT: run as root, the server then gives /var/lib/request-tracker5 away.
stop_request_tracker() {
  [ -n "$rt_server" ] && kill -TERM -- "-$rt_server" 2>/dev/null
  [ -n "$rt_folder" ] && rm -rf "$rt_folder"
  rt_server='' rt_folder=''
}
