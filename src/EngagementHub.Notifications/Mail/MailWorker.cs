using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Notifications.Mail;

/// <summary>Sends what waits in the outbox. A failure stays in the outbox with its error and is tried again later.</summary>
internal sealed class MailWorker(IServiceScopeFactory scopes, Mailer mailer, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var now = clock.GetUtcNow();
        var due = await db.Outbox.Where(m => m.SentAt == null && m.NextTryAt <= now).OrderBy(m => m.NextTryAt).Take(50).ToListAsync(cancellation);
        foreach (var message in due)
        {
            await SendAsync(message, cancellation);

            // Saved one by one: a crash repeats one mail at most, under the same Message-ID.
            await db.SaveChangesAsync(cancellation);
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mailer.IsConfigured)
        {
            log.LogWarning("Mail waits in the outbox: neither Notifications:SmtpHost nor Notifications:MailFolder is set");
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database may be away for a while; the worker must outlive that.
                log.LogError(e, "The outbox could not be read; trying again in {Seconds} seconds", Pause.TotalSeconds);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        try
        {
            await mailer.SendAsync(message, cancellation);
            message.MarkSent(clock.GetUtcNow());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever stops one mail must not stop those behind it.
            message.MarkFailed(e.Message, clock.GetUtcNow());
            log.LogWarning("Mail {Id} was not sent (try {Try}): {Error}", message.Id, message.Tries, e.Message);
        }
    }
}
