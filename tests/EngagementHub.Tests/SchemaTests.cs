using EngagementHub.Core.Data;
using EngagementHub.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData(HubDatabase.Sqlite, "Data Source=:memory:")]
    [InlineData(HubDatabase.Postgres, "Host=127.0.0.1;Database=none;Username=none")]
    public void The_migrations_make_the_schema_that_the_model_says(string provider, string connection)
    {
        var options = new DbContextOptionsBuilder<HubDb>();
        new HubDatabase(provider, connection).Configure(options);
        using var db = new HubDb(options.Options, HubModules.All, new ServiceCollection().BuildServiceProvider());

        Assert.False(db.Database.HasPendingModelChanges(), "Run src/EngagementHub.MigrationTool/add-migration.sh NAME");
    }
}
