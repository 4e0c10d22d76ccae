using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Boards;

/// <summary>One act of sorting, of one comment or of hundreds, kept so that it can be taken back.</summary>
internal sealed class Move : Entity
{
    private string _comments = "[]";

    private Move(SubjectRef scope, StaffId by, DateTimeOffset at) => (Scope, By, At) = (scope, by, at);

    public SubjectRef Scope { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public IReadOnlyList<MovedComment> Comments => JsonSerializer.Deserialize<List<MovedComment>>(_comments)!;

    public static Move Of(SubjectRef scope, IReadOnlyList<MovedComment> comments, StaffId by, DateTimeOffset at) =>
        new(scope, by, at) { _comments = JsonSerializer.Serialize(comments) };

    public void Undo(StaffId by, DateTimeOffset at)
    {
        if (by != By)
        {
            throw new BrokenRuleException("Only the person who moved these comments can take that back. You can sort them again");
        }

        UndoneAt = UndoneAt is null ? at : throw new BrokenRuleException("That move is taken back already");
    }
}

/// <summary>Where a comment was before a move, and in which version the move left it.</summary>
internal sealed record MovedComment(Guid Comment, Placing? From, int Version);

internal sealed class MoveMap : IEntityTypeConfiguration<Move>
{
    public void Configure(EntityTypeBuilder<Move> move)
    {
        move.ToTable("responses_moves");
        move.Ignore(m => m.Comments);
        move.Property<string>("_comments").HasColumnName("Comments");
        move.HasIndex(m => new { m.Scope, m.By, m.At });
    }
}
