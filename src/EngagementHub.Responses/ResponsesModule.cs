using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Web;
using EngagementHub.Core.Web.Shared;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Corrections;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Handover;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Recipes;
using EngagementHub.Responses.Reopening;
using EngagementHub.Responses.Slots;
using EngagementHub.Responses.Themes;
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
    internal const string AnswerNews = "responses.answers";
    internal const string PromiseNews = "responses.promises";
    internal const string CommentKind = "conversation.comment";
    internal const string ThemeKind = "responses.theme";
    internal const string QuestionKind = "responses.question";
    internal const string AnswerKind = "responses.answer";
    internal const string DigestKind = "responses.digest";
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
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["responses.theme"] = "A theme",
        ["responses.question"] = "A question",
        ["responses.answer"] = "An answer",
        ["responses.digest"] = "A digest",
        ["responses.promise"] = "A promise",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddMemoryCache();
        services.AddScoped<ScopeDesk>().AddScoped<PeopleAndPlaces>().AddScoped<BoardShelf>().AddScoped<BoardList>().AddScoped<Sorter>().AddScoped<Responders>().AddScoped<Mover>().AddScoped<Meanwhile>().AddScoped<Readings>().AddScoped<Pages.Responses.BoardModel.Surroundings>().AddScoped<AnswerPress>().AddScoped<CorrectionLines>().AddScoped<SmallThemes>().AddScoped<ThemeOrigins>();
        services.AddScoped<DigestPress>().AddScoped<PromiseNotices>().AddScoped<AnswerNotices>().AddScoped<Ledger>().AddScoped<Pledging>().AddScoped<Pages.Promises.MakeModel.Surroundings>().AddScoped<Pages.Promises.ReadModel.Beside>().AddScoped<Askers>().AddScoped<Becomings>().AddScoped<Becomings.Readers>().AddScoped<ReaderQuestions.Notes>().AddScoped<ReaderThemes>().AddScoped<ReaderQuestions>().AddScoped<ThemesCards>();
        services.AddScoped<IHoldPeople, ResponseHoldings>().AddScoped<ITellRecord, ResponseRecord>().AddScoped<ICountWork, AnswerCount>();
        services.AddSingleton(RetainedRecord.Fixed("responses.record", "Themes, answers, digests and promises", "For good", "They are the published record."));
        services.AddSingleton(RetainedRecord.Of<QuestionNote>(
            ("responses.notes", "Notes between those who answer", "They help while a question is worked on."), (1095, 365), before => n => n.At < before));
        services.AddScoped<IHandoverItems, HandoverItems>().AddScoped<HandingLines>();
        services.AddScoped<IDescribeSubject, ResponsesSubjects>().AddScoped<Quotation>().AddScoped<IPostEmbed>(s => s.GetRequiredService<Quotation>());
        services.AddScoped<IRecipeStep, ThemesRecipeStep>().AddScoped<IRecipeStep, QuestionsRecipeStep>()
            .AddScoped<IRecipeStep, DigestsRecipeStep>().AddScoped<IRecipeStep, PromisesRecipeStep>().AddScoped<RecipeNames>();
        services.AddScoped<Core.Search.ISearchSource, AnswerSearch>().AddScoped<Core.Search.ISearchFilters, AnswerSearch>();
        services.AddSlot("home", 20, typeof(HomeThemesViewComponent)).AddSlot("home", 30, typeof(HomePromisesViewComponent))
            .AddSlot("home", 15, typeof(HomeAnswersViewComponent)).AddSlot("post", 20, typeof(PostThemesViewComponent))
            .AddSlot("period", 20, typeof(PeriodThemesViewComponent)).AddSlot("own-comment", 20, typeof(OwnCommentViewComponent))
            .AddSlot("thread", 5, typeof(ThemesOfViewComponent)).AddSlot("begin", 5, typeof(BeginThemeViewComponent));
        services.AddSingleton(ReopeningRule.Read(settings)).AddScoped<NotAnswered>().AddScoped<IHandle<CommentSorted>, SortedNotices>().AddScoped<Pages.Responses.Questions.NotAnsweredModel.Hearing>();
        services.AddLimit("NotAnswered", permits: 20, seconds: 60, path => path.Value?.EndsWith("/not-answered", StringComparison.OrdinalIgnoreCase) == true);
        services.AddJob<PromiseReminders>().AddJob<PromiseFigures>().AddJob<QuestionReminders>();
        services.AddSingleton(new NoticeKind(AnswerNews, "Answers to what you asked", "A question with your comment behind it is answered"));
        services.AddSingleton(new NoticeKind(PromiseNews, "Promises about what you asked", "Something is promised, kept, moved, dropped or late"));
        services.AddPages(pages => pages.ReadersMay("/Promises/Index", "/Promises/Read", "/Promises/By", "/Answers/Index", "/Responses/Index", "/Responses/Themes/Read", "/Responses/Questions/NotAnswered").Shared("/Promises/Index", "/Answers/Index"));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(ResponsesModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/promises/feed", ["GET", "HEAD"], LedgerFeed.AnswerAsync).RequireAuthorization(Policies.Read).FromReplica();
        endpoints.MapGet("/promises.csv", LedgerFiles.CsvAsync).RequireAuthorization(Policies.Read).FromReplica();
        endpoints.MapGet("/promises.json", LedgerFiles.JsonAsync).RequireAuthorization(Policies.Read).FromReplica();
    }
}
