namespace EngagementHub.Core.Search;

/// <summary>What can be found, by the names the page and the address use.</summary>
public static class SearchKinds
{
    /// <summary>A blog's post.</summary>
    public const string Post = "post";

    /// <summary>A comment.</summary>
    public const string Comment = "comment";

    /// <summary>An answer to a question that was asked in comments.</summary>
    public const string Answer = "answer";

    /// <summary>An action of a plan.</summary>
    public const string Action = "action";

    /// <summary>The published results of a pulse check.</summary>
    public const string Survey = "survey";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Post, Answer, Action, Survey, Comment];
}

/// <summary>What a module says of one of its things: how it can be found, or that it can not (any more).</summary>
/// <param name="Subject">The thing.</param>
/// <param name="Text">What readers may find; nothing when they see nothing of it.</param>
public sealed record Findable(SubjectRef Subject, SearchText? Text);

/// <summary>A thing as it can be found. Holds nothing a reader of its page would not see.</summary>
/// <param name="Kind">One of <see cref="SearchKinds"/>.</param>
/// <param name="Title">Its title; empty when it is called after the thing it belongs to.</param>
/// <param name="Text">Its words, without marks.</param>
/// <param name="Url">Its local path.</param>
/// <param name="Day">Its local day. Only the day is kept: an hour could tell when an anonymous comment was written.</param>
public sealed record SearchText(string Kind, string Title, string Text, string Url, DateOnly Day)
{
    /// <summary>What stands before the title of the thing it belongs to, as in "Comment #12".</summary>
    public string Label { get; init; } = "";

    /// <summary>Who speaks, as readers see it.</summary>
    public string By { get; init; } = "";

    /// <summary>Words it is also found by, which its excerpt does not show.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>The blog's slug; taken from the parent when nothing is said.</summary>
    public string? Blog { get; init; }

    /// <summary>Who was in charge; taken from the parent when nothing is said.</summary>
    public StaffId? Host { get; init; }

    /// <summary>What it stands under: it is found only while that is.</summary>
    public SubjectRef? Parent { get; init; }

    /// <summary>What brought it before readers: it is found only while that is.</summary>
    public SubjectRef? Via { get; init; }

    /// <summary>UTC instant from which readers see it; nothing for at once.</summary>
    public DateTimeOffset? VisibleFrom { get; init; }
}
