using System.Text;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Text;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EngagementHub.ServiceLevels.Api;

/// <summary>The published figures as files for people: one row a month, as CSV and as a spreadsheet.</summary>
internal static class FigureFiles
{
    private static readonly string[] Columns =
    [
        "service", "level", "month", "state", "mark", "revision", "signed at", "value", "unit", "of", "enough to say", "in time", "done late", "open and late", "void", "verdict", "promise", "value now", "data as of", "stale", "sha-256 of the signed record",
    ];

    private static readonly string[] Notes =
    [
        "State: signed figures no longer change; provisional ones [p] can. [r] is revised: signed again with a reason.",
        "Tickets that are open and already late count as missed. What is void is left out and counted apart.",
        "Percentages are cut to one decimal and never rounded up. With fewer than 20 a percentage says nothing.",
        "Value now: beside a signed figure, what it would be from what is known now.",
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/service-levels/figures.csv", CsvAsync).RequireAuthorization(Policies.Read).FromReplica().ExcludeFromDescription();
        endpoints.MapGet("/service-levels/figures.ods", OdsAsync).RequireAuthorization(Policies.Read).FromReplica().ExcludeFromDescription();
    }

    private static async Task<IResult> CsvAsync(string? service, string? from, string? to, FigureReader figures, HttpContext http)
    {
        if (FiguresApi.FilterOf(service, from, to) is not { } filter)
        {
            return Results.BadRequest();
        }

        var text = new StringBuilder(CsvCell.Line(Columns));
        foreach (var figure in await figures.FiguresAsync(filter, http.RequestAborted))
        {
            text.Append(CsvCell.Line(Row(figure)));
        }

        return Tagged.Bytes(http, Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "service-levels.csv");
    }

    private static async Task<IResult> OdsAsync(string? service, string? from, string? to, FigureReader figures, HttpContext http)
    {
        if (FiguresApi.FilterOf(service, from, to) is not { } filter)
        {
            return Results.BadRequest();
        }

        IReadOnlyList<object?>[] rows = [Columns, .. (await figures.FiguresAsync(filter, http.RequestAborted)).Select(Row)];
        return Tagged.Bytes(http, Spreadsheet.Write([new Sheet("Figures", rows), new Sheet("Notes", [.. Notes.Select(note => (IReadOnlyList<object?>)[note])])]), Spreadsheet.MediaType, "service-levels.ods");
    }

    private static IReadOnlyList<object?> Row(ApiFigure figure) =>
    [
        figure.Service, figure.Level, figure.Month, figure.State, figure.Mark, figure.Revision, figure.SignedAt, figure.Value, figure.Unit, figure.N, figure.IsEnough ? "yes" : "no",
        figure.Met, figure.Missed, figure.OpenAndLate, figure.Void, figure.Verdict, figure.Promise, figure.ValueNow, figure.DataAsOf, figure.IsStale ? "yes" : "no", figure.Sha256,
    ];
}
