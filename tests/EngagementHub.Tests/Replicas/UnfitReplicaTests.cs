using System.Net;
using Npgsql;

namespace EngagementHub.Tests.Replicas;

[Trait("Needs", "Replica"), Collection("Replica")]
public sealed class UnfitReplicaTests
{
    [Fact]
    public async Task A_page_that_the_replica_fails_halfway_is_read_from_the_primary_and_the_next_does_not_try()
    {
        await using var hub = new WithoutRights();
        await hub.InitializeAsync();
        await hub.Serves();
        var reader = await hub.As("tom");

        var (first, second) = (await hub.Read(reader, "/blogs/leaders"), await hub.Read(reader, "/promises"));

        first.Page.MustBe(HttpStatusCode.OK);
        Assert.Single(first.Page.Document.QuerySelectorAll("h1"));
        Assert.Contains("The leaders' blog", first.Page.Text, StringComparison.Ordinal);
        Assert.Equal(["primary", "primary"], [.. first.From, .. second.From]);
        Assert.Single(hub.Said.All, said => said.Contains("may not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_no_standby_is_not_read()
    {
        await using var hub = new ThePrimaryItself();
        await hub.InitializeAsync();
        await hub.Replicas.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal("is no standby", Assert.Single(hub.Replicas.Standings).Trouble);
        Assert.Equal(["primary"], (await hub.Read(await hub.As("tom"), "/blogs/leaders")).From);
    }

    private sealed class WithoutRights : ReplicaHub
    {
        private readonly string _role = $"looker_{Guid.NewGuid():N}";

        protected override string Replica
        {
            get
            {
                using var primary = new NpgsqlConnection(Database);
                primary.Open();
                using var make = new NpgsqlCommand($"CREATE ROLE {_role} LOGIN", primary);
                make.ExecuteNonQuery();
                return new NpgsqlConnectionStringBuilder(base.Replica) { Username = _role }.ConnectionString;
            }
        }
    }

    private sealed class ThePrimaryItself : ReplicaHub
    {
        protected override string Replica => Database;
    }
}
