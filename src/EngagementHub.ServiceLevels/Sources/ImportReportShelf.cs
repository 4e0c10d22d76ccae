using EngagementHub.ServiceLevels.Sources.Csv;
using Microsoft.Extensions.Caching.Memory;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Keeps the full report of an import for a day, for the page that shows it; the counts themselves are in the database.</summary>
internal sealed class ImportReportShelf(IMemoryCache cache)
{
    /// <param name="key">The import, or the upload of one that was refused.</param>
    /// <param name="read">What was read.</param>
    public TKey Keep<TKey>(TKey key, ReadFile read)
    {
        cache.Set((nameof(ReadFile), key), read, TimeSpan.FromDays(1));
        return key;
    }

    public ReadFile? Find<TKey>(TKey key) => cache.Get<ReadFile>((nameof(ReadFile), key));
}

/// <summary>A file that was read, what became of its rows, and under which key it may still be kept.</summary>
internal sealed record ReadFile(ImportReport Report, string Upload, FileForm Form);
