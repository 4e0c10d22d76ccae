using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Notifications.Mail;

/// <summary>Keeps a mail for this node while it is tried, however long the server takes: renewed again and again, so that what a dead node had taken is free within a minute.</summary>
internal sealed class Hold(IServiceScopeFactory scopes, ILogger log, OutboxMessage message)
{
    /// <summary>How long a node that says nothing more keeps a mail.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(40);

    private long _renewed = Stopwatch.GetTimestamp();

    /// <summary>Renews it until it is over; ends the try when it is lost, because another node may send the mail by then.</summary>
    public async Task RenewAsync(CancellationTokenSource trying, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Length / 4, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!over.IsCancellationRequested && !await HoldsAsync())
            {
                await trying.CancelAsync();
                return;
            }
        }
    }

    // The database may be away for a moment: until the time is nearly over, that is no reason to hang up.
    private async Task<bool> HoldsAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(Length / 4);
            await using var scope = scopes.CreateAsyncScope();
            if (await Claim.RenewAsync(scope.ServiceProvider.GetRequiredService<HubDb>(), message.Id, message.HeldUntil, patience.Token) is not { } until)
            {
                return false;
            }

            message.IsHeld(until);
            _renewed = Stopwatch.GetTimestamp();
            return true;
        }
        catch (Exception e)
        {
            log.LogWarning("Mail {Id} could not be held on to: {Error}", message.Id, e.Message);
            return Stopwatch.GetElapsedTime(_renewed) < Length * 0.6;
        }
    }
}
