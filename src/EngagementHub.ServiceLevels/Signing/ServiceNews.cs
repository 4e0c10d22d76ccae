using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>What changed about a service lately, from the audit trail: its promises, its calendar, what was signed.</summary>
internal sealed class ServiceNews(HubDb db, TimeProvider clock)
{
    private const int Most = 12;

    private static readonly Dictionary<string, string> Words = new()
    {
        ["servicelevels.level.step-added"] = "A promise was made",
        ["servicelevels.level.count-recorded"] = "A count was recorded",
        ["servicelevels.month.signed"] = "A month was signed",
        ["servicelevels.month.revised"] = "A month was signed again",
        ["servicelevels.method.counter-signed"] = "The way of counting was counter-signed",
        ["servicelevels.service.described"] = "The catalogue says something else",
        ["servicelevels.service.owner-changed"] = "The service was given to somebody else",
    };

    public async Task<IReadOnlyList<NewsLine>> OfAsync(Service service, IReadOnlyList<LevelReport> reports, CancellationToken cancellation)
    {
        List<SubjectRef> about =
        [
            new(ServiceLevelSubjects.Service, service.Id),
            .. reports.Select(report => new SubjectRef(ServiceLevelSubjects.Level, report.Level.Id)),
            .. reports.Select(report => new SubjectRef(ServiceLevelSubjects.Calendar, report.Level.CalendarId)).Distinct(),
        ];
        var zone = reports.Count > 0 ? reports[0].Zone : "Europe/London";
        var until = clock.Horizon();
        var lines = await db.Audit.AsNoTracking().Where(line => about.Contains(line.On) && (until == null || line.At <= until)).OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(Most).ToListAsync(cancellation);
        return [.. lines.Select(line => new NewsLine(line.At.DayIn(zone), WordsOf(line.What), line.Why ?? ""))];
    }

    private static string WordsOf(string what) =>
        Words.GetValueOrDefault(what) ?? (what.StartsWith("servicelevels.calendar", StringComparison.Ordinal) ? "The working calendar was changed" : "Something was changed");
}

/// <summary>Something that changed, and on which day.</summary>
internal sealed record NewsLine(DateOnly Day, string What, string Detail);
