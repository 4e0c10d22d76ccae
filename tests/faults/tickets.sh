# The hub killed (kill -9) while it reads a ticket system that misbehaves and another one calls it: twenty rounds, four at a time, each compared with the log. Sourced by tests/run.sh --faults.

dotnet build tests/EngagementHub.Tests --nologo -v q || { failed=$((failed + 1)); finish; }
HUB_TEST_FAULTS=1 suite "killed while tickets come in" tests/EngagementHub.Tests -maxThreads 4 -class "EngagementHub.Tests.ServiceLevels.Sources.Killed.KilledInRounds*"
