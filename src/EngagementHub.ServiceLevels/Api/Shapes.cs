using System.ComponentModel;

namespace EngagementHub.ServiceLevels.Api;

[Description("A service of the catalogue and the levels it promises.")]
internal sealed record ApiService(string Slug, string Name)
{
    public required string Summary { get; init; }

    public required string RunBy { get; init; }

    public required string HowToAsk { get; init; }

    public required string Hours { get; init; }

    [Description("The service's page.")]
    public required string Url { get; init; }

    public required IReadOnlyList<ApiLevel> Levels { get; init; }
}

[Description("A service level: what is measured, what is promised from which day on, and how it stands now.")]
internal sealed record ApiLevel(string Service, string Slug, string Name)
{
    [Description("within working days, within working hours, within elapsed hours, average working days, median working days, share correct, backlog older than, in time for a cut-off")]
    public required string Measure { get; init; }

    [Description("Which day of a ticket decides its month: due, received or completed.")]
    public required string Basis { get; init; }

    public required IReadOnlyList<ApiStep> Steps { get; init; }

    [Description("In words: Met, Missed, Too few to say, No figures yet, No data since a day, Cannot be worked out.")]
    public required string Standing { get; init; }

    [Description("The last that was heard from the source.")]
    public required DateTimeOffset? DataAsOf { get; init; }

    [Description("Whether the source has fallen silent, so that the figures are not to be trusted.")]
    public required bool IsStale { get; init; }

    [Description("Tickets open now; nothing for a share that people count.")]
    public required int? Open { get; init; }

    [Description("Open now and already late.")]
    public required int? OpenAndLate { get; init; }

    [Description("Working days since the oldest open ticket was received.")]
    public required int? OldestOpenWorkingDays { get; init; }
}

[Description("What is promised from a day on, until the next step.")]
internal sealed record ApiStep(DateOnly From, decimal Target, int? Within, string Promise)
{
    [Description("Whether somebody outside the service counter-signed how this step is counted.")]
    public required bool IsMethodCounterSigned { get; init; }
}

[Description("A month's figure, with everything it may not be shown without.")]
internal sealed record ApiFigure(string Service, string Level, string Month)
{
    [Description("signed or provisional.")]
    public required string State { get; init; }

    [Description("p for provisional, r for revised, empty for signed once.")]
    public required string Mark { get; init; }

    [Description("The revision that holds; 0 while nothing is signed.")]
    public required int Revision { get; init; }

    public required DateTimeOffset? SignedAt { get; init; }

    [Description("Cut to one decimal, never rounded up; exact from the counts.")]
    public required decimal? Value { get; init; }

    [Description("percent, working days, or tickets.")]
    public required string Unit { get; init; }

    [Description("Of how many.")]
    public required int N { get; init; }

    [Description("Whether these are enough to say something: 20, except for a backlog.")]
    public required bool IsEnough { get; init; }

    public required int Met { get; init; }

    public required int Missed { get; init; }

    [Description("Open and already late; counted as missed.")]
    public required int OpenAndLate { get; init; }

    [Description("Left out as void.")]
    public required int Void { get; init; }

    [Description("met, missed, too few to say, or not judged.")]
    public required string Verdict { get; init; }

    public required decimal Target { get; init; }

    public required int? Within { get; init; }

    [Description("What was promised in that month, in words.")]
    public required string Promise { get; init; }

    [Description("Beside a signed figure: what it would be now.")]
    public required decimal? ValueNow { get; init; }

    [Description("The last that was heard from the source; for a signed month, when it was signed.")]
    public required DateTimeOffset? DataAsOf { get; init; }

    public required bool IsStale { get; init; }

    [Description("SHA-256 of the signed record's text; empty while nothing is signed.")]
    public required string Sha256 { get; init; }
}

[Description("One revision of a signed month.")]
internal sealed record ApiRevision(int Revision, DateTimeOffset SignedAt, string Sentence, string Reason)
{
    public required decimal? Value { get; init; }

    public required string Unit { get; init; }

    public required int N { get; init; }

    public required int Met { get; init; }

    public required int Missed { get; init; }

    public required int OpenAndLate { get; init; }

    public required DateTimeOffset DataAsOf { get; init; }

    public required string Calendar { get; init; }

    public required int CalendarVersion { get; init; }

    public required string BankHolidays { get; init; }

    public required string Sha256 { get; init; }

    [Description("The record as text, whose SHA-256 this is.")]
    public required string Record { get; init; }
}
