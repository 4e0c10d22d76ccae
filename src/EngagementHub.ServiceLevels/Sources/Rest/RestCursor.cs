using System.Text.Json;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>How far a web service was read: everything up to a record's last change, and in the pages of this round the place to go on from.</summary>
/// <param name="Since">The last change from which on records are asked for.</param>
/// <param name="Id">The name of the record that was seen last at that time.</param>
internal sealed record RestCursor(DateTimeOffset Since, string Id)
{
    private static readonly DateTimeOffset Beginning = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where this round began.</summary>
    public DateTimeOffset From { get; init; } = Since;

    /// <summary>The latest change seen: the next round begins a little before it.</summary>
    public DateTimeOffset Seen { get; init; } = Since;

    /// <summary>The latest change that the round before saw.</summary>
    public DateTimeOffset Before { get; init; } = Since;

    /// <summary>Where a round goes on that leads from link to link.</summary>
    public string? Link { get; init; }

    /// <summary>How many records are left out because they were seen: of the round, or of that same last change.</summary>
    public int Offset { get; init; }

    /// <summary>The record that must come first then; another one shows that records have moved meanwhile.</summary>
    public string Anchor { get; init; } = "";

    public static RestCursor Begin(DateTimeOffset? since) => new(since > Beginning ? since.Value : Beginning, "");

    public static RestCursor Parse(string text) => (text.Length == 0 ? null : JsonSerializer.Deserialize<RestCursor>(text)) is not { } read || read.Since < Beginning ? Begin(null) : read;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Begins the next round, a little before the latest change that is certain to have been read with all before it.</summary>
    /// <remarks>
    /// In order of time that is the last one. Where pages are counted, what changes behind the reader's back is later than what the round before saw. Where they lead on by link nobody can tell
    /// whether records moved from one page to another meanwhile, unless nothing changed at all.
    /// </remarks>
    public RestCursor NextRound(Paging paging, TimeSpan overlap)
    {
        var certain = paging == Paging.Keyset ? Seen : paging == Paging.Offset || Seen == Before ? Before : From;
        var from = certain - overlap > From ? certain - overlap : From;
        return new(from, "") { From = from, Seen = Seen, Before = Seen };
    }

    /// <summary>Goes on where nothing can have been left out: by time only where records come in its order, else at the round's beginning.</summary>
    public RestCursor Again(Paging paging, TimeSpan overlap)
    {
        var since = paging == Paging.Keyset && Since - overlap > From ? Since - overlap : From;
        return new(since, "") { From = From, Seen = Seen, Before = Before };
    }
}
