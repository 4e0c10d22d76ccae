using System.Diagnostics;
using EngagementHub.Core.Web.Overload;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EngagementHub.Core.Web.Shared;

/// <summary>Gives all readers without a role or duty, signed in or not, the same bytes of a page, made once and kept until something that readers see changes, a second at most.</summary>
/// <remarks>
/// Runs after authorisation, so each request is judged before bytes leave. What this process commits ends what is kept before the commit is answered for; another node's commit is seen within a second.
/// A page during whose making somebody asked who reads is nobody else's.
/// Who waits for a page that another makes costs nothing and is not counted when much is asked of the hub; who makes one is, and a page that was kept until now is made anew before whatever waits.
/// </remarks>
internal sealed class SharedPages(RequestDelegate next, SharedShelf shelf, KnownReaders readers, Gate gate, IOptions<HubOptions> hub)
{
    private readonly string _cacheControl = CacheControl(hub.Value);

    // What only staff may read is not left on a shared machine's disk.
    public static string CacheControl(HubOptions hub) => hub.Reading == "Anyone" ? "private, no-cache" : "no-store";

    /// <summary>Whether it only looks at a page, and says nothing more than its address.</summary>
    public static bool IsLook(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue;

    /// <summary>Whether it looks at a page that readers share.</summary>
    public static bool MayShare(HttpContext context) =>
        IsLook(context.Request) && context.GetEndpoint()?.Metadata.GetMetadata<SharedWithReaders>() is not null && !BringsNotice(context.Request);

    /// <summary>Whether a notice of what was just done comes with it, to be shown once to one person.</summary>
    public static bool BringsNotice(HttpRequest request) => request.Cookies.Keys.Any(name => name.EndsWith(SharedPagesRegistration.NoticeCookie, StringComparison.Ordinal));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!MayShare(context))
        {
            await next(context);
            return;
        }

        if (await readers.FindAsync(context) is not { } kind)
        {
            await gate.PassAsync(context, MakeOwnAsync);
            return;
        }

        await ShareAsync(context, kind);
    }

    private async Task ShareAsync(HttpContext context, string kind)
    {
        var (key, came) = (SharedKey.Of(kind, context.Request), Stopwatch.GetTimestamp());
        while (true)
        {
            if (shelf.Find(key, came) is { } made)
            {
                await (made.Bytes?.SendAsync(context, _cacheControl) ?? gate.PassAsync(context, next));
                return;
            }

            var mine = shelf.Begin();
            var first = shelf.First(key, mine);
            if (first == mine)
            {
                await BeginAsync(context, key, mine);
                return;
            }

            await first.Done.WaitAsync(context.RequestAborted);
        }
    }

    private async Task BeginAsync(HttpContext context, SharedKey key, Making mine)
    {
        try
        {
            await (shelf.Before(key) is null ? gate.PassAsync(context, MakeAsync) : gate.PassNowAsync(context, MakeAsync));
        }
        finally
        {
            shelf.End(key, mine);
        }

        Task MakeAsync(HttpContext _) => this.MakeAsync(context, key, mine);
    }

    private async Task MakeAsync(HttpContext context, SharedKey key, Making mine)
    {
        // It may have stood in a line since.
        shelf.BeginNow(mine);
        mine.Endpoint = context.GetEndpoint();
        var (body, shared) = await RenderAsync(context, key.Kind.Length > 0);
        mine.Bytes = shared is null ? null : shelf.Before(key) is { } before && before.Hash.AsSpan().SequenceEqual(shared.Hash) ? before : shared;
        shelf.Keep(key, mine);
        shelf.End(key, mine);
        await (mine.Bytes?.SendAsync(context, _cacheControl) ?? Captured.SendOwnAsync(context, body));
    }

    // Whoever has something to do here gets a page of their own. What is public on it is most of it, and it repeats nothing that the request says, so it is compressed too; nothing of it is kept.
    private async Task MakeOwnAsync(HttpContext context)
    {
        using var kept = new MemoryStream();
        var bytes = await Captured.OfAsync(context, next, kept);
        await (Captured.IsPlainPage(context.Response) ? SharedBytes.SendOnceAsync(context, bytes) : Captured.SendOwnAsync(context, bytes));
    }

    private async Task<(ReadOnlyMemory<byte> Body, SharedBytes? Shared)> RenderAsync(HttpContext context, bool isSignedIn)
    {
        using var kept = new MemoryStream();
        var reading = new SharedReading { IsSignedIn = isSignedIn, Body = kept };
        context.Features.Set(reading);
        try
        {
            var bytes = await Captured.OfAsync(context, next, kept);
            return (bytes, Captured.IsPlainPage(context.Response) && !reading.IsPersonal ? new SharedBytes(bytes, context.Response.ContentType!) : null);
        }
        finally
        {
            context.Features.Set<SharedReading>(null);
        }
    }
}
