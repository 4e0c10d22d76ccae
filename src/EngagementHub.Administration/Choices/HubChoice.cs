using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Administration.Choices;

/// <summary>What somebody chose for the whole hub, such as its theme. Added, never edited; the last of a kind holds from the next start.</summary>
internal sealed class HubChoice : Entity
{
    /// <summary>The theme's name.</summary>
    public const string Theme = "theme";

    /// <summary>The modules that are off, apart by commas.</summary>
    public const string ModulesOff = "modules-off";

    public const int LongestValue = 500;

    private HubChoice(string kind, int number, string value, StaffId by, DateTimeOffset at) => (Kind, Number, Value, By, At) = (kind, number, value, by, at);

    public string Kind { get; private set; }

    public int Number { get; private set; }

    public string Value { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static HubChoice Of(string kind, string value, HubChoice? before, StaffId by, DateTimeOffset at)
    {
        var choice = new HubChoice(kind, (before?.Number ?? 0) + 1, value, by, at);
        choice.Raise(new HubChosen(choice));
        return choice;
    }
}

/// <summary>Somebody chose something for the whole hub.</summary>
internal sealed record HubChosen(HubChoice Choice) : IAudited
{
    public AuditLine ToAudit() => new(Choice.By, Choice.At, $"administration.{Choice.Kind}.chosen", new SubjectRef("administration.choice", Choice.Id), Choice.Value.Length == 0 ? "none" : Choice.Value);
}

internal sealed class HubChoiceMap : IEntityTypeConfiguration<HubChoice>
{
    public void Configure(EntityTypeBuilder<HubChoice> choice)
    {
        choice.ToTable("administration_choices");
        choice.Property(c => c.Kind).HasMaxLength(40);
        choice.Property(c => c.Value).HasMaxLength(HubChoice.LongestValue);
        choice.HasIndex(c => new { c.Kind, c.Number }).IsUnique();
    }
}
