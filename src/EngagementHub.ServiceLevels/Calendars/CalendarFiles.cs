using System.Globalization;
using System.Text;
using System.Text.Json;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Text;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A calendar as files for whoever counts with another program: all that a version says as JSON, and a year of it day by day as CSV.</summary>
internal static class CalendarFiles
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/service-levels/calendars/{calendar}.json", JsonAsync).RequireAuthorization(Policies.Read).FromReplica().ExcludeFromDescription();
        endpoints.MapGet("/service-levels/calendars/{calendar}/{year:int}.csv", CsvAsync).RequireAuthorization(Policies.Read).FromReplica().ExcludeFromDescription();
    }

    private static async Task<IResult> JsonAsync(string calendar, int? version, HubDb db, HttpContext http)
    {
        if (await FindAsync(calendar, version, db, http.RequestAborted) is not { } found)
        {
            return Results.NotFound();
        }

        var (stored, kept) = found;
        var text = kept.Text;
        var said = new
        {
            calendar = stored.Slug,
            stored.Name,
            version = kept.Number,
            since = kept.At.UtcDateTime,
            text.Zone,
            text.Division,
            text.PrivilegeDaysAreWorked,
            weeks = text.Weeks.Select(week => new { week.From, week.Hours }),
            text.Days,
            text.HolidayList,
            text.Holidays,
        };
        return Tagged.Bytes(http, JsonSerializer.SerializeToUtf8Bytes(said, Form), "application/json; charset=utf-8", $"{stored.Slug}-version-{kept.Number}.json");
    }

    private static async Task<IResult> CsvAsync(string calendar, int year, int? version, HubDb db, CalendarShelf shelf, HttpContext http)
    {
        if (year is < YearSheet.FirstYear or > YearSheet.LastYear || await FindAsync(calendar, version, db, http.RequestAborted) is not { } found)
        {
            return Results.NotFound();
        }

        var (stored, kept) = found;
        var working = await shelf.GetAsync(db, stored.Id, kept.Number, http.RequestAborted);
        var days = YearSheet.Of(year, working, kept.Text).Months.SelectMany(month => month.Weeks).SelectMany(week => week).OfType<SheetDay>();
        var lines = days.Select(day => CsvCell.Line([day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{day.Date.DayOfWeek}", working.IsWorkingDay(day.Date) ? "yes" : "no", string.Join(", ", working.HoursOn(day.Date)), day.Words]));
        return Tagged.Bytes(http, Encoding.UTF8.GetBytes(string.Concat(lines.Prepend(CsvCell.Line(["date", "day", "working day", "open", "what is special"])))), "text/csv; charset=utf-8", $"{stored.Slug}-{year}.csv");
    }

    private static async Task<(StoredCalendar Calendar, CalendarVersion Version)?> FindAsync(string slug, int? number, HubDb db, CancellationToken cancellation)
    {
        var calendar = await db.Calendars.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellation);
        var wanted = number ?? calendar?.Changes;
        var version = calendar is null ? null : await db.CalendarVersions.AsNoTracking().FirstOrDefaultAsync(known => known.CalendarId == calendar.Id && known.Number == wanted, cancellation);
        return version is null ? null : (calendar!, version);
    }
}
