using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Mail;

/// <summary>Sends what waits in the outbox, on every node: each takes a mail before it sends it. A failure stays in the outbox with its error and is tried again later.</summary>
internal sealed class MailWorker(IServiceScopeFactory scopes, Mailer mailer, IOptions<MailSettings> settings, StopNotices stop, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly MailSettings _settings = settings.Value;

    /// <summary>Whether the last try met a server that takes nothing at all.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Sends what is due and not taken by another node.</summary>
    /// <returns>How many mails this node took.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var taken = 0;
        foreach (var id in await Claim.DueAsync(db, clock.GetUtcNow(), cancellation))
        {
            if (await Claim.TakeAsync(db, id, Hold.Length, cancellation) is { } message)
            {
                taken++;
                await SendHeldAsync(message, cancellation);

                // Kept one by one: a crash repeats one mail at most, under the same Message-ID.
                await Claim.GiveBackAsync(db, message);
            }

            if (IsDown)
            {
                break;
            }
        }

        return taken;
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
            if (!await SentSomeAsync(stoppingToken))
            {
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> SentSomeAsync(CancellationToken cancellation)
    {
        try
        {
            return await SendDueAsync(cancellation) > 0 && !IsDown;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The database may be away for a while; the worker must outlive that.
            log.LogError(e, "The outbox could not be read; trying again in {Seconds} seconds", Pause.TotalSeconds);
            return false;
        }
    }

    private async Task SendHeldAsync(OutboxMessage message, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var over = new CancellationTokenSource();
        limit.CancelAfter(TimeSpan.FromSeconds(_settings.TrySeconds));
        var renewing = new Hold(scopes, log, message).RenewAsync(limit, over.Token);
        try
        {
            await SendAsync(message, limit, cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationTokenSource limit, CancellationToken cancellation)
    {
        IsDown = false;
        try
        {
            await TrySendAsync(message, limit.Token);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested && IsDiscreet(message))
        {
            // An error beside one mail of many would tell that this person was to get it.
            message.MarkSent(clock.GetUtcNow());
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Whatever stops one mail must not stop those behind it; a server that is away stops them all, and costs none of them a try.
            IsDown = Refusals.IsOfServer(e, limit.IsCancellationRequested);
            await TakeNoAsync(message, limit.IsCancellationRequested ? "The mail server did not answer in time" : e.Message, Refusals.IsOfAddress(e));
            log.LogWarning("Mail {Id} was not sent (try {Try})", message.Id, message.Tries);
        }
    }

    private async Task TakeNoAsync(OutboxMessage message, string said, bool isOfAddress)
    {
        var now = clock.GetUtcNow();
        message.MarkFailed(said, now, TimeSpan.FromSeconds(_settings.RetrySeconds));
        if (isOfAddress && message.SentTo is { } address)
        {
            await using var scope = scopes.CreateAsyncScope();
            await Stopped.AddAsync(scope.ServiceProvider.GetRequiredService<HubDb>(), address, said, now);
        }
    }

    private async Task TrySendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (await LetterAsync(message, cancellation) is not { } letter)
        {
            if (IsDiscreet(message))
            {
                message.MarkSent(clock.GetUtcNow());
                return;
            }

            message.Cancel("There was no longer a reason to send it", clock.GetUtcNow());
            return;
        }

        message.IsFor(letter.To);
        if (await IsStoppedAsync(letter.To, cancellation))
        {
            // One that waited on for its address would tell that this person was to get it.
            if (IsDiscreet(message))
            {
                message.MarkSent(clock.GetUtcNow());
                return;
            }

            message.WaitForLift(clock.GetUtcNow());
            return;
        }

        await mailer.SendAsync(message.Id, letter, cancellation);
        message.MarkSent(clock.GetUtcNow());
    }

    private async Task<bool> IsStoppedAsync(string address, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Stopped.IsAsync(scope.ServiceProvider.GetRequiredService<HubDb>(), address, cancellation);
    }

    private bool IsDiscreet(OutboxMessage message)
    {
        if (message.Letter is not { } record)
        {
            return false;
        }

        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IWriteLetters>().Any(w => w.Knows(record.Kind) && w.IsDiscreet(record.Kind));
    }

    private async Task<Letter?> LetterAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (message.Letter is not { } record)
        {
            return new Letter(message.To, message.Subject, message.Text, NoticePaper.Html(message.Text, _settings.Site), message is { Person: { } person, Kind: { } kind } ? [.. stop.HeadersFor(person, kind)] : []);
        }

        await using var scope = scopes.CreateAsyncScope();
        var writer = scope.ServiceProvider.GetServices<IWriteLetters>().FirstOrDefault(w => w.Knows(record.Kind))
            ?? throw new InvalidOperationException($"No module that is switched on writes mail of the kind {record.Kind}");
        return await writer.WriteAsync(record, message.Secret ?? "", _settings.Site, clock.GetUtcNow(), cancellation);
    }
}
