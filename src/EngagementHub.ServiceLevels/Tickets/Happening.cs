namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>What a clock needs to know of an event. Instants are UTC ticks, so that a million of them are a plain column.</summary>
internal readonly record struct Happening(long At, long Order, Meaning Meaning, bool IsFirstResponse) : IComparable<Happening>
{
    public static Happening Of(TicketEvent told) => new(told.At.UtcTicks, told.Order, told.Meaning, told.IsFirstResponse);

    /// <summary>By the source's numbering, then by time; of the same instant the later stage of a ticket's life comes later.</summary>
    public int CompareTo(Happening other) =>
        Order != other.Order ? Order.CompareTo(other.Order) : At != other.At ? At.CompareTo(other.At) : Meaning.CompareTo(other.Meaning);
}
