using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Web;
using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Audience;
using EngagementHub.Surveys.Recipes;
using EngagementHub.Surveys.Reminders;
using EngagementHub.Surveys.Results;
using EngagementHub.Surveys.Slots;
using Microsoft.AspNetCore.Builder;
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
    internal const string AskedNews = "surveys.asked";
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
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Pulse checks", "/surveys", 50)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["surveys.survey"] = "A pulse check",
        ["surveys.question"] = "A question of a pulse check",
        ["surveys.index"] = "An index of pulse checks",
        ["surveys.reminder"] = "A reminder of a pulse check",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<Core.Keeping.IHoldPeople, SurveyHoldings>();
        services.AddSingleton(Core.Keeping.RetainedRecord.Fixed("surveys.results", "Results of pulse checks, and what was answered to them", "For good", "They are the published record. Nobody's own answers are stored: each is added to the sums of its groups and is gone."));
        services.AddSingleton<BallotBox>().AddSingleton<KeptSurveys>().AddScoped<Answering>().AddScoped<SurveyDesk>().AddScoped<Guests>().AddScoped<SurveyLoad>().AddScoped<Closing>();
        services.AddScoped<IPulses, Pulses>().AddScoped<IDescribeSubject, SurveysSubjects>().AddScoped<IWriteLetters, ReminderLetters>().AddScoped<Core.Search.ISearchSource, SurveySearch>();
        services.AddJob<Closing>().AddJob<Mixing>().AddJob<Reminding>();
        services.AddScoped<IRecipeStep, SurveyQuestionsRecipeStep>().AddScoped<IRecipeStep, SurveysRecipeStep>();
        services.AddSingleton(new NoticeKind(AskedNews, "Pulse checks", "A pulse check asks you something"));
        services.AddSlot("home", 12, typeof(AskedViewComponent));
        services.AddLimit("Pulse", permits: 20, seconds: 60, path => path.StartsWithSegments("/surveys", StringComparison.OrdinalIgnoreCase) && path.Value!.EndsWith("/answer", StringComparison.OrdinalIgnoreCase));
        services.AddPages(pages =>
        {
            pages.ReadersMay("/Surveys/Index", "/Surveys/Read", "/Surveys/Results", "/Surveys/Trend", "/Surveys/Answered").Unwatched("/Surveys")
                .AuthorizePage("/Surveys/Answer", Policies.Staff).ShortWay("/Surveys/Answer", Answering.TryAsync).AuthorizePage("/Surveys/Texts", Moderate);
            foreach (var page in (string[])["Draft", "Audience", "Open", "TakeBack", "Respond", "Load", "Questions", "Question"])
            {
                pages.AuthorizePage($"/Surveys/{page}", Run);
            }
        });
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(SurveysModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/surveys/feed", ["GET", "HEAD"], ResultsFeed.AnswerAsync).RequireAuthorization(Policies.Read);
        endpoints.MapGet("/surveys/{id:guid}/results.csv", ResultFiles.CsvAsync).RequireAuthorization(Policies.Read);
        endpoints.MapGet("/surveys/{id:guid}/results.json", ResultFiles.JsonAsync).RequireAuthorization(Policies.Read);
    }
}
