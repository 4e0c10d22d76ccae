# What a killed node held - the reading of a ticket system, a mail half sent - timed until another node goes on with it. Sourced by tests/run.sh --faults.

dotnet build tests/EngagementHub.Tests --nologo -v q || { failed=$((failed + 1)); finish; }
HUB_TEST_FAULTS=1 HUB_TEST_POSTGRES=$postgres suite "taken over from a dead node" tests/EngagementHub.Tests -class EngagementHub.Tests.ServiceLevels.Sources.Killed.TakenOverTests
