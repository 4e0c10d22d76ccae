namespace EngagementHub.Core.Keeping;

/// <summary>A module's part of what is released about a post or a hosting period. What it hands over is struck afterwards, so it hands over everything that readers were shown and that was decided.</summary>
/// <remarks>Never anything about who wrote an anonymous comment: not its author, which is not known here, and not what was sealed.</remarks>
public interface ITellRecord
{
    /// <summary>Its place among the parts, smaller first.</summary>
    int Order { get; }

    /// <summary>Its items, in the order in which they are read.</summary>
    Task<IReadOnlyList<RecordItem>> ItemsAsync(RecordScope scope, CancellationToken cancellation = default);
}

/// <summary>What is to be told.</summary>
/// <param name="Scope">The period or post.</param>
/// <param name="Posts">Its posts, withdrawn ones too.</param>
/// <param name="WithDeclined">Whether the words of comments that readers never saw are part of it.</param>
/// <param name="Now">UTC instant.</param>
/// <param name="Zone">In which days begin and end.</param>
public sealed record RecordScope(SubjectRef Scope, IReadOnlyList<SubjectRef> Posts, bool WithDeclined, DateTimeOffset Now, string Zone);

/// <summary>Something that was written or decided. Plain words; Markdown is taken out before.</summary>
/// <param name="Of">The thing, by which it can be struck as a whole. Not part of what is released.</param>
/// <param name="Chapter">Under which heading it stands, as in "Comments".</param>
/// <param name="Title">What it is, as in "Comment 12".</param>
/// <param name="Day">The local day; never an hour.</param>
public sealed record RecordItem(SubjectRef Of, string Chapter, string Title, DateOnly? Day)
{
    /// <summary>Who did it, in which part.</summary>
    public IReadOnlyList<RecordPerson> People { get; init; } = [];

    /// <summary>What it says, each part under its label; an empty label for the text itself.</summary>
    public IReadOnlyList<RecordWords> Words { get; init; } = [];
}

/// <summary>A person in an item.</summary>
/// <param name="Part">What they did, as in "Written by".</param>
/// <param name="Person">Who; nothing for somebody known by a label only, such as "Anonymous 3", which stays.</param>
/// <param name="Name">The name or label as it was signed; nothing where the directory is to say.</param>
/// <param name="Title">The post held.</param>
/// <param name="IsInOffice">Whether they signed it in office, for readers to see.</param>
public sealed record RecordPerson(string Part, StaffId? Person, string? Name, string? Title, bool IsInOffice = false);

/// <summary>A part of what an item says.</summary>
/// <param name="Label">What it is, as in "Reason".</param>
/// <param name="Text">Its plain words, paragraphs apart by an empty line.</param>
public sealed record RecordWords(string Label, string Text);
