using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Web;
using EngagementHub.Core.Web.Shared;
using EngagementHub.ServiceLevels.Api;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;
using EngagementHub.ServiceLevels.Signing;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Outbound;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Sources.RequestTracker;
using EngagementHub.ServiceLevels.Sources.Rest;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.ServiceLevels;

/// <summary>Service levels: what services promise, measured from real tickets and shown in the open.</summary>
public sealed class ServiceLevelsModule : IModule
{
    internal const string Define = "servicelevels.define";
    internal const string Import = "servicelevels.import";
    internal const string KeepAll = "servicelevels.keep-all";
    internal const string Connect = "servicelevels.connect";
    internal const string SeeTickets = "servicelevels.tickets";
    internal const string CounterSign = "servicelevels.counter-sign";

    /// <inheritdoc/>
    public string Name => "ServiceLevels";

    /// <inheritdoc/>
    public string Description => "What services promise, measured from real tickets and shown in the open";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Define, "Describe one's own services and define their service levels", StandardRoles.ServiceOwner, StandardRoles.Administrator),
        new(Import, "Take in tickets of one's own services and say how their files are read", StandardRoles.ServiceOwner, StandardRoles.Administrator),
        new(Connect, "Connect ticket systems, and settle what they sent and could not be taken in", StandardRoles.Administrator),
        new(KeepAll, "Do so for every service, whoever owns it", StandardRoles.Administrator),
        new(SeeTickets, "See the tickets behind a figure", StandardRoles.ServiceOwner, StandardRoles.Administrator),
        new(CounterSign, "Counter-sign how other people's services are counted", StandardRoles.ServiceOwner, StandardRoles.Administrator),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Service levels", "/service-levels", 40)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["servicelevels.service"] = "A service",
        ["servicelevels.level"] = "A service level",
        ["servicelevels.mapping"] = "How a file of tickets is read",
        ["servicelevels.calendar"] = "A working calendar",
        ["servicelevels.cut-offs"] = "Cut-off days",
        ["servicelevels.source"] = "A ticket system",
        ["servicelevels.rest-source"] = "A ticket system",
        ["servicelevels.holidays"] = "A list of bank holidays",
        ["servicelevels.webhook"] = "A webhook",
        ["servicelevels.webhook-event"] = "A received event",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddMemoryCache();
        services.AddSingleton<CalendarShelf>().AddSingleton<ReportShelf>().AddSingleton<DriftShelf>().AddSingleton<TicketFolder>().AddSingleton<UploadShelf>().AddSingleton<ImportReportShelf>();
        services.AddScoped<HolidayShelf>().AddScoped<ChangeEffect>().AddScoped<IPrepareHub, FirstVersions>();
        FetchHolidays(services, settings.GetSection("ServiceLevels:BankHolidays"));
        services.AddScoped<Rights>().AddScoped<Scoreboard>().AddScoped<TicketIntake>().AddScoped<SourceFreshness>().AddScoped<Recount>().AddScoped<TicketRows>().AddScoped<MonthRows>().AddJob<Recounting>().AddScoped<TicketImporter>().AddScoped<IOfficeCalendar, OfficeCalendar>().AddScoped<IPostEmbed, ServiceLevelEmbed>().AddScoped<IDescribeSubject, ServiceLevelSubjects>().AddScoped<IFigures, FiguresPort>().AddScoped<IReadings, LevelReadings>();
        services.AddScoped<IRecipeStep, WorkingCalendarsRecipeStep>().AddScoped<IRecipeStep, CutOffsRecipeStep>().AddScoped<IRecipeStep, ServicesRecipeStep>();
        services.AddScoped<IRecipeStep, TicketMappingsRecipeStep>().AddScoped<IRecipeStep, TicketsRecipeStep>();
        services.AddFiguresApi();
        services.AddScoped<Published>().AddScoped<ServiceNews>().AddScoped<FigureReader>().AddScoped<MonthReader>().AddScoped<DriftReader>().AddScoped<IRecipeStep, SignedMonthsRecipeStep>().AddScoped<IHostCommand, VerifyMonthsCommand>();
        services.AddScoped<IHostCommand, ImportTicketsCommand>().AddScoped<IHostCommand, CalendarCheckCommand>().AddScoped<IHostCommand, RecountTicketsCommand>();
        services.AddDataProtection();
        services.AddSingleton(new Addresses(settings.GetSection("Sources:Allowed").Get<string[]>() ?? [])).AddSingleton<OutboundHttp>().AddSingleton<Secrets>().AddSingleton<Reach>().AddSingleton<ISourceReader, RequestTrackerReader>();
        foreach (var profile in RestProfile.All)
        {
            services.AddSingleton<ISourceReader>(_ => new RestReader(profile));
        }

        services.AddScoped<Poll>().AddJobs<Polling>().AddSingleton<LiveFigures>();
        services.AddSingleton<WebhookBox>().AddSingleton<WebhookDesk>();
        services.AddScoped<IHoldPeople, ServiceLevelHoldings>();
        services.AddSingleton(RetainedRecord.Fixed("servicelevels.signed", "Signed months, their rules and rows", "For good", "A signed month never changes, and what it was made of stays beside it."));
        services.AddSingleton(RetainedRecord.Fixed("servicelevels.tickets", "Tickets and their events", "For good", "Figures can be counted again from them. They hold no name of whoever asked."));
        services.AddSingleton(RetainedRecord.Of<WebhookEvent>(
            ("servicelevels.webhook-events", "Received events of ticket systems, as they came", "They can be looked up while somebody may ask what was sent; what they told stays with the ticket. Those that wait for somebody are never removed."),
            (180, 90), before => e => e.ReceivedAt < before && e.Standing != EventStanding.Dead && e.Standing != EventStanding.Waiting));
        if (settings.GetValue("Jobs:Run", true))
        {
            services.AddHostedService<WebhookWorker>();
        }

        services.AddSlot("home", 40, typeof(ServiceLevelsViewComponent));
        services.AddPages(pages => pages
            .ReadersMay("/ServiceLevels/Index", "/ServiceLevels/Service", "/ServiceLevels/Months/Month", "/ServiceLevels/Methods/Method")
            .Shared("/ServiceLevels/Index", "/ServiceLevels/Service")
            .ReadersMay("/ServiceLevels/Calendars/Index", "/ServiceLevels/Calendars/Read", "/ServiceLevels/Calendars/Version", "/ServiceLevels/Calendars/Holidays/Index")
            .AuthorizePage("/ServiceLevels/Calendars/Add", KeepAll).AuthorizePage("/ServiceLevels/Calendars/Change", KeepAll)
            .AuthorizePage("/ServiceLevels/Calendars/Holidays/Upload", KeepAll).AuthorizePage("/ServiceLevels/Calendars/Holidays/Decide", KeepAll)
            .AuthorizePage("/ServiceLevels/Calendars/Check", Define)
            .AuthorizeFolder("/ServiceLevels/Define", Define)
            .AuthorizePage("/ServiceLevels/Months/Sign", Define)
            .AuthorizeFolder("/ServiceLevels/Console", Define)
            .AuthorizeFolder("/ServiceLevels/Import", Import)
            .AuthorizeFolder("/ServiceLevels/TicketSystems", Connect)
            .AuthorizeFolder("/ServiceLevels/Webhooks", Connect)
            .AddPageRoute("/ServiceLevels/Webhooks/Edit", "service-levels/webhooks/{name}/edit")
            .AuthorizePage("/ServiceLevels/Tickets", SeeTickets));
    }

    // Off unless an address is set. Redirects are not followed: they could lead to any host.
    private static void FetchHolidays(IServiceCollection services, IConfigurationSection settings)
    {
        if ((settings.Get<BankHolidaySettings>() ?? new()).Trouble is { } trouble)
        {
            throw new SettingException("ServiceLevels:BankHolidays:Address", trouble);
        }

        services.Configure<BankHolidaySettings>(settings).AddJob<HolidayFetch>();
        services.AddHttpClient(HolidayFetch.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(30), HolidayFetch.MostBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(ServiceLevelsModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        WebhookAddress.Map(endpoints);
        RecordFiles.Map(endpoints);
        FigureFiles.Map(endpoints);
        CalendarFiles.Map(endpoints);
        FiguresApi.Map(endpoints);
        OldAddresses.Map(endpoints);
        endpoints.MapGet("/service-levels/live", LiveFigures.Stream).RequireAuthorization(Policies.Read);
    }
}
