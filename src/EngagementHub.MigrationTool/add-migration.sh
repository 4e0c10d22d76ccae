#!/usr/bin/env bash
# Adds a migration of that name for SQLite and for PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
name=${1:?usage: add-migration.sh NAME}
dotnet tool restore >/dev/null
dotnet build src/EngagementHub.MigrationTool -v q --nologo
for provider in sqlite postgres; do
  project=src/EngagementHub.Migrations.${provider^}
  dotnet ef migrations add "$name" --no-build --startup-project src/EngagementHub.MigrationTool --project "$project" -- "$provider"
done
