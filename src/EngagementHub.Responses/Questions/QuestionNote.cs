using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Questions;

/// <summary>What those who answer say to each other about a question. Never shown to readers, searched or exported.</summary>
internal sealed class QuestionNote : Entity
{
    public const int LongestText = 2000;

    private QuestionNote(Guid question, string text, StaffId by, DateTimeOffset at) => (Question, Text, By, At) = (question, text, by, at);

    public Guid Question { get; private set; }

    public string Text { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static QuestionNote Write(Guid question, string? text, StaffId by, DateTimeOffset at) =>
        new(question, Stated.OrRefused(text, LongestText, "Enter the note", "Note"), by, at);
}

internal sealed class QuestionNoteMap : IEntityTypeConfiguration<QuestionNote>
{
    public void Configure(EntityTypeBuilder<QuestionNote> note)
    {
        note.ToTable("responses_question_notes");
        note.Property(n => n.Text).HasMaxLength(QuestionNote.LongestText + 200);
        note.HasIndex(n => n.Question);
    }
}
