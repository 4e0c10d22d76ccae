namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Who signs, with the name and title they have today, and when.</summary>
internal sealed record Signature(StaffId By, string Name, string Title, DateTimeOffset At)
{
    public string Signed => Title.Length > 0 ? $"{Name}, {Title}" : Name;

    public static Signature Of(StaffCard card, DateTimeOffset at) => new(card.Id, card.Name, card.Title, at);
}
