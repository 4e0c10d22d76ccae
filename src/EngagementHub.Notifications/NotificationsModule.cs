using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Web;
using EngagementHub.Notifications.Daily;
using EngagementHub.Notifications.Mail;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Notifications;

/// <summary>Tells people what concerns them, in the hub and by mail.</summary>
public sealed class NotificationsModule : IModule
{
    internal const string SeeOutbox = "notifications.see-outbox";

    /// <inheritdoc/>
    public string Name => "Notifications";

    /// <inheritdoc/>
    public string Description => "Tells people what concerns them, in the hub and by mail";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
        [new(SeeOutbox, "See how much mail waits and why, without its words", StandardRoles.Administrator)];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Mail", "/notifications/outbox", 94, SeeOutbox)];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.Configure<MailSettings>(settings.GetSection("Notifications"));
        services.AddScoped<INotify, Notifier>().AddScoped<IHandle<WordsStruck>, StruckWords>();
        services.AddSingleton<Mailer>();
        services.AddSingleton<MailWorker>();
        services.AddScoped<IOutbox, Outbox>().AddScoped<IWriteLetters, DailyPaper>().AddJob<DailyLetters>();
        services.AddSingleton(new NoticeKind(NoticeKind.Work, "What you have to do", "Invitations to host, questions to answer, promises you keep, decisions that wait for you"));
        services.AddScoped<IGauge, WaitingMail>();
        if (settings.GetValue("Jobs:Run", true))
        {
            services.AddHostedService(s => s.GetRequiredService<MailWorker>());
        }

        services.AddPages(pages => pages.AuthorizePage("/Notifications/Outbox", SeeOutbox));
        services.AddSlot("account", 5, typeof(BellViewComponent));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(NotificationsModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => OwnHeader.Map(endpoints);
}
