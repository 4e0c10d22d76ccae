using System.Globalization;
using System.Text;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.WorkingTime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Moderation.Transparency;

/// <summary>The figures of moderation as a file: a line for each month and figure.</summary>
internal static class TransparencyFile
{
    public const string Url = "/moderation/transparency.csv";

    public static async Task<IReadOnlyList<ModerationMonth>> MonthsAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var zone = services.GetRequiredService<IOptions<HubOptions>>().Value.Zone;
        var target = new Target(await services.GetRequiredService<IOfficeCalendar>().GetAsync(http.RequestAborted), zone);
        var today = services.GetRequiredService<TimeProvider>().GetUtcNow().DayIn(zone);
        return await ModerationMonth.LoadAsync(services.GetRequiredService<HubDb>(), target, zone, today, http.RequestAborted);
    }

    public static async Task<IResult> WriteAsync(HttpContext http)
    {
        var text = new StringBuilder("month,figure,value\r\n");
        foreach (var month in await MonthsAsync(http))
        {
            foreach (var (figure, value) in Lines(month))
            {
                text.Append(CultureInfo.InvariantCulture, $"{month.First:yyyy-MM},{CsvCell.Quote(figure)},{value}\r\n");
            }
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "moderation.csv");
    }

    private static IEnumerable<(string Figure, string Value)> Lines(ModerationMonth month)
    {
        yield return ("received", month.Received.ForFile);
        yield return ("published", month.Published.ForFile);
        yield return ("declined", month.Declined.ForFile);
        foreach (var (clause, count) in month.DeclinedUnder)
        {
            yield return ($"declined under {clause}", count.ForFile);
        }

        yield return ("words struck", month.Redacted.ForFile);
        yield return ("halted", month.Halted.ToString(CultureInfo.InvariantCulture));
        yield return ("flags", month.Flags.ForFile);
        yield return ("appeals decided", month.Appeals.ForFile);
        yield return ("appeals upheld", month.Upheld.ForFile);
        yield return ("appeals dismissed", month.Dismissed.ForFile);
        yield return ("median working hours to decide", month.Median?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");
        yield return ("percent decided in time", month.PercentInTime?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return ("names made known", month.Unsealed.ToString(CultureInfo.InvariantCulture));
    }
}
