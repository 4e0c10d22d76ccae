using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Records.Disclosure;

internal sealed class PackMap : IEntityTypeConfiguration<DisclosurePack>
{
    public void Configure(EntityTypeBuilder<DisclosurePack> pack)
    {
        pack.ToTable("records_packs");
        pack.Property(p => p.Title).HasMaxLength(DisclosurePack.LongestTitle);
        pack.Property(p => p.TitlesThatStay).HasMaxLength(DisclosurePack.LongestLines);
        pack.Property(p => p.WordsThatStay).HasMaxLength(DisclosurePack.LongestLines);
        pack.Property(p => p.Exemption).HasMaxLength(HandMark.LongestExemption);
        pack.Ignore(p => p.Because);
        pack.HasMany(p => p.Marks).WithOne().HasForeignKey("PackId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        pack.Navigation(p => p.Marks).HasField("_marks").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        pack.HasMany(p => p.Releases).WithOne().HasForeignKey("PackId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        pack.Navigation(p => p.Releases).HasField("_releases").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        pack.HasIndex(p => p.ChangedAt);
    }
}

internal sealed class HandMarkMap : IEntityTypeConfiguration<HandMark>
{
    public void Configure(EntityTypeBuilder<HandMark> mark)
    {
        mark.ToTable("records_marks");
        mark.Property(m => m.Words).HasMaxLength(HandMark.LongestWords);
        mark.Property(m => m.Exemption).HasMaxLength(HandMark.LongestExemption);
        mark.Property(m => m.Reason).HasMaxLength(HandMark.LongestReason);
    }
}

internal sealed class ReleaseMap : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.ToTable("records_releases");
        release.Property(r => r.Hash).HasMaxLength(64);
        release.HasIndex("PackId", nameof(Release.Number)).IsUnique();
    }
}
