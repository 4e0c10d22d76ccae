using System.Collections.Concurrent;
using System.Diagnostics;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Core.Web.Shared;

/// <summary>Gives all readers without a role or duty, signed in or not, the same bytes of a page, made once and kept until something that readers see changes, a second at most.</summary>
/// <remarks>
/// Runs after authorisation, so each request is judged before bytes leave. What this process commits ends what is kept before the commit is answered for; another node's commit is seen within a second.
/// A page during whose making somebody asked who reads is nobody else's.
/// </remarks>
internal sealed class SharedPages(RequestDelegate next, Editions editions, TimeProvider clock, IOptions<HubOptions> hub)
{
    private const int Most = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Making> _made = new();
    private readonly ConcurrentDictionary<string, Making> _underWay = new();
    private readonly Kept<string, HashSet<StaffId>> _onDuty = new(editions);

    // What only staff may read is not left on a shared machine's disk.
    private string CacheControl => hub.Value.Reading == "Anyone" ? "private, no-cache" : "no-store";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!MayShare(context))
        {
            await next(context);
            return;
        }

        if (await KindAsync(context) is not { } kind)
        {
            await next(context);
            return;
        }

        var key = $"{kind}\n{context.Request.Host}{context.Request.PathBase}{context.Request.Path}";
        var came = Stopwatch.GetTimestamp();
        while (true)
        {
            if (_made.TryGetValue(key, out var made) && (made.Began >= came || IsFresh(made)))
            {
                await (made.Bytes?.SendAsync(context, CacheControl) ?? next(context));
                return;
            }

            var mine = new Making(editions.Shown, Stopwatch.GetTimestamp(), clock.GetUtcNow());
            var first = _underWay.GetOrAdd(key, mine);
            if (first == mine)
            {
                await MakeAsync(context, key, mine, kind.Length > 0);
                return;
            }

            await first.Done.WaitAsync(context.RequestAborted);
        }
    }

    private static bool MayShare(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && !context.Request.QueryString.HasValue
        && context.GetEndpoint()?.Metadata.GetMetadata<SharedWithReaders>() is not null
        // A notice of what was just done, shown once to one person.
        && !context.Request.Cookies.Keys.Any(name => name.EndsWith(SharedPagesRegistration.NoticeCookie, StringComparison.Ordinal));

    // Who has something to do here gets pages of their own, with the links to do it.
    private async Task<string?> KindAsync(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            return "";
        }

        var services = context.RequestServices;
        return await services.GetRequiredService<ICurrentStaff>().CardAsync() is { Roles.Count: 0 } card && !(await OnDutyAsync(services)).Contains(card.Id) ? "staff" : null;
    }

    private Task<HashSet<StaffId>> OnDutyAsync(IServiceProvider services) => _onDuty.GetAsync("", async () =>
    {
        HashSet<StaffId> all = [];
        foreach (var teller in services.GetServices<ITellDuties>())
        {
            all.UnionWith((await teller.DutiesAsync()).Select(duties => duties.Key));
        }

        return all;
    });

    private bool IsFresh(Making made)
    {
        var age = clock.GetUtcNow() - made.At;
        return made.Edition == editions.Shown && Stopwatch.GetElapsedTime(made.Began) < Fresh && age >= TimeSpan.Zero && age < Fresh;
    }

    private async Task MakeAsync(HttpContext context, string key, Making mine, bool isSignedIn)
    {
        try
        {
            var (body, shared) = await RenderAsync(context, isSignedIn);
            mine.Bytes = shared is null ? null : _made.GetValueOrDefault(key)?.Bytes is { } before && before.Hash.AsSpan().SequenceEqual(shared.Hash) ? before : shared;
            Keep(key, mine);
            _underWay.TryRemove(key, out _);
            mine.Finish();
            await (mine.Bytes?.SendAsync(context, CacheControl) ?? SendOwnAsync(context, body));
        }
        finally
        {
            _underWay.TryRemove(new(key, mine));
            mine.Finish();
        }
    }

    private async Task<(ReadOnlyMemory<byte> Body, SharedBytes? Shared)> RenderAsync(HttpContext context, bool isSignedIn)
    {
        var reading = new SharedReading { IsSignedIn = isSignedIn };
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var kept = new MemoryStream();
        context.Features.Set(reading);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(kept));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(body);
            context.Features.Set<SharedReading>(null);
        }

        var isSame = context.Response.StatusCode == StatusCodes.Status200OK && !reading.IsPersonal && context.Response.Headers.SetCookie.Count == 0 && context.Response.Headers.CacheControl.Count == 0;
        var bytes = kept.ToArray();
        return (bytes, isSame && context.Response.ContentType is { } type ? new SharedBytes(bytes, type) : null);
    }

    // An answer without a body is left unbegun: the page about what is missing is made further out.
    private static async Task SendOwnAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (body.Length > 0)
        {
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        }
    }

    private void Keep(string key, Making mine)
    {
        if (_made.Count >= Most)
        {
            _made.Clear();
        }

        _made[key] = mine;
    }

    private sealed class Making(long edition, long began, DateTimeOffset at)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Edition => edition;

        public long Began => began;

        public DateTimeOffset At => at;

        public SharedBytes? Bytes { get; set; }

        public Task Done => _done.Task;

        public void Finish() => _done.TrySetResult();
    }
}
