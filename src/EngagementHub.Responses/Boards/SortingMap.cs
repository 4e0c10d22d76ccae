using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Boards;

internal sealed class SortingMap : IEntityTypeConfiguration<Sorting>
{
    public void Configure(EntityTypeBuilder<Sorting> sorting)
    {
        sorting.ToTable("responses_sortings");
        sorting.Ignore(s => s.Place);
        sorting.Property(s => s.Where).HasMaxLength(Sorting.LongestWhere);
        sorting.PrimitiveCollection(s => s.Themes).HasField("_themes").UsePropertyAccessMode(PropertyAccessMode.Field);
        sorting.HasIndex(s => s.Comment).IsUnique();
        sorting.HasIndex(s => s.Scope);
    }
}
