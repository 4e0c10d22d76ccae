using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Support;

/// <summary>Each recipe is told once for each instant, by a hub that only starts and stops; the hubs of the tests begin with a copy.</summary>
internal sealed class ToldOnce : HubFixture
{
    private static readonly ConcurrentDictionary<(string Recipe, DateTimeOffset At), Lazy<TestDatabase>> All = new();
    private TestDatabase? _told;

    private ToldOnce(string recipe, DateTimeOffset at)
    {
        Recipe = recipe;
        Clock.Now = at;
    }

    protected override string Recipe { get; }

    public static TestDatabase Of(string recipe, DateTimeOffset at) => All.GetOrAdd((File.ReadAllText(recipe), at), _ => new(() => TellAsync(recipe, at).GetAwaiter().GetResult())).Value;

    private protected override void Make(TestDatabase database) => _told = database.CopyOf(TestDatabase.Schema);

    private protected override void Leave(TestDatabase database) => database.Keep();

    // Each hub makes the keys of its cookies itself, as a new one does.
    private static async Task<TestDatabase> TellAsync(string recipe, DateTimeOffset at)
    {
        await using var teller = new ToldOnce(recipe, at);
        await teller.In(async (_, db) => await db.Database.ExecuteSqlAsync($"DELETE FROM identity_protection_keys"));
        return teller._told!;
    }
}
