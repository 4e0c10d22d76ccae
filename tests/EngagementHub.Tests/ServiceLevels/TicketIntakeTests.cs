using EngagementHub.Core.Data;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static EngagementHub.Tests.ServiceLevels.LevelBuilder;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class TicketIntakeTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    [Fact]
    public async Task The_same_report_told_again_changes_nothing()
    {
        var report = Report("R1", Told("1", "2007-02-01T10:00Z", Meaning.Open), Told("2", "2007-02-02T10:00Z", Meaning.Resolved));

        Assert.Equal([Took.Accepted, Took.Duplicate], await Take(report, report));
        Assert.Equal(Took.Duplicate, Assert.Single(await Take(report)));
    }

    [Fact]
    public async Task A_late_event_moves_the_clock_and_leaves_a_note_of_what_it_said_before()
    {
        await Take(Report("L1", Told("1", "2007-02-01T10:00Z", Meaning.Open), Told("3", "2007-02-12T10:00Z", Meaning.Resolved)));
        Assert.Equal(ClockState.Missed, (await Clock("L1")).State);

        await Take(Report("L1", Told("2", "2007-02-02T10:00Z", Meaning.Paused), Told("2b", "2007-02-09T10:00Z", Meaning.Open)));

        Assert.Equal(ClockState.Met, (await Clock("L1")).State);
        var note = Assert.Single(await Notes("L1"));
        Assert.Equal((Causes.LateEvent, "2", ClockState.Missed, ClockState.Met), (note.Cause, note.EventKey, note.StateBefore, note.StateAfter));
    }

    [Fact]
    public async Task A_correction_stands_beside_what_was_told_first_and_other_facts_without_one_are_refused()
    {
        await Take(Report("C1", Told("1", "2007-02-01T10:00Z", Meaning.Open), Told("2", "2007-02-12T10:00Z", Meaning.Resolved)));

        Assert.Equal(Took.Rejected, Assert.Single(await Take(Report("C1", Told("2", "2007-02-02T10:00Z", Meaning.Resolved)))));
        Assert.Equal(Took.Corrected, Assert.Single(await Take(Report("C1", Told("2", "2007-02-02T10:00Z", Meaning.Resolved) with { Corrects = true }))));

        Assert.Equal(ClockState.Met, (await Clock("C1")).State);
        Assert.Equal(Causes.Correction, Assert.Single(await Notes("C1")).Cause);
        Assert.Equal([("1", 0, true), ("2", 0, false), ("2", 1, true)], await Kept("C1"));
    }

    [Fact]
    public async Task What_a_whole_report_no_longer_tells_is_retracted_and_kept()
    {
        await Take(Report("W1", Told("1", "2007-02-01T10:00Z", Meaning.Open), Told("2", "2007-02-02T10:00Z", Meaning.Resolved)));

        Assert.Equal(Took.Corrected, Assert.Single(await Take(Report("W1", Told("1", "2007-02-01T10:00Z", Meaning.Open)) with { IsWhole = true })));

        Assert.Equal(ClockState.Running, (await Clock("W1")).State);
        Assert.Equal([("1", 0, true), ("2", 0, false)], await Kept("W1"));
        Assert.Equal(Took.Accepted, Assert.Single(await Take(Report("W1", Told("2", "2007-02-02T10:00Z", Meaning.Resolved)))));
        Assert.Equal(ClockState.Met, (await Clock("W1")).State);
    }

    [Fact]
    public async Task A_ticket_that_moves_to_another_service_is_no_longer_counted_where_it_was_and_keeps_its_ledger()
    {
        await Take(Report("M1", Told("1", "2007-02-01T10:00Z", Meaning.Open), Told("2", "2007-02-02T10:00Z", Meaning.Paused)));

        await Take(Report("M1", Told("3", "2007-02-05T10:00Z", Meaning.Open) with { Service = "standard-desktop" }));
        Assert.Empty(await Clocks("M1"));
        Assert.Equal(Causes.Moved, (await Notes("M1")).Last().Cause);

        await Take(Report("M1", Told("4", "2007-02-06T10:00Z", Meaning.Resolved) with { Service = "new-account" }));
        Assert.True((await Clock("M1")).Paused > 0);
    }

    [Theory]
    [InlineData("2026-11-02T09:04Z", nameof(Took.Accepted), null)]
    [InlineData("2026-11-02T09:06Z", nameof(Took.Rejected), "2026-11-02 09:06:00 UTC is in the future")]
    [InlineData("1989-12-31T23:59Z", nameof(Took.Rejected), "1989-12-31 is before 1990")]
    public async Task An_event_of_a_clock_that_is_wrong_is_refused_with_a_cure(string at, string result, string? reason)
    {
        await hub.Fill();
        var taking = await hub.In(async (services, _) => Assert.Single(await services.GetRequiredService<TicketIntake>().TakeAsync("test", [Report($"F{at}", Told("1", at, Meaning.Open))], TestContext.Current.CancellationToken)));

        Assert.Equal((result, reason), (taking.Result.ToString(), taking.Reason));
        Assert.Equal(reason is null, string.IsNullOrEmpty(taking.Cure));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_and_the_rest_of_the_call_is_taken()
    {
        var closed = Report("B1", Told("1", "2007-02-01T10:00Z", Meaning.Resolved)) with { OpenedAt = At("2007-02-02T10:00Z") };
        var unknown = Report("B2", Told("1", "2007-02-01T10:00Z", Meaning.Open) with { Service = "nowhere" });
        var empty = Report("B3");
        var good = Report("B4", Told("1", "2007-02-01T10:00Z", Meaning.Open));

        Assert.Equal([Took.Rejected, Took.Rejected, Took.Rejected, Took.Accepted], await Take(closed, unknown, empty, good));
    }

    [Fact]
    public async Task A_call_inside_a_transaction_goes_with_it()
    {
        await hub.Fill();
        await hub.In(async (services, db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<TicketIntake>().TakeAsync("test", [Report("T1", Told("1", "2007-02-01T10:00Z", Meaning.Open))], TestContext.Current.CancellationToken);
            await transaction.RollbackAsync();
            return 0;
        });

        Assert.Empty(await Kept("T1"));
    }

    [Fact]
    public async Task Another_promise_moves_open_clocks_leaves_a_note_and_is_kept_by_the_job()
    {
        await Take(Report("P1", Told("1", "2026-10-30T10:00Z", Meaning.Open)));
        var before = await Clock("P1");
        await hub.ApplyRecipe(ServiceLevelsHub.Catalogue.Replace("\"From\": \"2007-04-01\", \"Target\": 95, \"Within\": 5 }]", "\"From\": \"2007-04-01\", \"Target\": 95, \"Within\": 5 }, { \"From\": \"2026-10-01\", \"Target\": 95, \"Within\": 3 }]", StringComparison.Ordinal));

        await hub.RunJob(Recounting.JobName);

        Assert.True((await Clock("P1")).Due < before.Due);
        Assert.Equal(Causes.Rules, (await Notes("P1")).Last().Cause);
        await hub.In(async (services, db) =>
        {
            await AnyOrderTests.AssertKeptIsCounted(services, db);
            return 0;
        });
        Assert.Equal(0, (await hub.Run("recount-tickets")).ExitCode);
    }

    private static TicketReport Report(string number, params ReportedEvent[] events) => new(number, null, "new-account", events);

    private static ReportedEvent Told(string key, string at, Meaning meaning) => new(key, At(at), 0, meaning.ToString(), meaning);

    private async Task<IEnumerable<Took>> Take(params TicketReport[] reports)
    {
        await hub.Fill();
        return await hub.In(async (services, _) => (await services.GetRequiredService<TicketIntake>().TakeAsync("test", reports, TestContext.Current.CancellationToken)).Select(taking => taking.Result).ToList());
    }

    private Task<List<KeptClock>> Clocks(string number) => hub.In((_, db) => Of(db.Set<KeptClock>(), db, number, clock => clock.TicketId));

    private async Task<ClockRow> Clock(string number)
    {
        var level = await hub.In((_, db) => db.Set<EngagementHub.ServiceLevels.Levels.ServiceLevel>().Where(known => known.Slug == "delivered").Select(known => known.Id).SingleAsync());
        return (await Clocks(number)).Single(clock => clock.LevelId == level).ToRow();
    }

    private async Task<IEnumerable<ClockChange>> Notes(string number)
    {
        var level = await hub.In((_, db) => db.Set<EngagementHub.ServiceLevels.Levels.ServiceLevel>().Where(known => known.Slug == "delivered").Select(known => known.Id).SingleAsync());
        return (await hub.In((_, db) => Of(db.Set<ClockChange>(), db, number, change => change.TicketId))).Where(note => note.LevelId == level).OrderBy(note => note.Id);
    }

    private Task<List<(string, int, bool)>> Kept(string number) => hub.In(async (_, db) =>
        (await Of(db.Set<TicketEvent>(), db, number, told => EF.Property<long>(told, "TicketId"))).OrderBy(told => told.Key, StringComparer.Ordinal).ThenBy(told => told.Revision).Select(told => (told.Key, told.Revision, told.IsInForce)).ToList());

    private static Task<List<T>> Of<T>(IQueryable<T> rows, HubDb db, string number, System.Linq.Expressions.Expression<Func<T, long>> ticket)
        where T : class => rows.AsNoTracking().Join(db.Set<Ticket>().Where(known => known.Number == number), ticket, known => known.Id, (row, _) => row).ToListAsync();
}
