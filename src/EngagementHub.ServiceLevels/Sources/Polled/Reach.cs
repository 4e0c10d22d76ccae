using EngagementHub.ServiceLevels.Sources.Outbound;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>Finds a source's reader and gives it what it needs to ask.</summary>
internal sealed class Reach(IEnumerable<ISourceReader> readers, OutboundHttp http, Secrets secrets, TimeProvider clock)
{
    public IReadOnlyList<ISourceReader> Readers { get; } = [.. readers];

    /// <exception cref="SourceTroubleException">This version of the hub does not know such systems.</exception>
    public ISourceReader Reader(PolledSource source) => Readers.FirstOrDefault(reader => reader.Kind == source.Kind)
        ?? throw new SourceTroubleException($"The hub does not know how to read \"{source.Kind}\"", "Start the version of the hub that does, or remove the source", needsAttention: true);

    /// <exception cref="SourceTroubleException">The address may not be asked, or the secret cannot be read.</exception>
    public SourceAsk Ask(PolledSource source, LiveRules? rules = null)
    {
        var address = new Uri(source.Address);
        http.Check(address);
        return new SourceAsk(http.Client, address, secrets.Decrypt(source.Secret), source.Settings, rules ?? source.Rules, clock.GetUtcNow());
    }
}
