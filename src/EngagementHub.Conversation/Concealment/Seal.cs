using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Concealment;

/// <summary>The encrypted name of a writer who wanted it withheld. Destroyed when the writer takes the comment back.</summary>
[Unseen]
internal sealed class Seal : Entity
{
    private Seal(Guid commentId, byte[] box) => (CommentId, Box) = (commentId, box);

    public Guid CommentId { get; private set; }

    public byte[] Box { get; private set; }

    public static Seal On(Guid comment, byte[] box) => new(comment, box);
}

/// <summary>Closes and opens seals, with a key that is not in the database.</summary>
internal sealed class Sealer(KeyFolder keys)
{
    private const string Key = "seal";
    private const int Name = 16;

    private static readonly int Nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int Tag = AesGcm.TagByteSizes.MaxSize;

    /// <summary>Encrypts the writer's identifier for this one comment: moved to another comment, the seal does not open.</summary>
    public byte[] Close(Guid comment, StaffId writer)
    {
        var box = new byte[Nonce + Name + Tag];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(keys.FindOrMake(Key), Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), writer.Value.ToByteArray(), box.AsSpan(Nonce, Name), box.AsSpan(Nonce + Name), comment.ToByteArray());
        return box;
    }

    /// <exception cref="BrokenRuleException">The key is gone, or is not the one it was closed with.</exception>
    public StaffId Open(Seal sealedName)
    {
        var (box, name) = (sealedName.Box, new byte[Name]);
        try
        {
            using var aes = new AesGcm(keys.Find(Key) ?? throw new CryptographicException("no key"), Tag);
            aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce, Name), box.AsSpan(Nonce + Name), name, sealedName.CommentId.ToByteArray());
        }
        catch (CryptographicException)
        {
            throw new BrokenRuleException("The key with which this name was sealed is not there. The name cannot be opened");
        }

        return new StaffId(new Guid(name));
    }
}

internal sealed class SealMap : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> seal)
    {
        seal.ToTable("conversation_seals");
        seal.HasIndex(s => s.CommentId).IsUnique();
    }
}
