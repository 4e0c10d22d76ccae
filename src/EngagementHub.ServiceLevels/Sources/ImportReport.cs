using EngagementHub.ServiceLevels.Intake;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>A row that was not taken: where it stands, what is wrong, and what would be right.</summary>
internal sealed record Rejection(long Line, string Column, string Reason, string Cure)
{
    /// <summary>A value that the mapping says nothing about.</summary>
    public string? Unmapped { get; init; }
}

/// <summary>The reconciliation of a file: rows read = accepted + rejected + duplicates.</summary>
internal sealed class ImportReport
{
    public const int MostListed = 200;
    private const int MostKept = 50_000;
    private readonly List<Rejection> _rejections = [];

    /// <summary>Of an import that was broken off: it goes on counting where that one stopped.</summary>
    public static ImportReport GoingOn(TicketImport import) => new() { Accepted = import.Accepted, Duplicates = import.Duplicates, Rejected = import.Rejected };

    /// <summary>As it was once counted.</summary>
    public static ImportReport Of(int accepted, int duplicates, int rejected, bool isRefused, IReadOnlyList<Rejection> rejections)
    {
        var report = new ImportReport { Accepted = accepted, Duplicates = duplicates, Rejected = rejected, IsRefused = isRefused };
        report._rejections.AddRange(rejections);
        return report;
    }

    public int Accepted { get; private set; }

    public int Duplicates { get; private set; }

    public int Rejected { get; private set; }

    public int Rows => Accepted + Rejected + Duplicates;

    /// <summary>Whether nothing was taken in, because of what was rejected.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The first rejections; all of them are counted.</summary>
    public IReadOnlyList<Rejection> Rejections => _rejections;

    /// <summary>Values that the mapping says nothing about, with how many rows have them, the most frequent first.</summary>
    public IReadOnlyList<(string Column, string Value, int Rows)> Unmapped =>
        [.. _rejections.Where(row => row.Unmapped is not null).CountBy(row => (row.Column, Value: row.Unmapped!)).OrderByDescending(value => value.Value).ThenBy(value => value.Key.Value, StringComparer.Ordinal).Take(MostListed).Select(value => (value.Key.Column, value.Key.Value, value.Value))];

    public string InWords => Words(Accepted, Rejected, Duplicates);

    public static string Words(int accepted, int rejected, int duplicates) =>
        $"{Say.Count(accepted + rejected + duplicates, "row")} read = {accepted.ToString("N0", Say.English)} accepted + {rejected.ToString("N0", Say.English)} rejected + {Say.Count(duplicates, "duplicate")}";

    public void Count(Taking taking)
    {
        switch (taking.Result)
        {
            case Took.Rejected:
                Reject(new Rejection(taking.Report.Line, taking.Column!, taking.Reason!, taking.Cure!));
                break;
            case Took.Duplicate:
                Duplicates++;
                break;
            default:
                Accepted++;
                break;
        }
    }

    public void Reject(Rejection rejection)
    {
        Rejected++;
        if (_rejections.Count < MostKept)
        {
            _rejections.Add(rejection);
        }
    }
}
