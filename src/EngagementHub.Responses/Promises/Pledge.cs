namespace EngagementHub.Responses.Promises;

/// <summary>What is promised: the sentence, what would show it kept, who keeps it, by when.</summary>
internal sealed record Pledge(string? What, string? Evidence, StaffId? Owner, DateOnly? Due)
{
    /// <summary>The service level whose figure shows it kept, if it is measured.</summary>
    public SubjectRef? Level { get; init; }

    public Pledge Checked()
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            What = rules.Keep(() => Stated.OrRefused(What, Promise.LongestText, "Enter the sentence that promises something", nameof(What))),
            Owner = rules.Keep(() => Owner ?? throw new BrokenRuleException("Choose who keeps the promise", nameof(Owner))),
            Due = rules.Keep(() => Due ?? throw new BrokenRuleException("Enter the day by which it is kept", nameof(Due))),
            Evidence = rules.Keep(() => Stated.OrRefused(Evidence, Promise.LongestText, "Enter what would show it kept", nameof(Evidence))),
        };
        rules.Refuse();
        return stated;
    }
}

/// <summary>A due day that moved. The old day stays in view.</summary>
internal sealed record PromiseChange(DateOnly From, DateOnly To, string Because, StaffId By, DateTimeOffset At);

/// <summary>Whose it was until it was given to somebody else.</summary>
internal sealed record PromiseGiving(StaffId From, StaffId To, string Because, StaffId By, DateTimeOffset At);

/// <summary>What the figure said for a due day, and when it said so. Until its month is signed it may say something else later.</summary>
internal sealed record PromiseFigure(DateOnly Due, FigureVerdict Verdict, string Words, string Url, bool IsFinal, DateTimeOffset At)
{
    public string Sentence => $"{Opening}: {Words}{(IsFinal ? "" : "; provisional until the month is signed")}";

    private string Opening => Verdict switch
    {
        FigureVerdict.Met => "Kept by the figure",
        FigureVerdict.Missed => "Missed by the figure",
        _ => "The figure cannot say",
    };
}

internal enum PromiseStanding
{
    Late,
    Open,
    Kept,
    Dropped,
}

internal static class PromiseLink
{
    private const int Longest = 400;

    public static string? Checked(string? link)
    {
        var stated = link?.Trim() ?? "";
        return stated.Length == 0 ? null : IsSafe(stated) ? stated
            : throw new BrokenRuleException("Enter a link that starts with https:// or with / for a page of this site", "Link");
    }

    private static bool IsSafe(string link) => link.Length <= Longest && !link.Any(c => char.IsControl(c) || c == '\\')
        && ((link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal))
            || (Uri.TryCreate(link, UriKind.Absolute, out var absolute) && absolute.Scheme is "https" or "http"));
}
