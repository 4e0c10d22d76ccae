namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>What a person has typed on the writing page, saved or not; the revision is of the wording the form was filled from.</summary>
internal sealed record Typed(string Title, string Standfirst, string Tags, string? Address, int Revision, IReadOnlyList<TypedSection> Sections)
{
    public static Typed New(StaffId by) => new("", "", "", null, 0, [new(Guid.Empty, by, "")]);

    public static Typed From(Post post) => From(post.Manuscript, post.Revision) with { Address = post.Day is null ? null : post.Slug };

    public bool SaysTheSameAs(Typed other) => Plain() == other.Plain();

    private static Typed From(Manuscript words, int revision) =>
        new(words.Title, words.Standfirst, string.Join(", ", words.Tags), null, revision, [.. words.Sections.Select(s => new TypedSection(s.Key, s.Author, s.Markdown))]);

    // A section of somebody else is not in the form, and one that was never filled is not missed.
    private string Plain() => string.Join('\u0001', [Title.Trim(), Standfirst.Trim(), Tags.Trim(), .. Sections.Select(s => Section.Tidy(s.Text ?? "")).Where(t => t.Length > 0)]);
}

/// <summary>One section of the form.</summary>
/// <param name="Key">The section of the post; empty for a new one.</param>
/// <param name="Author">Who signs it.</param>
/// <param name="Text">What was typed; nothing where the person may only read.</param>
internal sealed record TypedSection(Guid Key, StaffId Author, string? Text);
