using EngagementHub.ServiceLevels.Intake;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>How far a web service was read: everything up to a record's last change, and in the pages of this round the place to go on from.</summary>
/// <param name="Since">The last change seen.</param>
/// <param name="Id">The name of the record that was seen last at that time.</param>
internal sealed record RestCursor(DateTimeOffset Since, string Id)
{
    /// <summary>Where a round goes on that leads from link to link.</summary>
    public string? Link { get; init; }

    /// <summary>How many records are left out because they were seen: of the round, or of that same last change.</summary>
    public int Offset { get; init; }

    /// <summary>The record that must come first then; another one shows that records have moved meanwhile.</summary>
    public string Anchor { get; init; } = "";

    public static RestCursor From(DateTimeOffset since) => new(since, "");

    /// <summary>Begins the next round, a little before where the last one ended.</summary>
    public RestCursor NextRound(TimeSpan overlap) => new(Since - overlap, "");
}

/// <summary>What a page told: reports to take in, records that could not be understood, and where to go on.</summary>
internal sealed record RestPage(IReadOnlyList<TicketReport> Tickets, IReadOnlyList<RefusedRecord> Refused, RestCursor Next, bool IsLast);

/// <summary>A record that could not be understood.</summary>
internal sealed record RefusedRecord(string Record, string Field, string Reason, string Cure);

/// <summary>The service does not answer as it should now. It is asked again later; what was read stays.</summary>
internal sealed class ServiceTroubleException(string sentence, string cure, TimeSpan? after = null, bool beginAgain = false) : Exception(sentence)
{
    public string Cure { get; } = cure;

    /// <summary>The service asked to be left alone for so long.</summary>
    public TimeSpan? After { get; } = after;

    /// <summary>The place to go on from is no longer known there: the round begins again.</summary>
    public bool BeginAgain { get; } = beginAgain;
}
