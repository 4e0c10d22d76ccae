using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class TicketImporterTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    [Fact]
    public async Task A_file_that_breaks_off_leaves_nothing_behind()
    {
        await hub.Fill();

        await Assert.ThrowsAsync<IOException>(() => Take("broken.csv", int.MaxValue));

        Assert.Equal((0, 0), await Count("broken.csv", "B"));
    }

    [Fact]
    public async Task A_very_long_file_that_breaks_off_leaves_an_import_that_counts_what_was_kept()
    {
        await hub.Fill();

        await Assert.ThrowsAsync<IOException>(() => Take("long.csv", 1000));

        Assert.Equal((4000, 4000), await Count("long.csv", "B"));
        await hub.In((_, db) => Forget(db));
    }

    [Fact]
    public async Task An_import_in_steps_that_is_broken_off_goes_on_where_it_stopped_and_nothing_is_lost_or_taken_twice()
    {
        await hub.Fill();
        var rows = string.Concat(Enumerable.Range(0, 25_000).Select(i => $"S{i},new-account,,{(i % 5000 == 7 ? "Lost" : "Received")},2007-02-01 10:00\n"));
        var whole = "ticket,service,category,state,at\n" + rows;

        await Assert.ThrowsAsync<IOException>(() => TakeInSteps(new Stops(whole, whole.Length * 9 / 10)));
        var kept = await Count("steps.csv", "S");
        var report = await TakeInSteps(new StringReader(whole));

        Assert.InRange(kept.Accepted, 6000, 24_000);
        Assert.Equal(kept.Accepted, kept.Tickets);
        Assert.Equal((25_000, 24_995, 5, 0), (report.Rows, report.Accepted, report.Rejected, report.Duplicates));
        Assert.Equal((24_995, 24_995), await Count("steps.csv", "S"));
        await hub.In(async (services, db) =>
        {
            Assert.True((await db.Set<TicketImport>().SingleAsync(import => import.File == "steps.csv")).IsFinished);
            await AnyOrderTests.AssertKeptIsCounted(services, db);
            return await Forget(db);
        });
    }

    // A ticket goes with what is kept of it, else the next test counts what nobody has.
    private static async Task<int> Forget(EngagementHub.Core.Data.HubDb db)
    {
        await db.Set<KeptClock>().ExecuteDeleteAsync();
        await db.Set<KeptTally>().ExecuteDeleteAsync();
        return await db.Set<Ticket>().ExecuteDeleteAsync();
    }

    private Task<ImportReport> TakeInSteps(TextReader text) => hub.In(async (services, db) =>
    {
        var mapping = await db.Set<TicketMapping>().AsNoTracking().SingleAsync(known => known.Name == "service-desk-2007");
        var import = await db.Set<TicketImport>().SingleOrDefaultAsync(known => known.File == "steps.csv") ?? TicketImport.OfCommand(mapping, "steps.csv", "the same", hub.Clock.Now);
        import.Latest = hub.Clock.Now;
        return await new TicketImporter(db, services.GetRequiredService<TicketIntake>(), services.GetRequiredService<SourceFreshness>()) { MostTogether = 5000, BatchSize = 2000 }.TakeAsync(mapping, text, import, null, TestContext.Current.CancellationToken);
    });

    private Task<ImportReport> Take(string name, int together) => hub.In(async (services, db) =>
    {
        var mapping = await db.Set<TicketMapping>().AsNoTracking().SingleAsync(known => known.Name == "service-desk-2007");
        using var text = new BreaksOff();
        return await new TicketImporter(db, services.GetRequiredService<TicketIntake>(), services.GetRequiredService<SourceFreshness>()) { MostTogether = together, BatchSize = 2000 }.TakeAsync(mapping, text, TicketImport.Of(mapping, name, People.Ada, hub.Clock.Now), null, TestContext.Current.CancellationToken);
    });

    private Task<(int Accepted, int Tickets)> Count(string name, string letter) => hub.In(async (_, db) =>
        (await db.Set<TicketImport>().Where(import => import.File == name).SumAsync(import => import.Accepted), await db.Set<Ticket>().CountAsync(ticket => ticket.Number.StartsWith(letter))));

    /// <summary>A text whose reader is killed in the middle.</summary>
    private sealed class Stops(string text, int after) : StringReader(text)
    {
        private int _read;

        public override int Read(char[] buffer, int index, int count) => Counted(base.Read(buffer, index, count));

        public override int Read(Span<char> buffer) => Counted(base.Read(buffer));

        private int Counted(int read) => (_read += read) < after ? read : throw new IOException("The connection is gone");
    }

    /// <summary>Five thousand good rows, and then the connection is gone.</summary>
    private sealed class BreaksOff : StringReader
    {
        public BreaksOff() : base("ticket,service,category,state,at\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"B{i},new-account,,Received,2007-02-01 10:00\n")))
        {
        }

        public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, count) is > 0 and var read ? read : throw new IOException("The connection is gone");

        public override int Read(Span<char> buffer) => base.Read(buffer) is > 0 and var read ? read : throw new IOException("The connection is gone");
    }
}
