using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Signposts;

/// <summary>The full names of everybody who works here, read again every ten minutes.</summary>
internal sealed class ColleagueNames(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly IReadOnlySet<string> None = new HashSet<string>();

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private (long At, IReadOnlySet<string> Names)? _read;

    public async Task<IReadOnlySet<string>> AllAsync(CancellationToken cancellation)
    {
        if (_read is { } read && clock.GetElapsedTime(read.At) < Fresh)
        {
            return read.Names;
        }

        await using var scope = scopes.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<IStaffDirectory>().AllAsync(cancellation);
        HashSet<string> names = [.. staff.Select(s => s.Name.ToUpperInvariant()).Where(n => n.Contains(' ', StringComparison.Ordinal))];
        _read = (clock.GetTimestamp(), names);
        return names;
    }
}
