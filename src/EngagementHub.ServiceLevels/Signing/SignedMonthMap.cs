using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Signing;

internal sealed class SignedMonthMap : IEntityTypeConfiguration<SignedMonth>
{
    public void Configure(EntityTypeBuilder<SignedMonth> month)
    {
        month.ToTable("servicelevels_signed_months");
        month.Property(m => m.Of).HasMaxLength(170);
        month.Property(m => m.Signed).HasMaxLength(500);
        month.Property(m => m.Sentence).HasMaxLength(1000);
        month.Property(m => m.Reason).HasMaxLength(1000);
        month.Property(m => m.RowsHash).HasMaxLength(64);
        month.Property(m => m.Replaces).HasMaxLength(64);
        month.Property(m => m.Hash).HasMaxLength(64);
        month.ComplexProperty(m => m.Rules, rules =>
        {
            rules.Property(r => r.Target).HasPrecision(9, 2);
            rules.Property(r => r.Category).HasMaxLength(200);
            rules.Property(r => r.CutOffs).HasMaxLength(120);
            rules.Property(r => r.Calendar).HasMaxLength(80);
            rules.Property(r => r.Holidays).HasMaxLength(200);
            rules.Property(r => r.Zone).HasMaxLength(60);
            rules.Ignore(r => r.Step).Ignore(r => r.Method);
        });
        month.ComplexProperty(m => m.Tally, tally => tally.Ignore(t => t.Figure));
        month.Ignore(m => m.Figure).Ignore(m => m.Name);
        month.HasIndex(m => new { m.LevelId, m.Month, m.Revision }).IsUnique();
        month.HasMany(m => m.Rows).WithOne().HasForeignKey("SignedMonthId").OnDelete(DeleteBehavior.Restrict);
        month.Navigation(m => m.Rows).HasField("_rows").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class FrozenRowMap : IEntityTypeConfiguration<FrozenRow>
{
    public void Configure(EntityTypeBuilder<FrozenRow> row)
    {
        row.ToTable("servicelevels_signed_rows");
        row.Property<long>("Id");
        row.Property<Guid>("SignedMonthId");
        row.HasKey("Id");
        row.Property(r => r.Source).HasMaxLength(80);
        row.Property(r => r.Ticket).HasMaxLength(80);
        row.Property(r => r.Outcome).HasMaxLength(20);
        row.Ignore(r => r.Line);
        row.HasIndex("SignedMonthId", nameof(FrozenRow.Source), nameof(FrozenRow.Ticket)).IsUnique();
    }
}

internal sealed class MethodSignatureMap : IEntityTypeConfiguration<MethodSignature>
{
    public void Configure(EntityTypeBuilder<MethodSignature> signature)
    {
        signature.ToTable("servicelevels_method_signatures");
        signature.Property(s => s.Method).HasMaxLength(1000);
        signature.Property(s => s.Signed).HasMaxLength(500);
        signature.HasIndex(s => new { s.LevelId, s.From });
    }
}
