using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Sources.Rest;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>Web services had a table of their own once.</summary>
public sealed class SourcesAsOneTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Rules = """
        {"Address":"https://desk.example/api/","Query":"/tickets?since={since}","Paging":2,"PageSize":50,"Changed":"changed","Id":"id","SinceFormat":"yyyy-MM-dd","SinceZone":"UTC","Overlap":"00:02:00","SignIn":1,"Header":"X-Key","HeaderPrefix":"","Service":"",
         "Shape":{"Records":"tickets","Fields":{"Ticket":"number","EventTime":"changed","State":"state","Category":"kind","TimeFormat":"year first","Zone":"UTC","Service":"shared-folder",
         "ServiceRules":[{"Category":"Joiner","Service":"new-account"}],"States":[{"State":"Open","Means":0},{"State":"On hold","Means":1},{"State":"Done","Means":2}]}}}
        """;

    [Fact]
    public async Task A_web_service_that_was_connected_before_is_read_on_as_it_was()
    {
        var id = Guid.NewGuid();
        var secret = hub.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("EngagementHub.ServiceLevels.RestSources").Protect("it's secret");
        await hub.In(async (_, db) =>
        {
            var migrations = db.GetService<IMigrator>();
            await migrations.MigrateAsync("PolledSources", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("""
                INSERT INTO servicelevels_rest_sources ("Id", "Name", "Title", "Rules", "Secret", "Cursor", "Seconds", "PausedAt", "NextAt", "TriedAt", "LastGoodAt", "TroublesInARow", "Trouble", "Cure", "Accepted", "Duplicates", "Rejected", "Refused", "Version")
                VALUES ({0}, 'desk', 'The desk', {1}, {2}, {3}, 90, NULL, {5}, NULL, NULL, 0, '', '', 5, 4, 3, {4}, 1)
                """, [id, Rules, secret, """{"Since":"2026-10-01T09:00:00+00:00","Id":"a7","Link":null,"Offset":0,"Anchor":""}""", """[{"Record":"17","Field":"state","Reason":"Nothing says what it means","Cure":"Add it"}]""", hub.HasManyNodes ? hub.Clock.Now : 1L], TestContext.Current.CancellationToken);
            await migrations.MigrateAsync(null, TestContext.Current.CancellationToken);
            return true;
        });

        var source = await hub.In((_, db) => db.PolledSources.AsNoTracking().SingleAsync(known => known.Id == id, TestContext.Current.CancellationToken));
        var ask = hub.Services.GetRequiredService<Reach>().Ask(source);

        Assert.Equal(("desk", "rest", "https://desk.example/api", 90, SourceState.Running), (source.Name, source.Kind, source.Address, source.EverySeconds, source.State));
        Assert.Equal((12L, 5L, 3L, 4L), (source.Read, source.Accepted, source.Rejected, source.Duplicates));
        Assert.Equal("it's secret", ask.Secret);
        Assert.Equal(["Open = open", "On hold = paused", "Done = resolved"], source.Rules.Statuses.Select(rule => rule.ToString()));
        Assert.Equal(["Category: Joiner = new-account", "every ticket = shared-folder"], source.Rules.Services.Select(rule => rule.ToString()));
        Assert.Equal((Paging.Link, "number"), RestRules.Parse(source.Settings) is var rules ? (rules.Paging, rules.Shape.Fields.Ticket) : default);
        Assert.Equal("a7", RestCursor.Parse(source.Cursor).Id);
        Assert.Equal(["17"], await hub.In((_, db) => db.WaitingTickets.Where(ticket => ticket.SourceId == id).Select(ticket => ticket.Number).ToListAsync(TestContext.Current.CancellationToken)));
    }
}
