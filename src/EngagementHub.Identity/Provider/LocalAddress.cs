namespace EngagementHub.Identity.Provider;

/// <summary>Where to go after signing in: a place in this hub, never another site.</summary>
internal static class LocalAddress
{
    // A browser reads \ as /, leaves out tabs and line ends, and takes // for the beginning of another host.
    public static string OrHome(string? address) =>
        address is { Length: > 0 and <= 2000 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(c => char.IsControl(c) || c == '\\') && Uri.TryCreate(new Uri("http://here.invalid"), address, out var there) && there.Host == "here.invalid"
        && !address.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase)
            ? address
            : "/";
}
