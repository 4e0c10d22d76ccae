using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Themes;

/// <summary>What a theme came from besides comments: what a pulse check asked, and what was heard there.</summary>
internal sealed class ThemeOrigin : Entity
{
    public const int LongestWords = 500;

    // Only names: no module is known here.
    private static readonly string[] Kinds = ["surveys.question", "surveys.index", "surveys.survey"];

    private ThemeOrigin(Guid theme, SubjectRef thing, string words) => (Theme, Thing, Words) = (theme, thing, words);

    public Guid Theme { get; private set; }

    public SubjectRef Thing { get; private set; }

    /// <summary>What was heard there; empty when nothing was said.</summary>
    public string Words { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static bool MayBe(SubjectRef thing) => Kinds.Contains(thing.Kind);

    public static ThemeOrigin Of(Theme theme, SubjectRef thing, string? words, (StaffId By, DateTimeOffset At) act)
    {
        var origin = new ThemeOrigin(theme.Id, thing, Said(words)) { By = act.By, At = act.At };
        origin.Raise(new ThemeTraced(theme.Id, theme.Title, thing, act.By, act.At));
        return origin;
    }

    /// <summary>What was heard there, in a length that is kept.</summary>
    public static string Said(string? words) => string.IsNullOrWhiteSpace(words) ? "" : Stated.OrRefused(words, LongestWords, "", "Words");

    /// <summary>Goes along when its theme becomes part of another.</summary>
    public void Follow(Theme into) => Theme = into.Id;
}

internal sealed class ThemeOriginMap : IEntityTypeConfiguration<ThemeOrigin>
{
    public void Configure(EntityTypeBuilder<ThemeOrigin> origin)
    {
        origin.ToTable("responses_theme_origins");
        origin.Property(o => o.Words).HasMaxLength(ThemeOrigin.LongestWords);
        origin.HasIndex(o => o.Theme);
        origin.HasIndex(o => o.Thing);
    }
}
