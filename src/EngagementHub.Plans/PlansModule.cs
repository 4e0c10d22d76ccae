using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Web;
using EngagementHub.Plans.Benefits;
using EngagementHub.Plans.Files;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Recipes;
using EngagementHub.Plans.Reminders;
using EngagementHub.Plans.Slots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Plans;

/// <summary>What leaders said they would change, whether it changed, and what was gained by it.</summary>
public sealed class PlansModule : IModule
{
    internal const string Write = "plans.write";
    internal const string Review = "plans.review";
    internal const string VerifyCash = "plans.verify-cash";
    internal const string PlanKind = "plans.plan";
    internal const string ActionKind = "plans.action";
    internal const string MeasureKind = "plans.measure";
    internal const string ProgrammeKind = "plans.programme";
    internal const string BenefitKind = "plans.benefit";

    /// <inheritdoc/>
    public string Name => "Plans";

    /// <inheritdoc/>
    public string Description => "What leaders said they would change, whether it changed, and what was gained by it";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity", "Notifications"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Write, "Draft, adopt and run plans and programmes", StandardRoles.BlogOwner, StandardRoles.Administrator),
        new(Review, "Give a reviewer's reading of actions and assess plans once a year, unless they are one's own", StandardRoles.ServiceOwner, StandardRoles.Administrator),
        new(VerifyCash, "Verify for finance what a benefit has released in cash", StandardRoles.Administrator),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Plans", "/plans", 45), new("Benefits", "/benefits", 46)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["plans.plan"] = "A plan",
        ["plans.action"] = "An action",
        ["plans.measure"] = "A measure",
        ["plans.programme"] = "A programme",
        ["plans.benefit"] = "A benefit",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(Deflators.Load(settings["Plans:Deflators"])).AddSingleton(WorkMinutes.Load(settings.GetSection("Plans:Minutes"))).AddScoped<CountedTime>();
        services.AddScoped<Core.Keeping.IHoldPeople, PlanHoldings>();
        services.AddSingleton(Core.Keeping.RetainedRecord.Fixed("plans.record", "Plans, actions, measures and benefits with every reading", "For good", "They are the published record."));
        services.AddSingleton<KeptParts>().AddScoped<PlansDesk>().AddScoped<PlanReader>().AddScoped<MeasureSources>().AddScoped<IReadings, PulseMeasures>().AddScoped<ProgrammeReader>().AddScoped<Links>();
        services.AddScoped<IDescribeSubject, PlanSubjects>().AddScoped<Core.Search.ISearchSource, PlanSearch>();
        services.AddScoped<IRecipeStep, PlansRecipeStep>().AddScoped<IRecipeStep, BenefitsRecipeStep>().AddScoped<RecipeNames>().AddScoped<ActionRecipe>().AddScoped<Pages.Choices>().AddScoped<Pages.Plans.Actions.AddModel.Surroundings>();
        services.AddJob<HearSources>().AddJob<RemindOwners>();
        services.AddSlot("home", 40, typeof(HomePlansViewComponent)).AddSlot("thread", 10, typeof(LedToViewComponent)).AddSlot("begin", 10, typeof(BeginActionViewComponent)).AddSlot("led", 10, typeof(ActionsOfViewComponent));
        services.AddPages(pages => pages
            .ReadersMay(
                "/Plans/Index", "/Plans/Read", "/Plans/Model", "/Plans/Report", "/Plans/Milestones/Read", "/Plans/Actions/Read", "/Plans/Measures/Read",
                "/Benefits/Index", "/Benefits/Read", "/Benefits/Benefit", "/Benefits/Report", "/Benefits/Deflators")
            .AuthorizePage("/Plans/Draft", Write)
            .AuthorizePage("/Plans/Assess", Review)
            .AuthorizePage("/Benefits/Begin", Write));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(PlansModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/plans/feed", ["GET", "HEAD"], PlansFeed.AnswerAsync).RequireAuthorization(Policies.Read).FromReplica();
        endpoints.MapGet("/plans.csv", PlanFiles.CsvAsync).RequireAuthorization(Policies.Read).FromReplica();
        endpoints.MapGet("/plans.json", PlanFiles.JsonAsync).RequireAuthorization(Policies.Read).FromReplica();
        endpoints.MapGet("/benefits.csv", BenefitFiles.CsvAsync).RequireAuthorization(Policies.Read).FromReplica();
        endpoints.MapGet("/benefits.json", BenefitFiles.JsonAsync).RequireAuthorization(Policies.Read).FromReplica();
    }
}
