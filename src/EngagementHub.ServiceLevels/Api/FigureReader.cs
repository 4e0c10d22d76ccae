using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Api;

/// <summary>The published figures as data: for the API, the CSV file and the spreadsheet alike.</summary>
internal sealed class FigureReader(HubDb db, Published published, MonthReader months, TimeProvider clock)
{
    public async Task<IReadOnlyList<ApiFigure>> FiguresAsync(FigureFilter filter, CancellationToken cancellation)
    {
        var signed = await db.SignedMonths.AsNoTracking().ToListAsync(cancellation);
        var latest = signed.GroupBy(month => (month.LevelId, month.Month)).ToDictionary(month => month.Key, month => month.MaxBy(revision => revision.Revision)!);
        return [.. (await ReportsAsync(filter, cancellation)).SelectMany(report => report.Months.Where(month => month.N > 0 && filter.Takes(month.Month))
            .Select(month => FigureOf(report, month, latest.GetValueOrDefault((report.Level.Id, month.Month)))))];
    }

    public async Task<IReadOnlyList<ApiLevel>> LevelsAsync(FigureFilter filter, CancellationToken cancellation)
    {
        var agreed = await db.MethodSignatures.AsNoTracking().ToListAsync(cancellation);
        List<ApiLevel> levels = [];
        foreach (var report in await ReportsAsync(filter, cancellation))
        {
            var rules = await months.MethodsAsync(report.Level, cancellation);
            levels.Add(LevelOf(report, [.. rules.Select(step => StepOf(step, agreed.Exists(method => method.LevelId == report.Level.Id && method.Covers(step))))]));
        }

        return levels;
    }

    public async Task<IReadOnlyList<ApiService>> ServicesAsync(string? slug, CancellationToken cancellation)
    {
        var services = await db.Services.AsNoTracking().Where(service => slug == null || service.Slug == slug).OrderBy(service => service.Place).ToListAsync(cancellation);
        var levels = (await LevelsAsync(new FigureFilter(slug, null, null), cancellation)).ToLookup(level => level.Service);
        return [.. services.Select(service => new ApiService(service.Slug, service.Name)
        {
            Summary = service.Summary, RunBy = service.RunBy, HowToAsk = service.HowToAsk, Hours = service.Hours, Url = $"/service-levels/{service.Slug}", Levels = [.. levels[service.Slug]],
        })];
    }

    public async Task<IReadOnlyList<ApiRevision>> RevisionsAsync(string service, string level, DateOnly month, CancellationToken cancellation)
    {
        var of = $"{service}/{level}";
        var signed = await db.SignedMonths.AsNoTracking().Where(known => known.Of == of && known.Month == month).OrderBy(known => known.Revision).ToListAsync(cancellation);
        return [.. signed.Select(RevisionOf)];
    }

    private async Task<IEnumerable<LevelReport>> ReportsAsync(FigureFilter filter, CancellationToken cancellation) =>
        (await published.HeadlinesAsync(cancellation)).Where(first => filter.Service is null || first.Service.Slug == filter.Service).SelectMany(first => first.Beside.Prepend(first));

    private ApiFigure FigureOf(LevelReport report, MonthFigure month, SignedMonth? signed) => new(report.Service.Slug, report.Level.Slug, month.Month.ToString("yyyy-MM", Say.English))
    {
        State = signed is null ? "provisional" : "signed",
        Mark = signed is null ? "p" : signed.Revision > 1 ? "r" : "",
        Revision = signed?.Revision ?? 0,
        SignedAt = signed?.At,
        Value = Cut(month),
        Unit = UnitOf(month.Measure),
        N = month.N,
        IsEnough = month.Measure == Measure.BacklogOlderThan || month.N >= Figure.Enough,
        Met = month.Figure.Met,
        Missed = month.Figure.Missed,
        OpenAndLate = month.Figure.OpenAndLate,
        Void = month.Figure.Void,
        Verdict = month.Verdict switch { Verdict.Met => "met", Verdict.Missed => "missed", Verdict.TooFewToSay => "too few to say", _ => "not judged" },
        Target = month.Step.Target,
        Within = month.Measure.NeedsWithin() ? month.Step.Within : null,
        Promise = month.Step.Promise(month.Measure),
        ValueNow = signed is null || month.Live is null ? null : Cut(month.Live),
        DataAsOf = signed?.DataAsOf ?? report.AsOf,
        IsStale = signed is null && report.IsStale(clock.GetUtcNow()),
        Sha256 = signed?.Hash ?? "",
    };

    private ApiLevel LevelOf(LevelReport report, IReadOnlyList<ApiStep> steps) => new(report.Service.Slug, report.Level.Slug, report.Level.Name)
    {
        Measure = MeasureWords.Measures.First(word => word.Value == report.Level.Measure).Key,
        Basis = MeasureWords.Bases.First(word => word.Value == report.Level.Basis).Key,
        Steps = steps,
        Standing = report.StatusAt(clock.GetUtcNow()).Word,
        DataAsOf = report.AsOf,
        IsStale = report.IsStale(clock.GetUtcNow()),
        Open = report.HasTickets ? report.Backlog.Open : null,
        OpenAndLate = report.HasTickets ? report.Backlog.OpenAndLate : null,
        OldestOpenWorkingDays = report.Backlog.Oldest?.WorkingDays,
    };

    private static ApiStep StepOf(FrozenRules rules, bool agreed) =>
        new(rules.From, rules.Target, rules.Measure.NeedsWithin() ? rules.Within : null, rules.Step.Promise(rules.Measure)) { IsMethodCounterSigned = agreed };

    private static ApiRevision RevisionOf(SignedMonth signed) => new(signed.Revision, signed.At, signed.Sentence, signed.Reason)
    {
        Value = Cut(signed.Figure),
        Unit = UnitOf(signed.Rules.Measure),
        N = signed.Figure.N,
        Met = signed.Tally.Met,
        Missed = signed.Tally.Missed,
        OpenAndLate = signed.Tally.OpenAndLate,
        DataAsOf = signed.DataAsOf,
        Calendar = signed.Rules.Calendar,
        CalendarVersion = signed.Rules.CalendarVersion,
        BankHolidays = signed.Rules.Holidays,
        Sha256 = signed.Hash,
        Record = $"/service-levels/{signed.Of}/months/{signed.Month.ToString("yyyy-MM", Say.English)}/{signed.Name}.txt",
    };

    // As the pages say it: percentages are cut, averages rounded to the nearest tenth.
    private static decimal? Cut(MonthFigure month) => month.Value is not { } value ? null
        : month.Measure.IsTypicalTime() ? Math.Round(value, 1, MidpointRounding.AwayFromZero) : Math.Floor(value * 10) / 10;

    private static string UnitOf(Measure measure) => measure switch
    {
        Measure.AverageWorkingDays or Measure.MedianWorkingDays => "working days",
        Measure.BacklogOlderThan => "tickets",
        _ => "percent",
    };
}

/// <summary>Which figures are asked for.</summary>
internal sealed record FigureFilter(string? Service, DateOnly? From, DateOnly? To)
{
    public bool Takes(DateOnly month) => !(month < From) && !(month > To);
}
