using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Corrections;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Slots;

/// <summary>What stands about themes and digests on a post or a hosting period.</summary>
internal sealed class ThemesCards(HubDb db, ReaderThemes themes, ScopeDesk desk, CorrectionLines corrections)
{
    // An answer and the digest it came out in were published at one instant; PostgreSQL keeps microseconds of it.
    private static readonly TimeSpan SameInstant = TimeSpan.FromMilliseconds(1);

    public async Task<ThemesCard> OfAsync(ResponseScope scope, SubjectRef? post)
    {
        var now = desk.Now;
        var digests = await db.Digests.AsNoTracking().IgnoreAutoIncludes().Where(d => d.Scope == scope.Subject && d.PublishedAt <= now).OrderBy(d => d.PublishedAt)
            .Select(d => new { d.Id, d.Title, d.Url, d.PublishedAt, d.Received, d.Post, d.IsRoundUp }).ToListAsync();
        var board = await desk.MaySortAsync(scope.Subject) ? BoardLink.Of(scope.Subject) : null;
        var here = digests.Find(d => post is not null && d.Post == post);
        return new ThemesCard(scope, await themes.OfAsync(scope), board)
        {
            Digests = [.. digests.Select(d => new DigestLink(d.Title, d.Url!, desk.DayOf(d.PublishedAt!.Value), d.Received, d == here))],
            Promises = post is { } on ? [.. (await db.Promises.AsNoTracking().Where(p => p.MadeOn == on && p.MadeAt <= now).ToListAsync()).Select(p => (p, p.StandingAt(now, desk.Today), p.DueAt(now))).OrderBy(p => p.Item3)] : [],
            Corrections = here is null ? [] : await CorrectionsAsync(scope.Subject, here.Id, here.PublishedAt!.Value, here.IsRoundUp),
            CorrectUrl = here is null || board is null ? null : $"/responses/digests/{here.Id}/correct",
        };
    }

    private async Task<IReadOnlyList<CorrectionLine>> CorrectionsAsync(SubjectRef scope, Guid digest, DateTimeOffset at, bool isRoundUp)
    {
        var (from, until) = (isRoundUp ? DateTimeOffset.MinValue : at - SameInstant, at + SameInstant);
        var answers = await db.Questions.AsNoTracking().Where(q => q.Scope == scope).SelectMany(q => q.Answers).Where(a => a.PublishedAt >= from && a.PublishedAt <= until).Select(a => a.Id).ToListAsync();
        var corrected = await corrections.OfAsync([new(ResponsesModule.DigestKind, digest), .. answers.Select(a => new SubjectRef(ResponsesModule.AnswerKind, a))]);
        return [.. corrected.SelectMany(c => c).OrderBy(c => c.Day)];
    }
}
