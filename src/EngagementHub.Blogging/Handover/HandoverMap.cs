using EngagementHub.Blogging.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Handover;

internal sealed class HandoverNoteMap : IEntityTypeConfiguration<HandoverNote>
{
    public void Configure(EntityTypeBuilder<HandoverNote> note)
    {
        note.ToTable("blogging_handovers");
        note.Property(n => n.Words).HasMaxLength(HandoverNote.LongestWords);
        note.HasOne<HostingPeriod>().WithMany().HasForeignKey(n => n.PeriodId).OnDelete(DeleteBehavior.Restrict);
        note.HasMany(n => n.Lines).WithOne().HasForeignKey("NoteId").IsRequired();
        note.Navigation(n => n.Lines).AutoInclude();
        note.HasIndex(n => n.PeriodId).IsUnique();
    }
}

internal sealed class HandoverLineMap : IEntityTypeConfiguration<HandoverLine>
{
    public void Configure(EntityTypeBuilder<HandoverLine> line)
    {
        line.ToTable("blogging_handover_lines");
        line.Property(l => l.Because).HasMaxLength(HandoverLine.LongestReason);
        line.HasIndex(l => new { l.PeriodId, l.Item }).IsUnique();
        line.HasIndex(l => l.Item);
    }
}
