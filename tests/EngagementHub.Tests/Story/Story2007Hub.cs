using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Story;

/// <summary>The hub as a newcomer meets it, on the last day of the year the story is told of.</summary>
public sealed class Story2007Hub : HubFixture
{
    public Story2007Hub() => Clock.Now = new DateTimeOffset(2007, 12, 31, 12, 0, 0, TimeSpan.Zero);

    protected override string Recipe { get; } = Path.Combine(Root(AppContext.BaseDirectory), "content-recipes", "home-office-2007.recipe.json");

    public async Task<int> ApplyAgain()
    {
        await using var scope = Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<IHostCommand>().Single(c => c.Name == "apply-recipe");
        return await command.RunAsync([Recipe], TextWriter.Null, TextWriter.Null, CancellationToken.None);
    }

    /// <summary>How many rows each table holds. That a recipe was run is itself recorded and audited, so the runs are left out.</summary>
    public Task<SortedDictionary<string, long>> Rows() => In(async (_, db) =>
    {
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Where(t => t != "recipes_runs");
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            rows[table] = await CountAsync(db, table);
        }

        rows["core_audit"] -= await CountAsync(db, "recipes_runs");
        return rows;
    });

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "EngagementHub.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    private static async Task<long> CountAsync(HubDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name comes from the model.
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
