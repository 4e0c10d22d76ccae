using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Digests;

internal sealed class DigestMap : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> digest)
    {
        digest.ToTable("responses_digests");
        digest.Property(d => d.Title).HasMaxLength(Digest.LongestTitle);
        digest.Property(d => d.Standfirst).HasMaxLength(Digest.LongestStandfirst);
        digest.Property(d => d.Url).HasMaxLength(400);
        digest.Ignore(d => d.Comments);
        digest.Property(d => d.Opening).HasMaxLength(Digest.LongestOpening);
        digest.PrimitiveCollection(d => d.Quotes).HasField("_quotes").UsePropertyAccessMode(PropertyAccessMode.Field);
        digest.OwnsMany(d => d.Entries, entry =>
        {
            entry.ToTable("responses_digest_entries");
            entry.WithOwner().HasForeignKey("DigestId");
            entry.HasKey("DigestId", nameof(DigestEntry.Comment));
            entry.Property(e => e.Comment).ValueGeneratedNever();
        });
        digest.HasIndex(d => d.Scope);
        digest.HasIndex(d => d.Post);
    }
}
