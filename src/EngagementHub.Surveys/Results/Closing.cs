using EngagementHub.Core.Jobs;
using EngagementHub.Surveys.Answers;
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
        var sheet = await Sheet.ReadAsync(db, id, tallies, cancellation);
        var apart = new Release(survey.Threshold, await new Histories(db).OfAsync(survey, survey.LastDay.AddMonths(-MonthsCompared), cancellation)).Choose(sheet);
        var shown = new Inference(sheet, tallies, survey.Threshold).Choose(apart, ShownFigure.Of(await ResultSheet.ReadAsync(db, survey, cancellation)));
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
}
