# Building, running one suite, and the closing line.

build() {
  dotnet build EngagementHub.sln --nologo -v q || { failed=$((failed + 1)); return 1; }
}

format_job= format_words=

begin_check_of_format() {
  format_words=$(mktemp)
  dotnet format EngagementHub.sln --verify-no-changes --no-restore -v q >"$format_words" 2>&1 &
  format_job=$!
}

end_check_of_format() {
  [ -n "$format_job" ] || return 0
  if wait "$format_job"; then
    passed=$((passed + 1))
  else
    cat "$format_words"
    echo "The code is not formatted: run dotnet format"
    failed=$((failed + 1))
  fi
  rm -f "$format_words"
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
