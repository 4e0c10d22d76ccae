using EngagementHub.Surveys.Results;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Surveys;

/// <summary>Pulse checks whose answers cannot be tied to anybody.</summary>
public sealed class SurveysModule : IModule
{
    internal const string Run = "surveys.run";
    internal const string Moderate = "surveys.moderate";
    internal const string SurveyKind = "surveys.survey";
    internal const string QuestionKind = "surveys.question";
    internal const string IndexKind = "surveys.index";

    /// <summary>The engagement index is one thing, whatever asks its items.</summary>
    internal static readonly SubjectRef EngagementIndex = new(IndexKind, StableId.From("surveys.index/engagement"));

    /// <inheritdoc/>
    public string Name => "Surveys";

    /// <inheritdoc/>
    public string Description => "Pulse checks whose answers cannot be tied to anybody";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity", "Notifications"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Run, "Prepare and open pulse checks, and say what was heard and what will be done", StandardRoles.BlogOwner, StandardRoles.Administrator),
        new(Moderate, "Decide whether answers in words that a rule has held are shown", StandardRoles.Moderator),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<Core.Keeping.IHoldPeople, SurveyHoldings>().AddScoped<IPulses, Pulses>().AddScoped<IDescribeSubject, SurveysSubjects>();
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(SurveysModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
