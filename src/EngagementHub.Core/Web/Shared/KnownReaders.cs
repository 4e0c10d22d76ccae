using System.Collections.Concurrent;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Web.Shared;

/// <summary>Left on a request by what judged its cookie: whether the same cookie would be judged alike now, as far as memory tells. Who cannot tell says no, and the request is judged anew.</summary>
public interface IRecognise
{
    /// <summary>Whether the session holds, its cookie needs no renewal, and the person belongs to the department and has no role.</summary>
    bool IsStillReader { get; }
}

/// <summary>Of which kind a reader is. All of one kind have the same rights, none but to read, and get the same bytes.</summary>
/// <remarks>A kind that was found by authentication and authorisation is remembered under all the cookies that the request sent, byte for byte; each later request asks whether every part of that finding still holds.</remarks>
internal sealed class KnownReaders(Editions editions)
{
    private const string Anybody = "";
    private const string Staff = "staff";
    private const int Most = 20_000;

    // A session's cookie takes a third of it. Whoever sends more is judged at each request: what one reader adds to theirs, a little different each time, would fill the memory.
    private const int LongestCookies = 2048;

    private readonly ConcurrentDictionary<(bool IsHttps, string Cookies), Known> _known = new();
    private readonly Kept<string, HashSet<StaffId>> _onDuty = new(editions);

    /// <summary>The kind as it was found before, where nothing has changed since; else nothing.</summary>
    public string? Remembered(HttpRequest request)
    {
        var cookies = request.Headers.Cookie;
        return cookies.Count <= 1 && _known.TryGetValue((request.IsHttps, cookies.ToString()), out var known) && Holds(known) ? known.Kind : null;
    }

    /// <summary>The kind of the reader whom authentication found; nothing for who has something to do here and so gets pages of their own, with the links to do it.</summary>
    public async Task<string?> FindAsync(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            // A cookie that is no session's may yet become one: only who sends none is remembered.
            Remember(context, context.Request.Headers.Cookie.Count == 0 ? new(Anybody, null, default) : null);
            return Anybody;
        }

        var services = context.RequestServices;
        if (await services.GetRequiredService<ICurrentStaff>().CardAsync() is not { Roles.Count: 0 } card || (await OnDutyAsync(services)).Contains(card.Id))
        {
            return null;
        }

        Remember(context, context.Features.Get<IRecognise>() is { } session ? new(Staff, session, card.Id) : null);
        return Staff;
    }

    private bool Holds(Known known) =>
        known.Session is null || (known.Session.IsStillReader && _onDuty.TryGet("", out var onDuty) && !onDuty.Contains(known.Id));

    private void Remember(HttpContext context, Known? known)
    {
        if (known is null || context.Request.Headers.Cookie is { Count: > 1 } or [{ Length: > LongestCookies }] || SharedPages.BringsNotice(context.Request))
        {
            return;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _known[(context.Request.IsHttps, context.Request.Headers.Cookie.ToString())] = known;
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

    private sealed record Known(string Kind, IRecognise? Session, StaffId Id);
}
