using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Web;
using EngagementHub.Notifications.Daily;
using EngagementHub.Notifications.Inbox;
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
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Mail", "/notifications/outbox", 94, SeeOutbox, "/administration")];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["notifications.stopped-address"] = "A stopped address",
        ["notifications.daily-letter"] = "A daily letter",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        MailSettings.Read(settings);
        services.Configure<MailSettings>(settings.GetSection("Notifications")).AddSingleton<StopNotices>();
        services.AddScoped<INotify, Notifier>().AddScoped<IMailChoices, Notifier>().AddScoped<IHandle<WordsStruck>, StruckWords>();
        services.AddSingleton<Mailer>();
        services.AddSingleton<MailWorker>();
        services.AddScoped<IOutbox, Outbox>().AddScoped<IWriteLetters, DailyPaper>().AddJob<DailyLetters>();
        services.AddSingleton(new NoticeKind(NoticeKind.Work, "What you have to do", "Invitations to host, questions to answer, promises you keep, decisions that wait for you"));
        services.AddScoped<IGauge, WaitingMail>().AddSingleton<IHoldPeople, NoticeHoldings>();
        AddRetention(services);
        if (settings.GetValue("Jobs:Run", true))
        {
            services.AddHostedService(s => s.GetRequiredService<MailWorker>());
        }

        services.AddPages(pages => pages.AuthorizePage("/Notifications/Outbox", SeeOutbox).AuthorizePage("/Notifications/Stop", Policies.Open));
        services.AddSlot("account", 5, typeof(BellViewComponent));
    }

    private static void AddRetention(IServiceCollection services)
    {
        services.AddSingleton(RetainedRecord.Of<Notification>(
            ("notifications.notices", "Notices", "People look again at what they were told; after that a notice only tells who was told what."), (365, 60), before => n => n.At < before && !n.WaitsForLetter));
        services.AddSingleton(RetainedRecord.Of<DailyLetter>(
            ("notifications.daily-letters", "That somebody was sent a letter of the day", "It keeps the letter from being sent twice."), (90, 30), before => LettersBefore(before)));
        services.AddSingleton(RetainedRecord.Of<OutboxMessage>(
            ("notifications.outbox", "Mail that was sent or taken back", "It shows that mail left when somebody says that none came."), (90, 30), before => m => (m.SentAt != null && m.SentAt < before) || (m.SentAt == null && m.CancelledAt < before)));
    }

    private static System.Linq.Expressions.Expression<Func<DailyLetter, bool>> LettersBefore(DateTimeOffset before)
    {
        var day = DateOnly.FromDateTime(before.UtcDateTime);
        return letter => letter.Day < day;
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(NotificationsModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => OwnHeader.Map(endpoints);
}
