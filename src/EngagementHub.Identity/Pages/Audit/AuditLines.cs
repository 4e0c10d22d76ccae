using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Identity.Pages.Audit;

/// <summary>A line of the trail as a reader sees it. Of what nobody is named for, the day is shown and not the hour: it might be matched with what a person did then.</summary>
internal sealed record AuditShown(AuditEntry Entry, AuditWords Words, string Zone)
{
    public string Who => Entry.By is { } by ? Words.NameOf(by.Value) ?? "Somebody unknown" : "Nobody named";

    /// <summary>The thing as its module speaks of it, while it is there.</summary>
    public SubjectCard? Thing => Words.CardOf(Entry.On);

    public string Kind => Words.KindOf(Entry.On);

    public string? Why => Words.In(Entry.Why);

    public string When => Entry.By is null ? Say.ShortDay(Entry.At.DayIn(Zone)) : $"{Say.ShortDay(Entry.At.DayIn(Zone))}, {Say.Time(Entry.At, Zone)}";

    public string Instant => Entry.By is null ? Entry.At.DayIn(Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>"blogging.post.published" as "Post published".</summary>
    public string What
    {
        get
        {
            var words = string.Join(' ', Entry.What.Split('.').Skip(1)).Replace('-', ' ');
            return words.Length == 0 ? Entry.What : char.ToUpperInvariant(words[0]) + words[1..];
        }
    }
}

/// <summary>The trail as data that can leave: written as it is read, however long it is.</summary>
internal static class AuditFile
{
    // A file is read by programmes: what HTML would need escaped stays as it is.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task CsvAsync(HttpResponse response, IAsyncEnumerable<AuditShown> lines, CancellationToken cancellation) => WriteAsync(
        response, "csv", "text/csv; charset=utf-8", lines, "entry,when,who,what,on,why,place,seal\r\n",
        l => CsvCell.Line(l.Entry.Id, l.Instant, l.Entry.By is null ? "" : l.Who, l.Entry.What, l.Entry.On.ToString(), l.Entry.Why, l.Entry.Place, l.Entry.Seal), cancellation);

    public static Task JsonAsync(HttpResponse response, IAsyncEnumerable<AuditShown> lines, CancellationToken cancellation) => WriteAsync(
        response, "jsonl", "application/jsonl; charset=utf-8", lines, "",
        l => JsonSerializer.Serialize(new { entry = l.Entry.Id, when = l.Instant, who = l.Entry.By is null ? null : l.Who, whoId = l.Entry.By?.ToString(), what = l.Entry.What, on = l.Entry.On.ToString(), why = l.Entry.Why, place = l.Entry.Place, seal = l.Entry.Seal }, Plain) + "\n", cancellation);

    private static async Task WriteAsync(HttpResponse response, string kind, string type, IAsyncEnumerable<AuditShown> lines, string head, Func<AuditShown, string> row, CancellationToken cancellation)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=audit.{kind}";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(head, cancellation);
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            await response.WriteAsync(row(line), cancellation);
        }
    }
}
