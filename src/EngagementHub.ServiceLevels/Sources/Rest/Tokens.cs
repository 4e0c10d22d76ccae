using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Tokens that services gave, kept in memory until one is no longer accepted: one is asked for now and then and not with each page.</summary>
internal sealed class Tokens
{
    private readonly ConcurrentDictionary<string, string> _known = new();

    public async Task<string> GetAsync(SourceAsk ask, RestRules rules, Func<Task<string>> fetch)
    {
        var key = KeyOf(ask, rules);
        return _known.TryGetValue(key, out var known) ? known : _known[key] = await fetch();
    }

    public void Forget(SourceAsk ask, RestRules rules) => _known.TryRemove(KeyOf(ask, rules), out _);

    // Another secret is another token; the secret itself is not kept here.
    private static string KeyOf(SourceAsk ask, RestRules rules) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rules.TokenAddress, rules.ClientId, rules.Scope, ask.Secret))));
}
