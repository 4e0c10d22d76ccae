using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Pauses;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Discussions;

/// <summary>A discussion as every reader sees it: the same for each, with nothing personal in it.</summary>
internal sealed record DiscussionView(Discussion Discussion, CodeVersion? Code, IReadOnlyList<ShownComment> Comments, IReadOnlyList<DeclinedCount> Declined, IReadOnlyList<HaltNotice> Halts, int Waiting, string? WhyShut)
{
    // The form's two fields, named as the page that receives them names them.
    public string? Text { get; init; }

    public string? Shown { get; init; }

    public IReadOnlyList<Choice> Ways { get; } = NameChoice.Of(Discussion);

    /// <summary>The halt of a thread that is in force now, told where the thread stands.</summary>
    public IReadOnlyDictionary<Guid, HaltNotice> HaltedThreads { get; } = Halts.Where(h => h.IsInForce && h.Halt.Thread is not null).ToDictionary(h => h.Halt.Thread!.Value);

    public int Count => Comments.Sum(c => c.Replies.Count(r => r.Notice is null) + (c.Notice is null ? 1 : 0));

    public string WriteUrl => $"/comments/write?on={Discussion.On}";

    public static async Task<DiscussionView?> LoadAsync(HubDb db, IStaffDirectory directory, SubjectRef on, DateTimeOffset at)
    {
        if (await db.Discussions.AsNoTracking().FirstOrDefaultAsync(d => d.On == on) is not { } discussion)
        {
            return null;
        }

        var codes = await CodeHistory.LoadAsync(db);
        var rows = await RowsAsync(db, discussion.Id);
        return new DiscussionView(
            discussion,
            codes.InForceOn(discussion.DayOf(at)),
            Threads(rows, codes),
            DeclinedCount.Of(rows, codes),
            await HaltNotice.AllAsync(discussion, codes, directory, at),
            await db.Comments.CountAsync(c => c.DiscussionId == discussion.Id && (c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held)),
            await db.WhyShutAsync(discussion, at));
    }

    // What waits is shown to nobody, however much of it there is, unless something that was published answers it.
    private static Task<List<CommentRow>> RowsAsync(HubDb db, Guid discussion)
    {
        var comments = db.Comments.AsNoTracking().Where(c => c.DiscussionId == discussion);
        var answered = comments.Where(c => c.ReplyTo != null && c.Standing == CommentStanding.Published).Select(c => c.ReplyTo!.Value);
        return comments.Where(c => (c.Standing != CommentStanding.Waiting && c.Standing != CommentStanding.Held) || answered.Contains(c.Id)).OrderBy(c => c.Number)
            .Select(c => new CommentRow(c.Id, c.Number, c.ReplyTo, c.Level, c.Voice, c.SignedName, c.SignedTitle, c.Day, c.ChangedOn, c.Standing == CommentStanding.Published ? c.Html : "", c.Standing, c.CodeVersionId, c.DeclinedUnder))
            .ToListAsync();
    }

    public string Terms()
    {
        var moderation = Discussion.PreModerated ? "Comments are read by a moderator before they are shown." : "Comments are shown at once and read by a moderator afterwards.";
        var names = Discussion.Anonymity switch
        {
            Anonymity.Named => "Comments carry the writer’s name.",
            Anonymity.NameWithheld => "You may write with your name, or have it withheld.",
            _ => "You may write with your name or anonymously.",
        };
        var open = WhyShut is not null ? $"{WhyShut}" : Discussion.ClosesOn is { } last ? $"Open until {Say.Day(last)}" : "Open with no closing day";
        return $"{moderation} {names} {open}{(Waiting > 0 ? $"; {Waiting} waiting for a moderator" : "")}.";
    }

    // A comment that is gone keeps its place while replies to it are shown, so that they still answer something.
    private static List<ShownComment> Threads(List<CommentRow> rows, CodeHistory codes)
    {
        var replies = rows.Where(r => r.ReplyTo is not null && r.Standing == CommentStanding.Published).ToLookup(r => r.ReplyTo!.Value);
        return [.. rows
            .Where(r => r.ReplyTo is null && (r.Standing == CommentStanding.Published || replies.Contains(r.Id)))
            .Select(r => ShownComment.Of(r, codes, [.. replies[r.Id].Select(a => ShownComment.Of(a, codes, []))]))];
    }
}

internal sealed record CommentRow(Guid Id, int Number, Guid? ReplyTo, Anonymity Level, int? Voice, string? SignedName, string? SignedTitle, DateOnly Day, DateOnly? ChangedOn, string Html, CommentStanding Standing, Guid CodeVersionId, int? DeclinedUnder);

internal sealed record ShownComment(Guid Id, int Number, string Name, string? Title, DateOnly Day, string Html, string? Notice, IReadOnlyList<ShownComment> Replies)
{
    public DateOnly? ChangedOn { get; private init; }

    public static ShownComment Of(CommentRow row, CodeHistory codes, IReadOnlyList<ShownComment> replies) =>
        new(row.Id, row.Number, row.SignedName ?? NameChoice.Label(row.Level, row.Voice), row.SignedName is null ? NameChoice.Said(row.Level) : row.SignedTitle, row.Day, row.Html, Gone(row, codes), replies) { ChangedOn = row.ChangedOn };

    private static string? Gone(CommentRow row, CodeHistory codes) => row.Standing switch
    {
        CommentStanding.Published => null,
        CommentStanding.Withdrawn => "Its writer took this comment back.",
        CommentStanding.Declined => $"A moderator took this comment down under clause {codes.Of(row.CodeVersionId).Clause(row.DeclinedUnder).Heading}.",
        _ => "A moderator has set this comment aside for a second look.",
    };
}

internal sealed record DeclinedCount(int Count, string Clause)
{
    public static IReadOnlyList<DeclinedCount> Of(IEnumerable<CommentRow> rows, CodeHistory codes) =>
        [.. rows.Where(r => r.Standing == CommentStanding.Declined)
            .GroupBy(r => codes.Of(r.CodeVersionId).Clause(r.DeclinedUnder).Heading)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DeclinedCount(g.Count(), g.Key))];
}

internal sealed record HaltNotice(Halt Halt, bool IsInForce, string By, string Clause)
{
    /// <summary>The halt in force, and those that are over: what was done in public stays readable.</summary>
    public static async Task<IReadOnlyList<HaltNotice>> AllAsync(Discussion discussion, CodeHistory codes, IStaffDirectory directory, DateTimeOffset at)
    {
        if (discussion.Halts.Count == 0)
        {
            return [];
        }

        var moderators = await directory.CardsAsync(discussion.Halts.Select(h => h.By).Distinct());
        return [.. discussion.Halts.Where(h => h.At <= at).OrderBy(h => h.At).Select(h => new HaltNotice(
            h, h.IsInForce(at, discussion.DayOf(at)), moderators.TryGetValue(h.By, out var by) ? $"{by.Name}, {by.Title}," : "A moderator", codes.Of(h.CodeVersionId).Clause(h.Clause).Heading))];
    }

    public string Over(Discussion discussion) => Halt switch
    {
        { LiftedAt: { } lifted } => $"It was opened again on {Say.Day(discussion.DayOf(lifted))}.",
        { LastDay: { } last } => $"The halt ended with {Say.Day(last)}.",
        _ => "",
    };
}
