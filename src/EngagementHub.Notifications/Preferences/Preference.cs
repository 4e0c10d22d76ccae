using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Notifications.Preferences;

/// <summary>How a notice reaches a person besides the page of notices.</summary>
internal enum Delivery
{
    AtOnce,
    Daily,
    OnSite,
}

/// <summary>How one person wants to hear of each kind of notice. Whoever has said nothing gets each by mail at once.</summary>
[Unseen]
internal sealed class Preference : Entity
{
    /// <summary>When the daily letter goes out unless the person says otherwise.</summary>
    public const int UsualHour = 8;

    private List<string> _daily = [];
    private List<string> _onSite = [];

    private Preference(StaffId who) => Who = who;

    public StaffId Who { get; private set; }

    /// <summary>The local hour at which the daily letter is written.</summary>
    public int Hour { get; private set; } = UsualHour;

    /// <summary>The kinds that wait for the daily letter.</summary>
    public IReadOnlyList<string> Daily => _daily;

    /// <summary>The kinds that are not sent by mail.</summary>
    public IReadOnlyList<string> OnSite => _onSite;

    public static Preference Of(StaffId who) => new(who);

    public Delivery For(string kind) => _daily.Contains(kind) ? Delivery.Daily : _onSite.Contains(kind) ? Delivery.OnSite : Delivery.AtOnce;

    public void Choose(IReadOnlyDictionary<string, Delivery> chosen, int hour)
    {
        CheckHour(hour);
        Hour = hour;
        _daily = Those(chosen, Delivery.Daily);
        _onSite = Those(chosen, Delivery.OnSite);
    }

    /// <summary>Refuses what is no hour of the day.</summary>
    public static void CheckHour(int? hour)
    {
        if (hour is not (>= 0 and <= 23))
        {
            throw new BrokenRuleException("Choose an hour of the day", nameof(Hour));
        }
    }

    private static List<string> Those(IReadOnlyDictionary<string, Delivery> chosen, Delivery delivery) => [.. chosen.Where(c => c.Value == delivery).Select(c => c.Key).Order(StringComparer.Ordinal)];
}

internal sealed class PreferenceMap : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> preference)
    {
        preference.ToTable("notifications_preferences");
        preference.PrimitiveCollection(p => p.Daily).HasField("_daily").UsePropertyAccessMode(PropertyAccessMode.Field);
        preference.PrimitiveCollection(p => p.OnSite).HasField("_onSite").UsePropertyAccessMode(PropertyAccessMode.Field);
        preference.HasIndex(p => p.Who).IsUnique();
    }
}
