namespace EngagementHub.Core.Ports;

/// <summary>A stretch of conversation that is answered as a whole: all posts of a hosting period, or one post outside any period.</summary>
/// <param name="Subject">The period or post.</param>
/// <param name="Title">Its name for readers, as in "Head of HR, 18 to 27 April 2007".</param>
/// <param name="Url">The local path where it is shown.</param>
/// <param name="BlogSlug">The blog it belongs to.</param>
/// <param name="FirstDay">First local day.</param>
/// <param name="LastDay">Last local day; of a post, the day comments close or nothing.</param>
/// <param name="Host">Who holds the pen for it: the guest host or the blog's owner.</param>
/// <param name="Discussions">The posts whose comments are in scope.</param>
public sealed record ResponseScope(
    SubjectRef Subject,
    string Title,
    string Url,
    string BlogSlug,
    DateOnly FirstDay,
    DateOnly? LastDay,
    StaffId Host,
    IReadOnlyList<SubjectRef> Discussions)
{
    /// <summary>The blog's name for readers.</summary>
    public string BlogName { get; init; } = BlogSlug;

    /// <summary>Who owns the blog, and so whatever nobody else has any more.</summary>
    public StaffId Owner { get; init; } = Host;
}

/// <summary>What may be sorted into themes and answered, and by whom. Published by the module that owns blogs.</summary>
public interface IResponseScopes
{
    /// <summary>The scope of that period or post, or nothing.</summary>
    Task<ResponseScope?> FindAsync(SubjectRef subject, CancellationToken cancellation = default);

    /// <summary>The scope a post's comments are answered in: its period, else the post itself. Nothing when the post is unknown.</summary>
    Task<ResponseScope?> OfPostAsync(SubjectRef post, CancellationToken cancellation = default);

    /// <summary>All scopes with a published post, newest first.</summary>
    Task<IReadOnlyList<ResponseScope>> AllAsync(CancellationToken cancellation = default);

    /// <summary>Whether the person may sort comments into themes and publish digests for the scope at that instant (host while active or winding down, stand-in, blog owner).</summary>
    Task<bool> MaySortAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Whether the person may answer under their own name in the scope at that instant (those who may sort, and co-responders).</summary>
    Task<bool> MayAnswerAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Those a question of the scope can be given to at that instant: host, stand-in and co-responders while the period is active or winding down, and the blog's owner. Nobody when there is no such scope.</summary>
    Task<IReadOnlyList<StaffId>> RespondersAsync(SubjectRef scope, DateTimeOffset at, CancellationToken cancellation = default);
}

/// <summary>A digest composed from themes and answers, to be published as a post.</summary>
/// <param name="Scope">The period or post it answers.</param>
/// <param name="Kind"><c>digest</c> or <c>round-up</c>.</param>
/// <param name="Title">The post's title.</param>
/// <param name="Standfirst">One or two sentences under the title.</param>
/// <param name="Sections">The text, each part signed by its author.</param>
/// <param name="Comments">On what terms readers may comment on it; the blog's usual ones when nothing is said.</param>
public sealed record DigestPost(SubjectRef Scope, string Kind, string Title, string Standfirst, IReadOnlyList<DigestSection> Sections, DigestComments? Comments = null);

/// <summary>On what terms readers may comment on a digest.</summary>
/// <param name="PreModerated">Whether a moderator sees a comment before readers do.</param>
/// <param name="Anonymity">What becomes of the name of a writer who does not want to be shown: a level of the conversation, by its name.</param>
/// <param name="ClosesOn">The last local day for comments; nothing for no end.</param>
public sealed record DigestComments(bool PreModerated, string Anonymity, DateOnly? ClosesOn);

/// <summary>A signed part of a digest.</summary>
/// <param name="Author">Who signs it.</param>
/// <param name="Markdown">Its text.</param>
public sealed record DigestSection(StaffId Author, string Markdown);

/// <summary>Publishes digests as posts. Published by the module that owns blogs.</summary>
public interface IPublishDigest
{
    /// <summary>Adds the post, published at that instant, to the current unit of work and returns what it is and where it will be read. The caller saves.</summary>
    /// <exception cref="BrokenRuleException">The person may not publish there at that instant.</exception>
    Task<(SubjectRef Post, string Url)> PublishAsync(DigestPost digest, StaffId by, DateTimeOffset at, CancellationToken cancellation = default);
}
