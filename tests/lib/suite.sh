# Building, running one suite, and the closing line.

build() {
  dotnet build EngagementHub.sln --nologo -v q || { failed=$((failed + 1)); return 1; }
}

# What the style of the code asks for is asked by the build, which takes warnings for errors; here are the spaces.
check_format() {
  if dotnet format whitespace . --folder --verify-no-changes --exclude '**/obj/' '**/bin/' '**/node_modules/' -v q; then
    passed=$((passed + 1))
  else
    echo "The code is not formatted: run dotnet format"
    failed=$((failed + 1))
  fi
}

asides=()

# aside COMMAND: begins what mostly waits beside what follows, with counts of its own; join_asides says what it said and adds its counts.
aside() {
  local folder
  folder=$(mktemp -d)
  (
    passed=0 failed=0 skipped=0
    "$@"
    echo "$passed $failed $skipped" >"$folder/counts"
  ) >"$folder/words" 2>&1 &
  asides+=("$! $folder")
}

join_asides() {
  local one job folder p f s
  for one in "${asides[@]}"; do
    read -r job folder <<<"$one"
    wait "$job"
    cat "$folder/words"
    # Without counts it did not come to its end.
    read -r p f s 2>/dev/null <"$folder/counts" || p=0 f=1 s=0
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    rm -rf "$folder"
  done
  asides=()
}

stop_asides() {
  local one
  for one in "${asides[@]}"; do kill "${one%% *}" 2>/dev/null; done
  join_asides
}

# suite WORDS PROJECT [OPTIONS]: runs it and adds its counts; a suite that says no count has failed.
# HUB_TEST_REPORTS=FOLDER keeps what each test said and how long it took, one file for each suite.
suite() {
  local words=$1 project=$2 log
  shift 2
  log=$(mktemp)
  echo "== $(basename "$project") $words"
  dotnet run --no-build --project "$project" -- -noColor -noLogo ${HUB_TEST_REPORTS:+-xml "$HUB_TEST_REPORTS/${words// /-}.xml"} "$@" 2>&1 | tee "$log" | grep -vE '^ +(Discover|Start|Finish)'
  local line
  line=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)
  rm -f "$log"
  if [[ $line =~ Total:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Failed:\ ([0-9]+),\ Skipped:\ ([0-9]+) ]] && [ "${BASH_REMATCH[1]}" -gt 0 ]; then
    local bad=$((BASH_REMATCH[2] + BASH_REMATCH[3]))
    failed=$((failed + bad))
    skipped=$((skipped + BASH_REMATCH[4]))
    passed=$((passed + BASH_REMATCH[1] - BASH_REMATCH[3] - BASH_REMATCH[4]))
  else
    echo "$project $words did not run to its end"
    failed=$((failed + 1))
  fi
}

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ]
  exit
}
