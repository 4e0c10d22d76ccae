using System.Globalization;
using System.Text;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>The record of a signed month for whoever reads the hub, and its rows for those who may see tickets: byte by byte what was hashed.</summary>
internal static class RecordFiles
{
    private const string Months = "/service-levels/{slug}/{level}/months/{month}/r{revision:int}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{Months}.txt", RecordAsync).RequireAuthorization(Policies.Read).FromReplica().ExcludeFromDescription();
        endpoints.MapGet($"{Months}.tsv", RowsAsync).RequireAuthorization(ServiceLevelsModule.SeeTickets).ExcludeFromDescription();
    }

    private static async Task<IResult> RecordAsync([AsParameters] Asked asked, HubDb db, CancellationToken cancellation) =>
        await FindAsync(asked, db, cancellation) is { } signed ? Text(MonthRecord.TextOf(signed), "text/plain; charset=utf-8") : Results.NotFound();

    private static async Task<IResult> RowsAsync([AsParameters] Asked asked, HubDb db, DriftReader rows, CancellationToken cancellation) =>
        await FindAsync(asked, db, cancellation) is { } signed ? Text(MonthRecord.TextOf(await rows.RowsAsync(signed, cancellation)), "text/tab-separated-values; charset=utf-8") : Results.NotFound();

    private static IResult Text(string text, string type) => Results.Bytes(Encoding.UTF8.GetBytes(text), type);

    private static async Task<SignedMonth?> FindAsync(Asked asked, HubDb db, CancellationToken cancellation)
    {
        var of = $"{asked.Slug}/{asked.Level}";
        return DateOnly.TryParseExact($"{asked.Month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? await db.SignedMonths.AsNoTracking().FirstOrDefaultAsync(signed => signed.Of == of && signed.Month == month && signed.Revision == asked.Revision, cancellation)
            : null;
    }

    /// <summary>Which revision is asked for.</summary>
    internal sealed record Asked(string Slug, string Level, string Month, int Revision);
}
