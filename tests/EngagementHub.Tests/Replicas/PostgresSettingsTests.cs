using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using EngagementHub.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace EngagementHub.Tests.Replicas;

public sealed class PostgresSettingsTests
{
    [Theory]
    [InlineData("Database:Replica", "Port=5432", "The setting Database:Replica is wrong: it names no host")]
    [InlineData("Database:Replica:1", "Hots=db2", "The setting Database:Replica:1 is wrong: Couldn't set hots")]
    [InlineData("Database:Direct", "Host=db1;Database=other", "The setting Database:Direct is wrong: it names the database 'other' and Database:Connection names 'hub'; name the same one in both")]
    [InlineData("Database:Replica", "Host=db2;Database=other", "The setting Database:Replica is wrong: it names the database 'other' and ")]
    [InlineData("Database:Direct", "Host=db1;Port=many", "The setting Database:Direct is wrong: ")]
    public void A_connection_string_that_cannot_be_right_is_named(string key, string value, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<SettingException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_host_of_a_list_is_a_replica_of_its_own_and_none_holds_a_page_up_for_long()
    {
        var read = Read(("Database:Replica:0", "Host=db2,db3:5433;Database=hub;Target Session Attributes=standby"), ("Database:Replica:1", "Host=db4;Database=hub;Timeout=7"));

        var replicas = read.Replicas.Select(connection => new NpgsqlConnectionStringBuilder(connection)).ToList();
        Assert.Equal([("db2", 2, 5), ("db3:5433", 2, 5), ("db4", 7, 5)], replicas.Select(r => (r.Host!, r.Timeout, r.CommandTimeout)));
        Assert.All(replicas, r => Assert.Null(r.TargetSessionAttributes));
    }

    [Theory]
    [InlineData("Host=db1,db2;Database=hub", "primary", 3, 1)]
    [InlineData("Host=db1:5433,db2;Database=hub;Target Session Attributes=read-write;Timeout=9;Host Recheck Seconds=4", "read-write", 9, 4)]
    [InlineData("Host=db1;Database=hub", null, 15, 10)]
    public void Of_several_hosts_the_one_that_takes_writes_is_wanted_and_a_dead_one_not_waited_for_long(string connection, string? wanted, int seconds, int recheck)
    {
        var read = new NpgsqlConnectionStringBuilder(PostgresSettings.Read(new ConfigurationBuilder().Build(), connection).Connection);

        Assert.Equal((wanted, seconds, recheck), (read.TargetSessionAttributes, read.Timeout, read.HostRecheckSeconds));
    }

    [Fact]
    public void Without_a_pooler_everything_goes_the_one_way()
    {
        var (plain, pooled) = (Read(), Read(("Database:Direct", "Host=db1;Port=5432;Database=hub")));

        Assert.Equal(plain.Connection, plain.Direct);
        Assert.Contains("Port=5432", pooled.Direct, StringComparison.Ordinal);
        Assert.True(new NpgsqlConnectionStringBuilder(pooled.Connection).NoResetOnClose);
    }

    private static HubDatabase Read(params (string Key, string Value)[] settings) =>
        PostgresSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build(), "Host=pool;Port=6432;Database=hub");
}
