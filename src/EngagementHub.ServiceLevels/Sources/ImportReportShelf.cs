using Microsoft.Extensions.Caching.Memory;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Keeps the full report of an import for a day, for the page that shows it; the counts themselves are in the database.</summary>
internal sealed class ImportReportShelf(IMemoryCache cache)
{
    public long Keep(long import, ImportReport report)
    {
        cache.Set((nameof(ImportReport), import), report, TimeSpan.FromDays(1));
        return import;
    }

    public ImportReport? Find(long import) => cache.Get<ImportReport>((nameof(ImportReport), import));
}
