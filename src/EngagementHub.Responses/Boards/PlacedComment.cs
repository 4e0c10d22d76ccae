using EngagementHub.Conversation;

namespace EngagementHub.Responses.Boards;

/// <summary>A received comment in its one place on the board.</summary>
/// <param name="Comment">The comment as the conversation tells it.</param>
/// <param name="Disposition">What became of it; nothing while it is to be sorted.</param>
/// <param name="Themes">Its themes, the one it is counted under first.</param>
/// <param name="Where">Where a personal case was sent.</param>
/// <param name="WasRead">Whether a person has read it: one who sorted it or marked it as read, or the moderator who declined it.</param>
/// <param name="IsNew">Whether it came after the last digest.</param>
internal sealed record PlacedComment(ReceivedComment Comment, Disposition? Disposition, IReadOnlyList<Guid> Themes, string? Where, bool WasRead, bool IsNew)
{
    /// <summary>The version of the decision, for a form that must not overwrite a later one.</summary>
    public int SortingVersion { get; private init; } = SeenComment.Unsorted;

    /// <summary>Who decided where it is, and when.</summary>
    public (StaffId By, DateTimeOffset At)? Sorted { get; private init; }

    public Guid? CountedUnder => Themes.Count == 0 ? null : Themes[0];

    public static PlacedComment Of(ReceivedComment comment, Sorting? sorting, bool isNew, bool wasRead = false)
    {
        var disposition = DispositionOf(comment.Standing, sorting);
        var sorted = disposition == sorting?.Chosen ? sorting : null;
        return new PlacedComment(comment, disposition, sorted?.Themes ?? [], sorted?.Where, wasRead || sorting is not null || disposition == Boards.Disposition.Declined, isNew)
        {
            SortingVersion = sorting?.Version ?? SeenComment.Unsorted,
            Sorted = sorting is null ? null : (sorting.SortedBy, sorting.SortedAt),
        };
    }

    // Moderation comes first: what readers no longer see is in no theme, whoever put it there.
    private static Disposition? DispositionOf(CommentStanding standing, Sorting? sorting) => standing switch
    {
        CommentStanding.Declined => Boards.Disposition.Declined,
        CommentStanding.Withdrawn => Boards.Disposition.Withdrawn,
        CommentStanding.Waiting or CommentStanding.Held => Boards.Disposition.WithModerator,
        _ => sorting?.Chosen,
    };
}
