using System.Net;
using System.Net.Sockets;

namespace EngagementHub.ServiceLevels.Sources.Outbound;

/// <summary>Which addresses the hub may ask: those of the setting <c>Sources:Allowed</c>, hosts by name or by number, and networks. One inside the department's own network must be listed by its number.</summary>
internal sealed class Addresses
{
    // Also those in which an IPv4 address can be dressed up.
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"]).Select(network => IPNetwork.Parse(network)),
    ];

    private readonly List<string> _hosts = [];
    private readonly List<IPNetwork> _networks = [];

    public Addresses(IEnumerable<string> allowed)
    {
        foreach (var entry in allowed.Select(entry => entry.Trim()).Where(entry => entry.Length > 0))
        {
            if (IPAddress.TryParse(entry, out var address))
            {
                _networks.Add(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            }
            else if (IPNetwork.TryParse(entry, out var network))
            {
                _networks.Add(network);
            }
            else
            {
                _hosts.Add(Uri.CheckHostName(entry.TrimStart('*').TrimStart('.')) == UriHostNameType.Dns ? entry.ToLowerInvariant()
                    : throw new InvalidOperationException($"Sources:Allowed holds \"{entry}\", which is neither a host, such as rt.example.gov.uk or *.example.gov.uk, nor an address or network, such as 10.1.2.3 or 10.1.0.0/16"));
            }
        }
    }

    /// <summary>Whether a host may be asked at all, by how it is written.</summary>
    public bool Allows(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? IsListed(address)
        : _hosts.Exists(entry => entry.StartsWith("*.", StringComparison.Ordinal) ? host.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase) : string.Equals(entry, host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an address that a host's name led to may be connected to.</summary>
    public bool Allows(IPAddress address) => IsListed(address) || !IsInside(Plain(address));

    private bool IsListed(IPAddress address) => _networks.Exists(network => network.Contains(Plain(address)));

    private static bool IsInside(IPAddress address) => Array.Exists(Inside, network => network.Contains(address));

    // An IPv4 address can be dressed up as one of IPv6.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
