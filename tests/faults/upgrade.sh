# The schema brought to this version under two nodes of the version before, and both replaced, while people write. Sourced by tests/run.sh --faults.

# The last state before the newest migrations. HUB_BEFORE names a folder into which it, or another one, was published already.
before=${HUB_BEFORE_COMMIT:-f47b56a}
before_folder=
if [ -z "${HUB_BEFORE:-}" ]; then
  before_folder=$(mktemp -d)
  git archive "$before" 2>/dev/null | tar -x -C "$before_folder" 2>/dev/null && (cd "$before_folder" && dotnet publish src/EngagementHub.Web -c Release -o "$before_folder/published" -v q --nologo) && HUB_BEFORE=$before_folder/published
fi
if [ -z "${HUB_BEFORE:-}" ]; then
  cannot "Two versions at once" "the version before ($before) is not in this clone or cannot be built"
elif install_haproxy; then
  fault_database upgrade && faults_of "Two versions at once on one database" upgrade "$database" docs/deploy/haproxy.cfg "$HUB_BEFORE"
else
  cannot "Two versions at once" "haproxy cannot be installed here"
fi
[ -z "$before_folder" ] || rm -rf "$before_folder"
