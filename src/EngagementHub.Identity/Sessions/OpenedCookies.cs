using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity.Sessions;

/// <summary>Remembers for a minute what stood in a session's cookie, so that who sends many requests has it decrypted once. Nothing is decided by it: whether the session holds, and whose it is, is asked at each request as ever.</summary>
internal sealed class OpenedCookies(ISecureDataFormat<AuthenticationTicket> cookies) : ISecureDataFormat<AuthenticationTicket>
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Text, string? Purpose), (long At, AuthenticationTicket Ticket)> _opened = new();

    public string Protect(AuthenticationTicket data) => cookies.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => cookies.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is not null && _opened.TryGetValue((protectedText, purpose), out var opened) && Stopwatch.GetElapsedTime(opened.At) < Fresh)
        {
            return opened.Ticket.Clone();
        }

        if (cookies.Unprotect(protectedText, purpose) is not { } ticket)
        {
            return null;
        }

        if (_opened.Count >= Most)
        {
            _opened.Clear();
        }

        // A copy: a request may change its own.
        _opened[(protectedText!, purpose)] = (Stopwatch.GetTimestamp(), ticket.Clone());
        return ticket;
    }

    /// <summary>Puts it before what the framework has set up.</summary>
    public sealed class Added : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options) => options.TicketDataFormat = new OpenedCookies(options.TicketDataFormat);
    }
}
