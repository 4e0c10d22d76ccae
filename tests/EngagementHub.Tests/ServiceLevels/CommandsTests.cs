using EngagementHub.ServiceLevels.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class CommandsTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    [Fact]
    public async Task Import_tickets_takes_a_file_once_and_says_so_with_its_exit_code()
    {
        await hub.Fill();

        var first = await hub.Run("import-tickets", ServiceLevelsHub.Log, "--mapping", "servicenow-incident-log");
        var second = await hub.Run("import-tickets", "--mapping", "servicenow-incident-log", ServiceLevelsHub.Log);

        Assert.Equal((0, "4,085 rows read = 4,085 accepted + 0 rejected + 0 duplicates"), (first.ExitCode, first.Output.Trim()));
        Assert.Equal((0, "4,085 rows read = 0 accepted + 0 rejected + 4,085 duplicates"), (second.ExitCode, second.Output.Trim()));
    }

    [Fact]
    public async Task Import_tickets_refuses_what_it_cannot_do_and_names_the_cure()
    {
        await hub.Fill();
        var file = Path.Combine(hub.Folder, "bad.csv");
        await File.WriteAllTextAsync(file, "ticket,service,category,state,at\nT1,new-account,,Received,2007-01-02 10:00\nT1,new-account,,Lost,2007-01-03 10:00\nT2,no-service,,Received,2007-01-02 10:00\n", TestContext.Current.CancellationToken);

        var bad = await hub.Run("import-tickets", file, "--mapping", "service-desk-2007");

        Assert.Equal((1, "Nothing was taken in: 2 rows cannot be taken. Correct the file, or use --accept-good-rows to leave them out"), (bad.ExitCode, bad.Output.Trim()));
        var rejected = Path.Combine(hub.Folder, "rejected.csv");
        var good = await hub.Run("import-tickets", file, "--mapping", "service-desk-2007", "--accept-good-rows", "--rejected", rejected);
        Assert.Equal((1, "3 rows read = 1 accepted + 2 rejected + 0 duplicates"), (good.ExitCode, good.Output.Trim()));
        Assert.Equal(3, (await File.ReadAllLinesAsync(rejected, TestContext.Current.CancellationToken)).Length);
        Assert.Equal(2, (await hub.Run("import-tickets", file, "--mapping", "service-desk-2007", "--colour")).ExitCode);
        Assert.Contains("There is no encoding", (await hub.Run("import-tickets", file, "--mapping", "service-desk-2007", "--encoding", "ebcdic")).Errors, StringComparison.Ordinal);
        Assert.Contains("bad.csv(3) state: Nothing says what the state \"Lost\" means. Add the state to the mapping", bad.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await hub.Run("import-tickets", file)).ExitCode);
        Assert.Equal(2, (await hub.Run("import-tickets", "nowhere.csv", "--mapping", "service-desk-2007")).ExitCode);
        Assert.Contains("service-desk-2007, servicenow-incident-log", (await hub.Run("import-tickets", file, "--mapping", "x")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_cannot_be_worked_out_says_so_and_leaves_the_other_pages_standing()
    {
        await hub.Fill();
        await hub.In(async (services, db) =>
        {
            var opened = new ReportedEvent("1", LevelBuilder.At("2007-03-01T10:00Z"), 0, "Open", EngagementHub.ServiceLevels.Tickets.Meaning.Open);
            await services.GetRequiredService<TicketIntake>().TakeAsync("old", [new TicketReport("OLD", null, "new-account", [opened])], TestContext.Current.CancellationToken);
            var service = await db.Set<EngagementHub.ServiceLevels.Catalogue.Service>().SingleAsync(known => known.Slug == "new-account");
            foreach (var year in new[] { "0207", "2007" })
            {
                var ticket = EngagementHub.ServiceLevels.Tickets.Ticket.Of("old", $"OLD{year}");
                ticket.Receive(LevelBuilder.Event($"{year}-03-01T10:00Z", EngagementHub.ServiceLevels.Tickets.Meaning.Open), null, service.Id);
                db.Add(ticket);
            }

            return 0;
        });
        await hub.ApplyRecipe("""{ "name": "later", "steps": [{ "name": "Services", "Services": [{ "Slug": "new-account", "Name": "A new account", "Levels": [{ "Slug": "delivered", "Name": "Accounts delivered", "Measure": "within working days", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 5 }, { "From": "2007-04-01", "Target": 95, "Within": 5 }, { "From": "2026-04-01", "Target": 96, "Within": 5 }] }] }] }] }""");
        var reader = await hub.As("tom");

        Assert.Contains("Cannot be worked out", (await reader.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Cannot be worked out", (await reader.Open("/service-levels/new-account")).Text, StringComparison.Ordinal);
        Assert.Contains("People paid correctly 99% correct", (await reader.Open("/service-levels")).Text, StringComparison.Ordinal);
        await hub.In(async (_, db) => await db.Set<EngagementHub.ServiceLevels.Tickets.Ticket>().Where(ticket => ticket.Source == "old").ExecuteDeleteAsync());
    }

    [Fact]
    public async Task The_same_event_with_other_facts_is_rejected_and_what_was_read_first_stays()
    {
        await hub.Fill();
        var file = Path.Combine(hub.Folder, "twice.csv");
        await File.WriteAllTextAsync(file, "ticket,service,category,state,at\nT9,new-account,A,Received,2007-01-02 10:00\nT9,new-account,B,Received,2007-01-02 10:00\n", TestContext.Current.CancellationToken);

        var result = await hub.Run("import-tickets", file, "--mapping", "service-desk-2007", "--accept-good-rows");

        Assert.Contains("1 accepted + 1 rejected", result.Output, StringComparison.Ordinal);
        Assert.Contains("different facts", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_check_says_how_many_passed()
    {
        var vectors = Path.Combine(AppContext.BaseDirectory, "WorkingTime", "working-time-vectors.json");
        var wrong = Path.Combine(hub.Folder, "wrong.json");
        await File.WriteAllTextAsync(wrong, """{"vectors":[{"id":"w1","kind":"days","tz":"UTC","week":{"mon":[["09:00","17:00"]]},"start":"2026-01-05","days":1,"due":"2026-01-13"}]}""", TestContext.Current.CancellationToken);

        var right = await hub.Run("calendar-check", vectors);
        var different = await hub.Run("calendar-check", wrong);

        Assert.Equal((0, "73 passed, 0 failed"), (right.ExitCode, right.Output.Trim()));
        Assert.Equal((1, $"w1: 2026-01-13 expected, 2026-01-12 worked out{Environment.NewLine}0 passed, 1 failed"), (different.ExitCode, different.Output.Trim()));
        Assert.Equal(2, (await hub.Run("calendar-check")).ExitCode);
        Assert.Equal(2, (await hub.Run("calendar-check", ServiceLevelsHub.Log)).ExitCode);
    }

    [Fact]
    public async Task A_recipe_applied_twice_changes_nothing_and_a_wrong_one_says_where()
    {
        await hub.Fill();
        var before = await Count();

        await hub.Fill();
        var wrong = await hub.ApplyRecipe("""
            { "name": "wrong", "steps": [{ "name": "Services", "Services": [{ "Slug": "x", "Name": "X", "Levels": [{ "Slug": "l", "Name": "L", "Measure": "within working weeks",
              "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 90 }] }] }] }] }
            """);

        Assert.Equal(before, await Count());
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("(1,", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("'within working weeks' is not known here; choose within working days", wrong.Errors, StringComparison.Ordinal);
    }

    private Task<(int, int, int, int)> Count() => hub.In(async (_, db) => (
        await db.Set<EngagementHub.ServiceLevels.Catalogue.Service>().CountAsync(), await db.Set<EngagementHub.ServiceLevels.Levels.ServiceLevel>().SumAsync(level => level.Changes),
        await db.Set<EngagementHub.ServiceLevels.Calendars.StoredCalendar>().SumAsync(calendar => calendar.Changes), await db.Set<EngagementHub.ServiceLevels.Sources.TicketMapping>().SumAsync(mapping => mapping.Version)));
}
