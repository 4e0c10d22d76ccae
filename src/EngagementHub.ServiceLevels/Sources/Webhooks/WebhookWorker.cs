using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

/// <summary>Takes events in as they come, and looks every few seconds for what was left: by a node that died, or to be tried again.</summary>
internal sealed class WebhookWorker(WebhookBox box, WebhookDesk desk, ILogger<WebhookWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(pause, stoppingToken);
            try
            {
                pause = await desk.EmptyAsync(stoppingToken) ? ShortPause : Pause;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; the worker must outlive that.
                log.LogError(e, "Received webhook events could not be taken in; trying again in {Seconds} seconds", Pause.TotalSeconds);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task WaitAsync(TimeSpan atMost, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        over.CancelAfter(atMost);
        try
        {
            await box.News.ReadAsync(over.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing came: what is left is looked for.
        }
    }
}
