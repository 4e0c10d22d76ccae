using EngagementHub.Core.Web;
using EngagementHub.Notifications.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Notifications;

/// <summary>Tells people what concerns them, in the hub and by mail.</summary>
public sealed class NotificationsModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Notifications";

    /// <inheritdoc/>
    public string Description => "Tells people what concerns them, in the hub and by mail";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.Configure<MailSettings>(settings.GetSection("Notifications"));
        services.AddScoped<INotify, Notifier>().AddScoped<IHandle<WordsStruck>, StruckWords>();
        services.AddSingleton<Mailer>();
        services.AddSingleton<MailWorker>();
        services.AddHostedService(s => s.GetRequiredService<MailWorker>());
        services.AddSlot("account", 5, typeof(BellViewComponent));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(NotificationsModule).Assembly);
}
