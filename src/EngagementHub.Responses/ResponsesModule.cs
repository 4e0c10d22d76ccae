using EngagementHub.Core.Hosting;
using EngagementHub.Core.Web;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Recipes;
using EngagementHub.Responses.Slots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses;

/// <summary>Themes, answers, digests and promises.</summary>
public sealed class ResponsesModule : IModule
{
    internal const string SettlePromises = "responses.promises";
    internal const string CommentKind = "conversation.comment";
    internal const string ThemeKind = "responses.theme";
    internal const string QuestionKind = "responses.question";
    internal const string AnswerKind = "responses.answer";
    internal const string PromiseKind = "responses.promise";

    /// <inheritdoc/>
    public string Name => "Responses";

    /// <inheritdoc/>
    public string Description => "Themes, answers, digests and promises";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity", "Notifications", "Conversation", "Blogging"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
        [new(SettlePromises, "Make promises, and mark those of others as kept, moved or dropped", StandardRoles.BlogOwner, StandardRoles.Administrator)];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Answers", "/answers", 30), new("Promises", "/promises", 40)];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddMemoryCache();
        services.AddScoped<ScopeDesk>().AddScoped<PeopleAndPlaces>().AddScoped<BoardShelf>().AddScoped<Sorter>().AddScoped<Responders>();
        services.AddScoped<DigestPress>().AddScoped<PromiseNotices>().AddScoped<AnswerNotices>().AddScoped<Ledger>().AddScoped<Pledging>().AddScoped<Pages.Promises.MakeModel.Surroundings>().AddScoped<CommentOutcomes>().AddScoped<ReaderThemes>().AddScoped<ReaderQuestions>().AddScoped<ThemesCards>();
        services.AddScoped<IDescribeSubject, ResponsesSubjects>().AddScoped<Quotation>().AddScoped<IPostEmbed>(s => s.GetRequiredService<Quotation>());
        services.AddScoped<IRecipeStep, ThemesRecipeStep>().AddScoped<IRecipeStep, QuestionsRecipeStep>()
            .AddScoped<IRecipeStep, DigestsRecipeStep>().AddScoped<IRecipeStep, PromisesRecipeStep>().AddScoped<RecipeNames>();
        services.AddSlot("home", 20, typeof(HomeThemesViewComponent)).AddSlot("home", 30, typeof(HomePromisesViewComponent))
            .AddSlot("home", 50, typeof(HomeAnswersViewComponent)).AddSlot("post", 20, typeof(PostThemesViewComponent))
            .AddSlot("period", 20, typeof(PeriodThemesViewComponent)).AddSlot("comment", 20, typeof(CommentOutcomeViewComponent));
        services.AddPages(pages => pages.ReadersMay("/Promises/Index", "/Promises/Read", "/Answers/Index", "/Responses/Themes/Read"));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ResponsesModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/promises.csv", LedgerFiles.CsvAsync).RequireAuthorization(Policies.Read);
        endpoints.MapGet("/promises.json", LedgerFiles.JsonAsync).RequireAuthorization(Policies.Read);
    }
}
