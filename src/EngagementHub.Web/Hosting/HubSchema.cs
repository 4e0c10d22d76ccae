using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Caching.Memory;

namespace EngagementHub.Web.Hosting;

/// <summary>The database's schema, brought to this version of the hub (docs/decisions/migrations.md).</summary>
internal static class HubSchema
{
    /// <summary>Brings the database to this version, while no other process does.</summary>
    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> MigrateAloneAsync(WebApplication app)
    {
        await using var alone = await StartLock.TakeAsync(app.Services.GetRequiredService<HubDatabase>());
        return await MigrateAsync(app);
    }

    /// <summary>The same, for who holds the start lock.</summary>
    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> MigrateAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        db.Database.SetConnectionString(app.Services.GetRequiredService<HubDatabase>().Direct);
        await BeginHistoryAsync(db);
        var pending = (await db.Database.GetPendingMigrationsAsync()).Count();
        if (pending > 0)
        {
            await ClearDeadLockAsync(db);
            await db.Database.MigrateAsync();
        }

        return pending;
    }

    /// <summary>Lets go of the larger model that EF Core keeps beside the one that queries use, and that migrations alone need. Whoever asks for it again has it made again.</summary>
    public static async Task ForgetDesignAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        _ = db.Model;
        db.GetService<IMemoryCache>().Remove(db.GetService<IModelCacheKeyFactory>().Create(db, designTime: true));
    }

    // Reading the history of an empty PostgreSQL is an error in its log and in ours, and so is EF Core's own question whether there is one: the table is made first.
    private static async Task BeginHistoryAsync(HubDb db)
    {
        var history = db.GetService<IHistoryRepository>();
        if (db.Database.IsSqlite())
        {
            await history.CreateIfNotExistsAsync();
        }
        else if (await db.Database.SqlQuery<bool>($"SELECT to_regclass('\"__EFMigrationsHistory\"') IS NULL AS \"Value\"").SingleAsync())
        {
            await db.Database.ExecuteSqlRawAsync(history.GetCreateScript());
        }
    }

    // EF Core marks an embedded database as being migrated by a row, which a killed process leaves behind; the next would wait for it for ever. Who holds the start lock knows that nobody migrates.
    private static async Task ClearDeadLockAsync(HubDb db)
    {
        if (db.Database.IsSqlite() && (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync())[0] > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"");
        }
    }
}
