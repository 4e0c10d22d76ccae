using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Themes;

internal sealed class ThemeMap : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.ToTable("responses_themes");
        theme.Property(t => t.Title).HasMaxLength(Theme.LongestTitle);
        theme.HasIndex(t => t.Scope);
    }
}
