namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>A ticket that waits to be taken in, and why.</summary>
internal sealed class WaitingTicket
{
    private WaitingTicket(Guid sourceId, string number) => (SourceId, Number) = (sourceId, number);

    public Guid SourceId { get; private set; }

    public string Number { get; private set; }

    public string Field { get; private set; } = "";

    public string Value { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string Cure { get; private set; } = "";

    public bool IsUnmapped { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public static WaitingTicket Of(Guid source, string number, DateTimeOffset since) => new(source, number) { Since = since };

    public void Wait(UnreadTicket because) =>
        (Field, Value, Reason, Cure, IsUnmapped) = (Cut(because.Field), Cut(because.Value), Cut(because.Reason), Cut(because.Cure), because.IsUnmapped);

    private static string Cut(string text) => text.Length > 400 ? text[..400] : text;
}
