using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>A row of a ticket system's file as it was understood: one ticket, and one or two things that happened to it.</summary>
internal sealed record LogRow(long Line, string Number, DateTimeOffset? OpenedAt, string Category, string Service, IReadOnlyList<TicketEvent> Events)
{
    public TicketReport ToReport() => new(Number, OpenedAt, Service, [.. Events.Select(e => new ReportedEvent(e.Key, e.At, e.Order, e.State, e.Meaning) { Category = e.Category })]) { Line = Line };
}

/// <summary>A row cannot be taken.</summary>
internal sealed class RejectedRowException(string column, string reason, string cure) : Exception(reason)
{
    public Rejection At(long line) => new(line, column, Message, cure);
}
