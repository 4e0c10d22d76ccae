namespace EngagementHub.Conversation.Comments;

/// <summary>Identifiers for the named comments of one delivery. Of many together the first half is one random number for all: the database then finds their places side by side in its index, and writes one page for them rather than one for each.</summary>
/// <remarks>An anonymous comment has nothing in common with any other, and few together have nothing in common either: who came at the same moment is not to be read from it. See docs/decisions/anonymous-comments.md.</remarks>
internal sealed class DeliveryIds(int letters)
{
    /// <summary>The fewest that have anything in common.</summary>
    public const int Fewest = 8;

    private const int Bytes = 16;
    private const int Half = Bytes / 2;

    private readonly Guid _shared = Guid.NewGuid();

    /// <summary>The draft with an identifier; its own, where it has one.</summary>
    public Draft Given(Draft draft) => draft.Id is null ? draft with { Id = draft.By is null ? Guid.NewGuid() : Next() } : draft;

    private Guid Next()
    {
        var own = Guid.NewGuid();
        if (letters < Fewest)
        {
            return own;
        }

        Span<byte> id = stackalloc byte[Bytes];
        Span<byte> shared = stackalloc byte[Bytes];
        _ = own.TryWriteBytes(id, bigEndian: true, out _) && _shared.TryWriteBytes(shared, bigEndian: true, out _);
        shared[..Half].CopyTo(id);
        return new Guid(id, bigEndian: true);
    }
}
