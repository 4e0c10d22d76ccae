# Asks the registries whether a part that we use has a hole that is known. A registry that knows nothing of holes says that there are none; so it is asked first about a part that has one.

check_parts() {
  echo "== Parts with known holes"
  check_nuget_parts
  local lock
  for lock in themes/GovUk tests/openid-provider; do check_npm_parts "$lock"; done
}

no_answer() {
  echo "$1: skipped, the registry does not tell of known holes from here"
  skipped=$((skipped + 1))
}

check_nuget_parts() {
  local known found
  known=$(mktemp -d)
  # GHSA-5crp-9r3c-p9vr, published in 2022.
  echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup></Project>' >"$known/known.csproj"
  if (cd "$known" && dotnet restore -v q && dotnet list package --vulnerable) 2>/dev/null | grep -q GHSA-; then
    found=$(dotnet list EngagementHub.sln package --vulnerable --include-transitive | grep -B 3 GHSA-)
    verdict "NuGet's parts" "$found"
  else
    no_answer "NuGet's parts"
  fi
  rm -rf "$known"
}

check_npm_parts() {
  local said
  said=$(cd "$1" && npm audit --package-lock-only --json 2>/dev/null)
  if grep -q '"auditReportVersion"' <<<"$said"; then
    verdict "npm's parts of $1" "$(grep -o 'GHSA-[a-z0-9-]*' <<<"$said" | sort -u)"
  else
    no_answer "npm's parts of $1"
  fi
}

verdict() {
  if [ -z "$2" ]; then
    passed=$((passed + 1))
  else
    echo "$1 have known holes: $2"
    failed=$((failed + 1))
  fi
}
