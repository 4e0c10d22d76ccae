namespace EngagementHub.Identity.Staff;

/// <summary>How many administrators there are: at 0 only the sign-in service or the setting of a first one can help.</summary>
internal sealed class Administrators(LastAdministrator last) : IGauge
{
    public string Name => "hub.administrators";

    public string Unit => "{person}";

    public string Description => "People who look after people and roles";

    public async Task<IReadOnlyList<GaugeReading>> ReadAsync(DateTimeOffset now, CancellationToken cancellation) => [new(await last.CountAsync(cancellation))];
}
