using System.Net;
using EngagementHub.Core.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace EngagementHub.Web.Hosting;

/// <summary>What a proxy says of the original request is believed of the proxies that <c>Proxies:Trusted</c> names, and of nobody else: not even of this machine.</summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Configuration.GetSection("Proxies:Trusted").GetChildren().Select(c => c.Value ?? "").Where(v => v.Length > 0).ToList();
        if (trusted.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted.Select(Read))
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork Read(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException("Proxies:Trusted", $"'{text}' is no address or network; write it as 10.0.0.5 or 10.0.0.0/24");
}
