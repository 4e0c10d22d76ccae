namespace EngagementHub.Conversation;

/// <summary>The module's front door: opens discussions under other modules' things and tells what was said there.</summary>
public interface IConversation
{
    /// <summary>Opens a discussion on the thing, or brings the terms of the one that is there up to date, in the current unit of work. The caller saves.</summary>
    /// <exception cref="BrokenRuleException">The terms would loosen the anonymity under which people have already written.</exception>
    Task OpenAsync(SubjectRef on, DiscussionTerms terms, CancellationToken cancellation = default);

    /// <summary>How many comments readers see and how many wait for a moderator. Things without a discussion are missing.</summary>
    Task<IReadOnlyDictionary<SubjectRef, CommentCounts>> CountsAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default);

    /// <summary>Everything that was received on those things, in the order in which it was numbered, whatever became of it. Holds nothing that tells who wrote an anonymous comment.</summary>
    Task<IReadOnlyList<ReceivedComment>> ReceivedAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default);

    /// <summary>The same without the words, for those who count and list: what was written is most of what there is to read.</summary>
    Task<IReadOnlyList<ReceivedComment>> OutlineAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default);

    /// <summary>Those of the comments that are there, in the order in which they were numbered.</summary>
    Task<IReadOnlyList<ReceivedComment>> FindAllAsync(IEnumerable<Guid> comments, CancellationToken cancellation = default);

    /// <summary>The comment, or nothing.</summary>
    Task<ReceivedComment?> FindAsync(Guid comment, CancellationToken cancellation = default);

    /// <summary>The comment without a name that a receipt code belongs to, or nothing. The code is not kept.</summary>
    /// <exception cref="BrokenRuleException">Too many wrong codes were tried in the last minute, by whomever.</exception>
    Task<ReceivedComment?> FindByReceiptAsync(string? code, CancellationToken cancellation = default);
}

/// <summary>The terms of a discussion, stated to readers before they type.</summary>
/// <param name="Title">What is discussed.</param>
/// <param name="Url">The local path where it is shown.</param>
/// <param name="PreModerated">Whether a moderator sees a comment before readers do.</param>
/// <param name="Anonymity">What becomes of the name of a writer who does not want to be shown.</param>
/// <param name="OpensOn">The first local day on which people may write.</param>
/// <param name="ClosesOn">The last local day on which people may write; nothing for no end.</param>
/// <param name="Zone">The IANA zone of those days.</param>
public sealed record DiscussionTerms(
    string Title,
    string Url,
    bool PreModerated,
    Anonymity Anonymity,
    DateOnly OpensOn,
    DateOnly? ClosesOn,
    string Zone)
{
    /// <summary>The blog it belongs to, by the last part of its address; nothing when it belongs to none.</summary>
    public string? Blog { get; init; }
}

/// <summary>What becomes of the name of a writer who does not want to be shown. Each level promises more than the one before it: a discussion may go up, never down, once somebody has written.</summary>
public enum Anonymity
{
    /// <summary>Every comment carries its writer's name.</summary>
    Named,

    /// <summary>The name is stored encrypted; two people together can open it, on stated grounds.</summary>
    NameWithheld,

    /// <summary>No name is stored. A key of the discussion keeps one person's comments together and is destroyed on a stated day.</summary>
    KeptTogether,

    /// <summary>No name is stored, and nothing that ties one comment to another.</summary>
    NotRecorded,
}

/// <summary>How many comments there are.</summary>
/// <param name="Published">Those readers see.</param>
/// <param name="Waiting">Those that wait for a moderator.</param>
public sealed record CommentCounts(int Published, int Waiting);

/// <summary>A comment as other modules may know it.</summary>
/// <param name="Id">The comment.</param>
/// <param name="On">The thing it was written on.</param>
/// <param name="Number">Its number there, as in #12.</param>
/// <param name="AuthorLabel">The name and title of the author, or "Anonymous", "Anonymous 3", "Name withheld".</param>
/// <param name="Author">The author, only of a comment written by name.</param>
/// <param name="Html">What readers see; empty when they see nothing.</param>
/// <param name="Text">The same in plain words.</param>
/// <param name="Standing">What became of it.</param>
/// <param name="Day">The local day on which it was written.</param>
/// <param name="Url">Its permanent local path.</param>
/// <param name="DeclinedUnder">The clause under which it was declined, as in "3 Personal cases".</param>
public sealed record ReceivedComment(
    Guid Id,
    SubjectRef On,
    int Number,
    string AuthorLabel,
    StaffId? Author,
    string Html,
    string Text,
    CommentStanding Standing,
    DateOnly Day,
    string Url,
    string? DeclinedUnder)
{
    /// <summary>The number one person carries in a discussion that keeps a person's comments together.</summary>
    public int? Voice { get; init; }

    /// <summary>How a list names it that holds comments of several posts: each post counts from 1 and many writers are anonymous, so the day stands with it.</summary>
    public string Name => $"#{Number}, {AuthorLabel}, {Core.Time.Say.ShortDay(Day)}";
}

/// <summary>A comment shown to its writer, who may be told more of what became of it than other readers: the argument of the slot <c>own-comment</c>.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Code">The receipt code its writer typed; nothing for one written by name. It goes into forms only, never into an address.</param>
public sealed record OwnComment(Guid Comment, string? Code = null)
{
    /// <summary>The comment in words, where several are told of on one page, so that no two headings and links say the same.</summary>
    public string? About { get; init; }

    /// <summary>All comments that are shown to the writer on the page, so that what is told of each can be read for all at once.</summary>
    public IReadOnlyCollection<Guid> Among { get; init; } = [Comment];
}

/// <summary>What became of a comment.</summary>
public enum CommentStanding
{
    /// <summary>It waits for a moderator.</summary>
    Waiting,

    /// <summary>Readers see it.</summary>
    Published,

    /// <summary>A moderator declined it under a clause of the code of conduct.</summary>
    Declined,

    /// <summary>A moderator has set it aside for a second look.</summary>
    Held,

    /// <summary>Its author took it back.</summary>
    Withdrawn,
}
