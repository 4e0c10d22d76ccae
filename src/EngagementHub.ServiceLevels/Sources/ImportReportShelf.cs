using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Keeps the full report of an import for a day and for every node, for the page that shows it; the counts themselves are in the database.</summary>
internal sealed class ImportReportShelf(TicketFolder folder, TimeProvider clock)
{
    private const string Ending = ".report";
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <param name="key">The import, or the upload of one that was refused.</param>
    /// <param name="read">What was read.</param>
    public TKey Keep<TKey>(TKey key, ReadFile read)
        where TKey : notnull
    {
        Tidy();
        folder.Write(key + Ending, Kept.Of(read, clock.GetUtcNow()));
        return key;
    }

    public ReadFile? Find<TKey>(TKey key)
        where TKey : notnull => folder.Read<Kept>(key + Ending) is { } kept && !IsOver(kept) ? kept.Read() : null;

    private bool IsOver(Kept kept) => clock.GetUtcNow() - kept.At > Patience;

    private void Tidy()
    {
        foreach (var name in folder.Names(Ending).Where(name => folder.Read<Kept>(name) is { } kept && IsOver(kept)))
        {
            folder.Delete(name);
        }
    }

    private sealed record Kept(DateTimeOffset At, string Upload, string Encoding, char Delimiter, bool SaysDelimiter, IReadOnlyList<string> Heading, int Accepted, int Duplicates, int Rejected, bool IsRefused, IReadOnlyList<Rejection> Rejections)
    {
        public static Kept Of(ReadFile read, DateTimeOffset at) => new(at, read.Upload, read.Form.Encoding.Name, read.Form.Delimiter, read.Form.SaysDelimiter, read.Form.Heading,
            read.Report.Accepted, read.Report.Duplicates, read.Report.Rejected, read.Report.IsRefused, read.Report.Rejections);

        public ReadFile Read() => new(ImportReport.Of(Accepted, Duplicates, Rejected, IsRefused, Rejections), Upload, new FileForm(FileEncoding.Of(Encoding), Delimiter, SaysDelimiter, Heading));
    }
}

/// <summary>A file that was read, what became of its rows, and under which key it may still be kept.</summary>
internal sealed record ReadFile(ImportReport Report, string Upload, FileForm Form);
