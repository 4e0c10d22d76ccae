using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>Whatever order the same events come in, and however they are split into calls, the clocks and the sums are the same, and are those of a count from the events alone.</summary>
public sealed class AnyOrderTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private const string Levels = """
        { "name": "any order", "steps": [{ "name": "Services", "Services": [{ "Slug": "any", "Name": "Any order", "Levels": [
          { "Slug": "due", "Measure": "within working days", "Calendar": "department", "CutOff": "16:00", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 3 }, { "From": "2007-03-01", "Target": 95, "Within": 2 }] },
          { "Slug": "received", "Measure": "within working hours", "Basis": "received", "Calendar": "department", "Category": "A", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 6 }] },
          { "Slug": "done", "Measure": "average working days", "Basis": "completed", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 4 }] },
          { "Slug": "answered", "Measure": "within elapsed hours", "Stops": "first response", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 30 }] },
          { "Slug": "backlog", "Measure": "backlog older than", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 10, "Within": 10 }, { "From": "2007-02-20", "Target": 10, "Within": 5 }] }] },
          { "Slug": "other", "Name": "Another", "Levels": [{ "Slug": "due", "Measure": "within working days", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 3 }] }] }] }] }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Any_order_and_any_split_into_calls_gives_the_same_clocks_and_sums_as_a_count_of_everything(int seed)
    {
        await hub.Fill();
        var (exitCode, errors) = await hub.ApplyRecipe(Levels);
        Assert.True(exitCode == 0, errors);
        var random = new Random(seed);
        var events = Events(random);

        var inOrder = await TakeInCalls($"in-order-{seed}", [events]);
        var shuffled = events.ToArray();
        random.Shuffle(shuffled);
        var inDisorder = await TakeInCalls($"in-disorder-{seed}", [.. shuffled.Chunk(random.Next(1, 40)), .. shuffled.Take(50).Chunk(7)]);

        Assert.Equal(inOrder, inDisorder);
        await hub.In(async (services, db) =>
        {
            await AssertKeptIsCounted(services, db);
            return 0;
        });
    }

    /// <summary>Every level's kept clocks and sums are those of a count from the events alone.</summary>
    internal static async Task AssertKeptIsCounted(IServiceProvider services, EngagementHub.Core.Data.HubDb db)
    {
        var levels = await KeptLevels.ReadAsync(db, services.GetRequiredService<CalendarShelf>(), TestContext.Current.CancellationToken);
        Assert.Contains(levels.All, levels.IsKept);
        foreach (var rules in levels.All.Where(levels.IsKept))
        {
            var counted = await services.GetRequiredService<Recount>().RowsAsync(rules, TestContext.Current.CancellationToken);
            var tallies = new Tallies();
            foreach (var (_, row, ledger) in counted)
            {
                Keeper.Add(tallies, rules, row, ledger, 1);
            }

            var level = rules.Level.Id;
            var clocks = await db.Set<KeptClock>().AsNoTracking().Where(clock => clock.LevelId == level).ToListAsync(TestContext.Current.CancellationToken);
            var sums = await db.Set<KeptTally>().AsNoTracking().Where(sum => sum.LevelId == level).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(counted.Select(one => (one.Ticket, one.Row)).OrderBy(one => one.Ticket), clocks.Select(clock => (clock.TicketId, clock.ToRow())).OrderBy(one => one.TicketId));
            Assert.Equal(Lines(tallies.Sums.Select(sum => (sum.Key, sum.Value))),
                Lines(sums.Select(sum => (new TallyKey(sum.Kind, sum.Start, sum.Outcome, sum.Length), new Tally(sum.Count, sum.Worked, sum.Paused, sum.Reopened))).Where(sum => !sum.Item2.IsNothing)));
        }
    }

    private static IEnumerable<string> Lines(IEnumerable<(TallyKey, Tally)> sums) => sums.Select(sum => $"{sum.Item1} {sum.Item2}").Order(StringComparer.Ordinal);

    private static (string Number, ReportedEvent Event)[] Events(Random random)
    {
        List<(string, ReportedEvent)> events = [];
        for (var ticket = 0; ticket < 60; ticket++)
        {
            var at = new DateTimeOffset(2007, 1, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(0, 100 * 24 * 60));
            var count = random.Next(1, 7);
            for (var i = 0; i < count; i++, at = at.AddMinutes(random.Next(0, 4) == 0 ? 0 : random.Next(1, 6000)))
            {
                var meaning = i == 0 ? Meaning.Open : (Meaning)random.Next(0, 5);
                events.Add(($"T{ticket}", new ReportedEvent($"{i}", at, random.Next(0, 5) == 0 ? 0 : i, meaning.ToString(), meaning)
                {
                    Category = random.Next(0, 2) == 0 ? "A" : "B",
                    Service = random.Next(0, 6) == 0 ? "other" : "any",
                    IsFirstResponse = random.Next(0, 4) == 0,
                }));
            }
        }

        return [.. events];
    }

    private Task<string> TakeInCalls(string source, (string Number, ReportedEvent Event)[][] calls) => hub.In(async (services, db) =>
    {
        foreach (var call in calls)
        {
            var takings = await services.GetRequiredService<TicketIntake>().TakeAsync(source, [.. call.Select(told => new TicketReport(told.Number, null, "any", [told.Event]))], TestContext.Current.CancellationToken);
            Assert.DoesNotContain(takings, taking => taking.Result == Took.Rejected);
        }

        var clocks = await db.Set<KeptClock>().AsNoTracking().Join(db.Set<Ticket>().Where(ticket => ticket.Source == source), clock => clock.TicketId, ticket => ticket.Id, (clock, ticket) => new { ticket.Number, ticket.Category, clock }).ToListAsync();
        return string.Join('\n', clocks.Select(one => $"{one.Number} {one.Category} {one.clock.LevelId} {one.clock.ToRow()}").Order(StringComparer.Ordinal));
    });
}
