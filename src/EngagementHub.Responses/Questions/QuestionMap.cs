using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Questions;

internal sealed class QuestionMap : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("responses_questions");
        question.Property(q => q.Wording).HasMaxLength(Question.LongestWording);
        question.PrimitiveCollection(q => q.Comments).HasField("_comments").UsePropertyAccessMode(PropertyAccessMode.Field);
        question.Ignore(q => q.Current).Ignore(q => q.Draft).Ignore(q => q.Ready);
        question.HasMany(q => q.Answers).WithOne().HasForeignKey("QuestionId").IsRequired();
        question.Navigation(q => q.Answers).AutoInclude();
        question.HasIndex(q => q.Scope);
    }
}

internal sealed class AnswerMap : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> answer)
    {
        answer.ToTable("responses_answers");
        answer.Property(a => a.Text).HasMaxLength(Answer.LongestText);
        answer.Property(a => a.Where).HasMaxLength(Answer.LongestWhere);
        answer.PrimitiveCollection(a => a.Writers).HasField("_writers").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
