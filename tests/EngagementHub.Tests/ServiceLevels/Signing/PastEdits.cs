using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Signing;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Signing;

/// <summary>A service of its own with three levels and sixty tickets of early 2007, and every way in which its past can be edited, by chance.</summary>
internal sealed class PastEdits(ServiceLevelsHub hub)
{
    private readonly Dictionary<string, List<ReportedEvent>> _told = [];
    private readonly HashSet<string> _rules = [];
    private readonly HashSet<string> _touched = [];
    private Random _random = new(0);
    private int _seed;

    /// <summary>The causes that changes of rules can have had so far.</summary>
    public IReadOnlySet<string> Rules => _rules;

    /// <summary>The tickets of which something was told after the month was signed.</summary>
    public IReadOnlySet<string> Touched => _touched;

    private string Service => $"edits-{_seed}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Act Act => new(People.Ada, hub.Clock.Now);

    public async Task<string> BeginAsync(int seed)
    {
        (_seed, _random) = (seed, new Random(seed));
        await hub.Fill();
        hub.Clock.Now = new DateTimeOffset(2007, 5, 1, 9, 0, 0, TimeSpan.Zero);
        var (exit, errors) = await hub.ApplyRecipe($$"""
            { "name": "edits", "steps": [
              { "name": "WorkingCalendars", "Calendars": [{ "Slug": "{{Service}}", "Name": "Calendar {{seed}}", "Zone": "Europe/London", "Division": "england-and-wales",
                "Hours": [{ "From": "2005-01-01", "Monday": "09:00-17:00", "Tuesday": "09:00-17:00", "Wednesday": "09:00-17:00", "Thursday": "09:00-17:00", "Friday": "09:00-17:00" }] }] },
              { "name": "Services", "Services": [{ "Slug": "{{Service}}", "Name": "Service {{seed}}", "Owner": "sid", "Levels": [
                { "Slug": "due", "Measure": "within working days", "Calendar": "{{Service}}", "CutOff": "16:00", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 3 }] },
                { "Slug": "received", "Measure": "within working hours", "Basis": "received", "Calendar": "{{Service}}", "Category": "A", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 16 }] },
                { "Slug": "done", "Measure": "average working days", "Basis": "completed", "Calendar": "{{Service}}", "Steps": [{ "From": "2007-01-01", "Target": 4 }] }] },
                { "Slug": "{{Service}}-other", "Name": "Another {{seed}}", "Levels": [{ "Slug": "due", "Measure": "within working days", "Calendar": "{{Service}}", "Steps": [{ "From": "2007-01-01", "Target": 90, "Within": 3 }] }] }] }] }
            """);
        Assert.True(exit == 0, errors);
        for (var ticket = 0; ticket < 60; ticket++)
        {
            await TellAsync($"T{ticket}", Life(new DateTimeOffset(2007, 1, 2, 8, 0, 0, TimeSpan.Zero).AddMinutes(_random.Next(0, 80 * 24 * 60))));
        }

        _touched.Clear();
        return await hub.In(async (services, _) =>
        {
            await services.GetRequiredService<SourceFreshness>().ExpectAsync(Service, false, Cancellation);
            return Service;
        });
    }

