using EngagementHub.Core.Jobs;
using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Audience;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>Closes pulse checks whose last day is over: decides what may be shown, and folds everything else into one sum, so that the sums of small groups are nowhere any more.</summary>
internal sealed class Closing(HubDb db, SurveyDesk desk) : IJob
{
    public const string JobName = "surveys.closing";

    /// <summary>So many months a pulse check is compared with later ones; then the list of who answered it goes.</summary>
    public const int MonthsCompared = 24;

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = desk.DayOf(now);
        foreach (var id in await db.Surveys.Where(s => s.OpenedAt != null && s.ClosedAt == null && s.LastDay < today).OrderBy(s => s.LastDay).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await CloseAsync(id, now, cancellation);
            await transaction.CommitAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        var old = today.AddMonths(-MonthsCompared);
        var forgotten = await db.Surveys.Where(s => s.ClosedAt != null && s.LastDay < old).Select(s => s.Id).ToListAsync(cancellation);
        await db.Places.Where(p => forgotten.Contains(p.SurveyId)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Closes it inside the open transaction.</summary>
    public async Task CloseAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        // Held until the end: an answer that is being taken in is counted, and none comes after.
        await db.Surveys.Where(s => s.Id == id && s.ClosedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.HasAnswers, s => s.HasAnswers), cancellation);
        var survey = await db.Surveys.FirstAsync(s => s.Id == id, cancellation);
        var tallies = await db.Tallies.Where(t => t.SurveyId == id).ToListAsync(cancellation);
        var shown = new Release(survey.Threshold, await EarlierAsync(survey, cancellation)).Choose(await SheetAsync(id, tallies, cancellation));
        var isShown = shown.Contains(CellKey.Everybody);
        if (isShown)
        {
            Fold(tallies, shown);
        }
        else
        {
            db.Tallies.RemoveRange(tallies);
            db.TextAnswers.RemoveRange(await db.TextAnswers.Where(t => t.SurveyId == id).ToListAsync(cancellation));
        }

        survey.Close(tallies.Where(t => t.Cut == Cut.Unit).Sum(t => t.Answered), isShown, now, desk.DayOf(now));
        await db.SaveChangesAsync(cancellation);
    }

    private void Fold(List<Tally> tallies, IReadOnlySet<CellKey> shown)
    {
        foreach (var tally in tallies.Where(t => t.Group != Tally.Rest && !shown.Contains(new CellKey(t.Cut, t.Group))).ToList())
        {
            tallies.Single(t => t.Cut == tally.Cut && t.Group == Tally.Rest).TakeIn(tally);
            tallies.Remove(tally);
            db.Tallies.Remove(tally);
        }
    }

    private async Task<Sheet> SheetAsync(Guid id, IReadOnlyList<Tally> tallies, CancellationToken cancellation)
    {
        var answered = await db.Places.AsNoTracking().Where(p => p.SurveyId == id && p.HasAnswered).ToListAsync(cancellation);
        var apart = tallies.Where(t => t.Group != Tally.Rest).Select(t => (t.Cut, t.Group)).ToHashSet();
        return new Sheet(
        [
            new(CellKey.Everybody, [.. answered.Select(p => p.Who)]),
            .. Cells(Cut.Unit, p => p.Unit),
            .. Cells(Cut.Grade, p => p.Grade),
        ]);

        IEnumerable<KeyValuePair<CellKey, IReadOnlyCollection<StaffId>>> Cells(Cut cut, Func<Place, string> of) => answered.GroupBy(of).Where(g => apart.Contains((cut, g.Key)))
            .Select(g => KeyValuePair.Create(new CellKey(cut, g.Key), (IReadOnlyCollection<StaffId>)[.. g.Select(p => p.Who)]));
    }

    // Only the same question in the same words can be compared, so only those pulse checks can give something away together.
    private async Task<IReadOnlyList<Sheet>> EarlierAsync(Survey survey, CancellationToken cancellation)
    {
        var asked = survey.Items.Select(i => (i.Question, i.Wording)).ToHashSet();
        var since = survey.LastDay.AddMonths(-MonthsCompared);
        List<Sheet> earlier = [];
        foreach (var before in await db.Surveys.AsNoTracking().Where(s => s.IsShown && s.LastDay >= since && s.Id != survey.Id).ToListAsync(cancellation))
        {
            if (before.Items.Any(i => asked.Contains((i.Question, i.Wording))))
            {
                earlier.Add(await SheetAsync(before.Id, await db.Tallies.AsNoTracking().Where(t => t.SurveyId == before.Id).ToListAsync(cancellation), cancellation));
            }
        }

        return earlier;
    }
}
