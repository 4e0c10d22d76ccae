using System.Text;
using EngagementHub.Conversation;

namespace EngagementHub.Blogging.Posts;

/// <summary>What a post says: replaced as a whole by every revision.</summary>
internal sealed record Manuscript(string Title, string Standfirst, PostKind Kind, IReadOnlyList<Section> Sections)
{
    public const int LongestSection = 60_000;

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Those who were asked for a section and have not written it.</summary>
    public IEnumerable<Section> Awaited => Sections.Where(s => s.IsAwaited);

    public static IReadOnlyList<string> TagsIn(string? typed) =>
        [.. (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public Manuscript Checked()
    {
        BrokenRules.RefuseAll(RefuseWithoutTitle, RefuseSections);
        return this with { Title = Title.Trim(), Standfirst = Standfirst.Trim(), Tags = [.. Tags.Select(t => t.Trim().ToLowerInvariant()).Where(HasWords).Distinct()] };
    }

    private void RefuseWithoutTitle()
    {
        if (!HasWords(Title))
        {
            throw new BrokenRuleException("Enter a title", nameof(Title));
        }
    }

    private void RefuseSections()
    {
        if (Sections.Count == 0)
        {
            throw new BrokenRuleException("Write at least one section", nameof(Sections));
        }

        if (Sections.Any(s => s.Markdown.Length > LongestSection))
        {
            throw new BrokenRuleException($"A section may hold {LongestSection:N0} characters at most. Make two posts of it", nameof(Sections));
        }
    }

    public bool SaysTheSameAs(Manuscript other) =>
        (Title, Standfirst, Kind) == (other.Title, other.Standfirst, other.Kind) && Tags.SequenceEqual(other.Tags)
        && Sections.Count == other.Sections.Count && Sections.Zip(other.Sections).All(both => both.First.ReadsAs(both.Second));

    // Spaces of no width and marks of direction are not seen, and neither are the letters that Unicode draws as nothing.
    private static bool HasWords(string text) => text.EnumerateRunes().Any(rune =>
        Rune.IsLetterOrDigit(rune) && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) && rune.Value != 0x2800);
}

/// <summary>What kind of post it is.</summary>
internal enum PostKind
{
    Entry,
    Digest,
    RoundUp,
}

/// <summary>On what terms readers may comment.</summary>
internal sealed record CommentTerms(bool PreModerated, Anonymity Anonymity, DateOnly? ClosesOn);

/// <summary>A dated note that puts something right in a published post, beside the text and not in its place.</summary>
internal sealed record Correction(StaffId By, string Name, DateTimeOffset At, string Text);
