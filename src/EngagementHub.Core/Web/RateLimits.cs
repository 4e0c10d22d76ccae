using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Web;

/// <summary>How much one person, or one address that nobody is signed in from, may send.</summary>
/// <param name="Permits">At most so many at once; 0 for no limit.</param>
/// <param name="Seconds">In so many seconds they are given back, evenly.</param>
public sealed record RateLimit(int Permits, int Seconds);

/// <summary>A kind of sending that is limited.</summary>
/// <param name="Name">Its name in the settings, as in <c>Limits:Write:Permits</c>.</param>
/// <param name="Default">The limit unless the settings say otherwise.</param>
/// <param name="IsMeant">Whether a request that changes something is of this kind.</param>
public sealed record LimitedAct(string Name, RateLimit Default, Func<PathString, bool> IsMeant);

/// <summary>Refuses who sends too much in a short time; others notice nothing.</summary>
/// <remarks>What is counted lives in this process's memory only, under a keyed hash whose key is random and never leaves it: nothing is stored that could say who wrote what, and when the bucket is full again it is dropped.</remarks>
public sealed class RateLimits : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly List<(LimitedAct Act, PartitionedRateLimiter<string> Limiter)> _limits;

    internal RateLimits(IEnumerable<LimitedAct> acts, IConfiguration settings) =>
        _limits = [.. acts.Select(a => (a, Read(a, settings))).Where(l => l.Item2.Permits > 0).Select(l => (l.a, Buckets(l.Item2)))];

    /// <summary>"20 seconds", from the answer's Retry-After.</summary>
    public static string Wait(HttpResponse response) =>
        int.TryParse(response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds) ? Say.Count(seconds, "second") : "a minute";

    /// <inheritdoc/>
    public void Dispose() => _limits.ForEach(l => l.Limiter.Dispose());

    /// <summary>How long to wait before the request is taken; nothing when it is taken now.</summary>
    internal TimeSpan? WaitFor(HttpContext context)
    {
        foreach (var (act, limiter) in _limits.Where(l => l.Act.IsMeant(context.Request.Path)))
        {
            using var lease = limiter.AttemptAcquire(Anonymised(act.Name, context));
            if (!lease.IsAcquired)
            {
                return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            }
        }

        return null;
    }

    private static RateLimit Read(LimitedAct act, IConfiguration settings)
    {
        var limit = new RateLimit(settings.GetValue($"Limits:{act.Name}:Permits", act.Default.Permits), settings.GetValue($"Limits:{act.Name}:Seconds", act.Default.Seconds));
        return limit is { Permits: >= 0, Seconds: > 0 }
            ? limit
            : throw new SettingException($"Limits:{act.Name}", "use 0 or more permits and at least one second");
    }

    private static PartitionedRateLimiter<string> Buckets(RateLimit limit) => PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = limit.Permits,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds((double)limit.Seconds / limit.Permits),
        AutoReplenishment = true,
        QueueLimit = 0,
    }));

    private string Anonymised(string act, HttpContext context)
    {
        var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context);
        return Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{act}/{who}")));
    }

    // An IPv6 subscriber has a whole /64: a limit by single address would be none.
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is null ? "nowhere"
            : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
            : address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}

/// <summary>Registers limits, and the middleware that keeps them.</summary>
public static class RateLimitRegistration
{
    /// <summary>Lets modules limit what is sent to them.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration settings) =>
        services.AddSingleton(s => new RateLimits(s.GetServices<LimitedAct>(), settings));

    /// <summary>Limits a kind of sending, per person or address.</summary>
    public static IServiceCollection AddLimit(this IServiceCollection services, string name, int permits, int seconds, Func<PathString, bool> isMeant) =>
        services.AddSingleton(new LimitedAct(name, new RateLimit(permits, seconds), isMeant));

    /// <summary>Answers 429 with Retry-After to who sends too much; the page gives back what was typed.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<RateLimits>();
        return app.Use((context, next) =>
        {
            // A page about a refused request is made by sending it through again: it is not counted twice.
            if (!HttpMethods.IsPost(context.Request.Method) || context.Request.Path.StartsWithSegments("/status", StringComparison.Ordinal) || limits.WaitFor(context) is not { } wait)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }
}
