using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Surveys.Questions;

internal sealed class QuestionMap : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("surveys_questions");
        question.Property(q => q.Key).HasMaxLength(60);
        question.Property(q => q.Theme).HasMaxLength(80);
        question.HasIndex(q => q.Key).IsUnique();
        question.OwnsMany(q => q.Wordings, wording =>
        {
            wording.ToTable("surveys_wordings");
            wording.WithOwner().HasForeignKey("QuestionId");
            wording.HasKey("QuestionId", nameof(Wording.Number));
            wording.Property(w => w.Number).ValueGeneratedNever();
            wording.Property(w => w.Text).HasMaxLength(Question.LongestWording);
        });
    }
}
