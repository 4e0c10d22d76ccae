using System.ComponentModel;
using System.Globalization;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.ServiceLevels.Api;

/// <summary>What the hub publishes about service levels, as JSON under stable names; described at /api/v1/openapi.json. Holds nothing about a person or a single ticket.</summary>
internal static class FiguresApi
{
    private const string Root = "/api/v1";
    private const string BadMonth = "Write a month as 2007-04";

    public static void AddFiguresApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = described => described.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "EngagementHub service levels";
            document.Info.Description = "Services, what they promise, and the figures month by month: signed ones that no longer change, provisional ones that can. Every answer carries an ETag.";
            return Task.CompletedTask;
        });
    });

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi($"{Root}/openapi.json").RequireAuthorization(Policies.Read);
        var api = endpoints.MapGroup(Root).RequireAuthorization(Policies.Read).FromReplica().WithTags("Service levels");
        api.MapGet("/services", ServicesAsync).WithName("services").WithSummary("Every service of the catalogue with its levels").Produces<IReadOnlyList<ApiService>>();
        api.MapGet("/services/{service}", ServiceAsync).WithName("service").WithSummary("One service").Produces<ApiService>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/levels", LevelsAsync).WithName("levels").WithSummary("Every service level: steps, how it stands, backlog and freshness").Produces<IReadOnlyList<ApiLevel>>();
        api.MapGet("/figures", FiguresAsync).WithName("figures").WithSummary("Figures by month, signed and provisional").Produces<IReadOnlyList<ApiFigure>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/services/{service}/levels/{level}/months/{month}/revisions", RevisionsAsync).WithName("revisions").WithSummary("Every signed revision of a month")
            .Produces<IReadOnlyList<ApiRevision>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ServicesAsync(FigureReader figures, HttpContext http) => Tagged.Json(http, await figures.ServicesAsync(null, http.RequestAborted));

    private static async Task<IResult> ServiceAsync([Description("The service's short name.")] string service, FigureReader figures, HttpContext http) =>
        await figures.ServicesAsync(service, http.RequestAborted) is [var found] ? Tagged.Json(http, found) : Missing($"There is no service '{service}'");

    private static async Task<IResult> LevelsAsync([Description("Only this service's.")] string? service, FigureReader figures, HttpContext http) =>
        Tagged.Json(http, await figures.LevelsAsync(new FigureFilter(service, null, null), http.RequestAborted));

    private static async Task<IResult> FiguresAsync([Description("Only this service's.")] string? service, [Description("The first month, as in 2007-01.")] string? from, [Description("The last month, as in 2007-12.")] string? to, FigureReader figures, HttpContext http) =>
        FilterOf(service, from, to) is { } filter ? Tagged.Json(http, await figures.FiguresAsync(filter, http.RequestAborted)) : Results.Problem(BadMonth, statusCode: StatusCodes.Status400BadRequest);

    private static async Task<IResult> RevisionsAsync(string service, string level, [Description("As in 2007-04.")] string month, FigureReader figures, HttpContext http) =>
        MonthOf(month) is { } day && await figures.RevisionsAsync(service, level, day, http.RequestAborted) is { Count: > 0 } revisions ? Tagged.Json(http, revisions) : Missing("Nothing is signed of such a month");

    public static FigureFilter? FilterOf(string? service, string? from, string? to)
    {
        var (first, last) = (MonthOf(from), MonthOf(to));
        return (first is null && !string.IsNullOrEmpty(from)) || (last is null && !string.IsNullOrEmpty(to)) ? null : new FigureFilter(string.IsNullOrEmpty(service) ? null : service, first, last);
    }

    private static IResult Missing(string sentence) => Results.Problem(sentence, statusCode: StatusCodes.Status404NotFound);

    private static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
