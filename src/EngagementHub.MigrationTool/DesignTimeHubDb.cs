using EngagementHub.Core.Data;
using EngagementHub.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.MigrationTool;

/// <summary>Gives dotnet ef the hub's model for the provider named after <c>--</c>: sqlite or postgres.</summary>
public sealed class DesignTimeHubDb : IDesignTimeDbContextFactory<HubDb>
{
    /// <inheritdoc/>
    public HubDb CreateDbContext(string[] args)
    {
        var database = args is ["postgres", ..]
            ? new HubDatabase(HubDatabase.Postgres, "Host=127.0.0.1;Database=design;Username=design")
            : new HubDatabase(HubDatabase.Sqlite, "Data Source=:memory:");
        var options = new DbContextOptionsBuilder<HubDb>();
        database.Configure(options);
        return new HubDb(options.Options, HubModules.All, new ServiceCollection().BuildServiceProvider());
    }
}