    /// <summary>Does something to the past, and tells what.</summary>
    public async Task<string> EditAsync()
    {
        hub.Clock.Now = hub.Clock.Now.AddMinutes(_random.Next(1, 600));
        var told = _random.Next(0, 10) switch
        {
            0 => await ChangeCalendarAsync(text => text.With(new OwnDay(SomeDay(), "closure", "Flood", ""))),
            1 => await ChangeCalendarAsync(text => text.OpenFrom(SomeDay(), WeekText.MondayToFriday(_random.Next(0, 2) == 0 ? "08:00-12:00, 13:00-18:00" : "10:00-15:00"))),
            2 => await ProclaimAsync([SomeDay(), SomeDay()]),
            3 => await PromiseAsync(),
            4 => await TellAsync($"late-{_touched.Count}", Life(new DateTimeOffset(2007, 2, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(_random.Next(0, 27 * 24 * 60)))),
            5 => await TellAsync(Some(), [Event("again", _random.Next(1, 90), Meaning.Open)]),
            6 => await TellAsync(Some(), [Event("void", _random.Next(1, 90), Meaning.Void) with { Reason = "merged" }]),
            7 => await TellAsync(Some(), [Event("moved", _random.Next(1, 90), Meaning.Resolved) with { Service = $"{Service}-other" }]),
            8 => await CorrectAsync(Some()),
            _ => await RetractAsync(Some()),
        };
        if (_random.Next(0, 2) == 0)
        {
            await hub.RunJob(Recounting.JobName);
        }

        return told;
    }

    /// <summary>A newer list of bank holidays is taken in.</summary>
    public Task<string> ProclaimAsync(DateOnly[] days) => hub.In(async (services, db) =>
    {
        _rules.Add(Cause.Holidays);
        var shelf = services.GetRequiredService<HolidayShelf>();
        var events = days.Distinct().Select(day => $$"""{"title":"a day nobody knew of","date":"{{day:yyyy-MM-dd}}"}""");
        var list = (await shelf.ReceiveAsync($$"""{"england-and-wales":{"division":"england-and-wales","events":[{{string.Join(',', events)}}] } }""", $"test {Guid.NewGuid()}", Act, Cancellation))!;
        var changed = await shelf.ChangedByAsync((await shelf.InForceAsync(Cancellation)).And(list), Cancellation);
        list.Take([], Act);
        foreach (var (calendar, before, after) in changed)
        {
            calendar.Change(after, before, "Newer bank holidays", Act);
        }

        return $"a day nobody knew of: {string.Join(", ", days)}";
    });

    private Task<string> ChangeCalendarAsync(Func<CalendarText, CalendarText> change) => hub.In(async (services, db) =>
    {
        _rules.Add(Cause.Calendar);
        var calendar = await db.Set<StoredCalendar>().SingleAsync(known => known.Slug == Service, Cancellation);
        var before = await services.GetRequiredService<CalendarShelf>().TextAsync(db, calendar, Cancellation);
        var after = change(before);
        calendar.Change(after, before, "By chance", Act);
        return $"the calendar: {string.Join("; ", CalendarDifference.Between(before, after))}";
    });

    private Task<string> PromiseAsync() => hub.In(async (_, db) =>
    {
        _rules.Add(Cause.Method);
        var service = await db.Set<EngagementHub.ServiceLevels.Catalogue.Service>().Where(known => known.Slug == Service).Select(known => known.Id).SingleAsync(Cancellation);
        var levels = await db.Set<ServiceLevel>().Where(level => level.ServiceId == service).ToListAsync(Cancellation);
        var level = levels[_random.Next(levels.Count)];
        var step = new Step(level.Steps[^1].From.AddDays(_random.Next(1, 20)), _random.Next(50, 100), level.Measure == Measure.AverageWorkingDays ? 0 : _random.Next(1, 9));
        level.RecallStep(step, Act);
        return $"{level.Slug}: {step}";
    });

    private Task<string> CorrectAsync(string ticket)
    {
        var told = _told[ticket][_random.Next(_told[ticket].Count)];
        return TellAsync(ticket, [told with { At = told.At.AddHours(_random.Next(-90, 90)), Corrects = true }]);
    }

    private Task<string> RetractAsync(string ticket)
    {
        var kept = _told[ticket].Count > 1 ? _told[ticket][..^1] : _told[ticket];
        return TellAsync(ticket, kept, isWhole: true);
    }

    private Task<string> TellAsync(string ticket, List<ReportedEvent> events, bool isWhole = false) => hub.In(async (services, _) =>
    {
        _touched.Add(ticket);
        _told[ticket] = isWhole ? events : [.. _told.GetValueOrDefault(ticket, []).Where(known => events.TrueForAll(told => told.Key != known.Key)), .. events];
        var taken = await services.GetRequiredService<TicketIntake>().TakeAsync(Service, [new TicketReport(ticket, null, Service, events) { IsWhole = isWhole }], Cancellation);
        Assert.NotEqual(Took.Rejected, Assert.Single(taken).Result);
        return $"{ticket}{(isWhole ? " whole" : "")}: {string.Join(", ", events.Select(told => $"{told.Key} {told.Meaning} {told.At:u}"))}";
    });

    // Opened, perhaps waiting for a while, and nearly always done.
    private List<ReportedEvent> Life(DateTimeOffset at)
    {
        List<ReportedEvent> events = [new("0", at, 0, "Open", Meaning.Open) { Category = Category() }];
        if (_random.Next(0, 4) == 0)
        {
            events.Add(new("1", at = at.AddMinutes(_random.Next(1, 2000)), 0, "Waiting", Meaning.Paused) { Category = events[0].Category });
            events.Add(new("2", at = at.AddMinutes(_random.Next(1, 4000)), 0, "Back", Meaning.Open) { Category = events[0].Category });
        }

        if (_random.Next(0, 15) > 0)
        {
            events.Add(new("3", at.AddMinutes(_random.Next(1, 9000)), 0, "Done", Meaning.Resolved) { Category = events[0].Category });
        }

        return events;
    }

    private ReportedEvent Event(string key, int day, Meaning meaning) => new($"{key}-{_random.Next()}", new DateTimeOffset(2007, 1, 20, 10, 0, 0, TimeSpan.Zero).AddDays(day), 0, meaning.ToString(), meaning) { Category = Category() };

    private string Category() => _random.Next(0, 3) == 0 ? "B" : "A";

    private string Some() => _told.Keys.ElementAt(_random.Next(_told.Count));

    private DateOnly SomeDay() => new DateOnly(2007, 1, 25).AddDays(_random.Next(0, 40));
}
