using EngagementHub.Conversation;

namespace EngagementHub.Blogging.Posts;

/// <summary>What a post says: replaced as a whole by every revision.</summary>
internal sealed record Manuscript(string Title, string Standfirst, PostKind Kind, IReadOnlyList<Section> Sections)
{
    public const int LongestSection = 60_000;

    public IReadOnlyList<string> Tags { get; init; } = [];

    public Manuscript Checked()
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            throw new BrokenRuleException("Enter a title", nameof(Title));
        }

        if (Sections.Count == 0)
        {
            throw new BrokenRuleException("Write at least one section", nameof(Sections));
        }

        if (Sections.Any(s => s.Markdown.Length > LongestSection))
        {
            throw new BrokenRuleException($"A section may hold {LongestSection:N0} characters at most. Make two posts of it", nameof(Sections));
        }

        return this with { Title = Title.Trim(), Standfirst = Standfirst.Trim(), Tags = [.. Tags.Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct()] };
    }

    public bool SaysTheSameAs(Manuscript other) =>
        (Title, Standfirst, Kind) == (other.Title, other.Standfirst, other.Kind) && Sections.SequenceEqual(other.Sections) && Tags.SequenceEqual(other.Tags);
}

/// <summary>A part of a post, signed by whoever answers for it.</summary>
/// <param name="Author">Who signs.</param>
/// <param name="Name">The name as signed on the day.</param>
/// <param name="Title">The post the author held on the day.</param>
/// <param name="Markdown">The text.</param>
internal sealed record Section(StaffId Author, string Name, string Title, string Markdown)
{
    public static Section SignedBy(StaffCard card, string markdown, string? title = null) =>
        new(card.Id, card.Name, title ?? card.Title, markdown.ReplaceLineEndings("\n").Trim());
}

/// <summary>What kind of post it is.</summary>
internal enum PostKind
{
    Entry,
    Digest,
    RoundUp,
}

/// <summary>Where a post stands.</summary>
internal enum PostStanding
{
    Draft,
    Scheduled,
    Published,
    Withdrawn,
}

/// <summary>On what terms readers may comment.</summary>
internal sealed record CommentTerms(bool PreModerated, Anonymity Anonymity, DateOnly? ClosesOn);

/// <summary>A dated note that puts something right in a published post, beside the text and not in its place.</summary>
internal sealed record Correction(StaffId By, string Name, DateTimeOffset At, string Text);
