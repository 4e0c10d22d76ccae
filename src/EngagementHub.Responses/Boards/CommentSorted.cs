namespace EngagementHub.Responses.Boards;

/// <summary>Where a comment was put.</summary>
internal sealed record Placing(Disposition Chosen, IReadOnlyList<Guid>? Themes = null, string? Where = null)
{
    public override string ToString() => Chosen switch
    {
        Disposition.InTheme => $"theme {string.Join(" and ", Themes ?? [])}",
        Disposition.Redirected => $"redirected ({Where})",
        _ => Destination.Words(Chosen.ToString()).ToLowerInvariant(),
    };
}

/// <summary>A comment was put in its place, or moved from one to another.</summary>
internal sealed record CommentSorted(Guid Comment, Placing? From, Placing To, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.comment.sorted", new SubjectRef(ResponsesModule.CommentKind, Comment), $"from {From?.ToString() ?? "to sort"} to {To}");
}

/// <summary>A comment that was sorted is to be sorted again.</summary>
internal sealed record CommentTakenBack(Guid Comment, Placing From, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.comment.sorted", new SubjectRef(ResponsesModule.CommentKind, Comment), $"from {From} back to to sort");
}
