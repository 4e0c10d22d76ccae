using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

/// <summary>Where signed events are handed in. Those that come at the same time share one commit; each is acknowledged only when it is durable, and once however often it is sent.</summary>
internal sealed class WebhookBox(IServiceScopeFactory scopes, Editions editions, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly SharedCommit<WebhookEvent, bool> _deliveries = new(scopes, StoreAsync);
    private readonly Kept<string, OpenHook?> _hooks = new(editions, typeof(Webhook));
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Tells the worker that something came.</summary>
    public ChannelReader<bool> News => _news.Reader;

    public string Encrypt(string secret) => Protector.Protect(secret);

    private IDataProtector Protector => protection.CreateProtector("EngagementHub.ServiceLevels.Webhooks");

    /// <summary>Keeps the event when its signature is good.</summary>
    /// <returns>Whether it was.</returns>
    public async Task<bool> ReceiveAsync(string name, SentHeaders headers, byte[] body, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await _hooks.GetAsync(name, () => FindAsync(name)) is not { } hook || hook.KeyOf(headers, body, now) is not { } key)
        {
            return false;
        }

        await _deliveries.ReceiveAsync(WebhookEvent.Received(hook.Id, key, body, now), cancellation);
        _news.Writer.TryWrite(true);
        return true;
    }

    private async Task<OpenHook?> FindAsync(string name)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hook = await scope.ServiceProvider.GetRequiredService<HubDb>().Webhooks.AsNoTracking().FirstOrDefaultAsync(known => known.Name == name);
        return hook is null ? null : new OpenHook(hook.Id, hook.Signing, [.. hook.Secrets.Select(secret => (secret, Signatures.KeyOf(hook.Signing, Protector.Unprotect(secret.Encrypted))))]);
    }

    // The index on the sender's key has the last word: of two nodes that store the same event one is refused, and has nothing left to do.
    private static async Task<IReadOnlyList<Func<bool>>> StoreAsync(HubDb db, IReadOnlyList<WebhookEvent> events)
    {
        List<string> keys = [.. events.Select(received => received.Key).Distinct()];
        var known = (await db.WebhookEvents.Where(received => keys.Contains(received.Key)).Select(received => new { received.WebhookId, received.Key }).ToListAsync())
            .Select(received => (received.WebhookId, received.Key)).ToHashSet();
        db.WebhookEvents.AddRange(events.Where(received => known.Add((received.WebhookId, received.Key))));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException refused) when (events.Count == 1 && Duplicates.Caused(refused))
        {
            db.ChangeTracker.Clear();
        }

        return [.. events.Select(_ => (Func<bool>)(() => true))];
    }

    /// <summary>A webhook with its secrets in clear, for a second.</summary>
    private sealed record OpenHook(Guid Id, SignedBy Signing, IReadOnlyList<(KeptSecret Kept, byte[] Key)> Secrets)
    {
        /// <summary>What tells the event from others; nothing when it is not signed well.</summary>
        /// <remarks>A hub's delivery number is not signed, its body is: the same body is the same event.</remarks>
        public string? KeyOf(SentHeaders headers, byte[] body, DateTimeOffset now)
        {
            List<byte[]> keys = [.. Secrets.Where(secret => secret.Kept.IsGood(now)).Select(secret => secret.Key)];
            return Signing == SignedBy.Hub
                ? Signatures.IsHub(keys, headers.Hub, body) ? Convert.ToHexStringLower(SHA256.HashData(body)) : null
                : Signatures.IsStandard(keys, headers.Standard, body, now) ? headers.Standard.Id : null;
        }
    }
}

/// <summary>The headers by which a sender proves itself.</summary>
internal sealed record SentHeaders(StandardHeaders Standard, string? Hub);
