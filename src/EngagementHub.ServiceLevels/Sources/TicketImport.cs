namespace EngagementHub.ServiceLevels.Sources;

/// <summary>What became of the rows of one file: every row read was accepted, rejected with a reason, or known before.</summary>
internal sealed class TicketImport
{
    private const int LongestName = 260;
    private static readonly DateTimeOffset EndOfStories = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TicketImport(string mapping, string source, string file) => (Mapping, Source, File) = (mapping, source, file);

    public long Id { get; private set; }

    public string Mapping { get; private set; }

    public string Source { get; private set; }

    public string File { get; private set; }

    public StaffId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public bool Live { get; private set; }

    /// <summary>No event can be much later than this. A recipe tells a story of its own time, of this century.</summary>
    public DateTimeOffset Latest { get; set; }

    /// <summary>What tells its file from others, for an import that can be broken off and gone on with; empty for others.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>When its last row was read; nothing while it is being read or after it was broken off.</summary>
    public bool IsFinished { get; private set; }

    public int Accepted { get; private set; }

    public int Rejected { get; private set; }

    public int Duplicates { get; private set; }

    public int Rows => Accepted + Rejected + Duplicates;

    public static TicketImport Of(TicketMapping mapping, string file, StaffId? by, DateTimeOffset at) =>
        new(mapping.Name, mapping.Source, Short(file)) { By = by, At = at, Live = mapping.Rules.Live, Latest = at };

    public static TicketImport OfRecipe(TicketMapping mapping, string file, DateTimeOffset at) =>
        new(mapping.Name, mapping.Source, Short(file)) { At = at, Live = mapping.Rules.Live, Latest = EndOfStories };

    public static TicketImport OfCommand(TicketMapping mapping, string file, string fingerprint, DateTimeOffset at) =>
        new(mapping.Name, mapping.Source, Short(file)) { At = at, Live = mapping.Rules.Live, Latest = at, Fingerprint = fingerprint };

    public void Finish() => IsFinished = true;

    public void Count(ImportReport report) => (Accepted, Rejected, Duplicates) = (report.Accepted, report.Rejected, report.Duplicates);

    private static string Short(string file) => file.Length > LongestName ? file[^LongestName..] : file;
}
