using EngagementHub.Surveys.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Surveys.Answers;

internal enum TextStanding
{
    /// <summary>A rule found something; a person looks at it first.</summary>
    Held,

    /// <summary>Readers see it with the results.</summary>
    Shown,

    /// <summary>A person kept it back, with a reason.</summary>
    KeptBack,
}

/// <summary>What somebody wrote, for the whole pulse check: without a person, a unit, a day, or what the same person chose on five points.</summary>
[Unseen]
internal sealed class TextAnswer : Entity
{
    public const int LongestText = 1000;

    private TextAnswer(Guid surveyId, int item, string text) => (SurveyId, Item, Text) = (surveyId, item, text);

    public Guid SurveyId { get; private set; }

    /// <summary>The number of the question in the pulse check.</summary>
    public int Item { get; private set; }

    public string Text { get; private set; }

    /// <summary>What a rule found, in words.</summary>
    public string? HeldFor { get; private set; }

    public TextStanding Standing { get; private set; }

    public static TextAnswer Write(Guid survey, int item, string text, IReadOnlyList<string> found) => new(survey, item, text)
    {
        HeldFor = found.Count == 0 ? null : string.Join(", ", found),
        Standing = found.Count == 0 ? TextStanding.Shown : TextStanding.Held,
    };

    public void Show(StaffId by, DateTimeOffset at)
    {
        if (Standing != TextStanding.Shown)
        {
            Standing = TextStanding.Shown;
            Raise(new TextDecided(SurveyId, IsShown: true, null, by, at));
        }
    }

    public void KeepBack(string? because, StaffId by, DateTimeOffset at)
    {
        var reason = Question.Required(because, "Because", "Say why it is kept back", 300);
        if (Standing != TextStanding.KeptBack)
        {
            Standing = TextStanding.KeptBack;
            Raise(new TextDecided(SurveyId, IsShown: false, reason, by, at));
        }
    }
}

/// <summary>Somebody decided whether an answer in words is shown. Which one is not in the trail: the words may have to go.</summary>
/// <param name="Survey">The pulse check.</param>
/// <param name="IsShown">Whether readers see it.</param>
/// <param name="Because">The reason for keeping it back.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">UTC instant.</param>
public sealed record TextDecided(Guid Survey, bool IsShown, string? Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, IsShown ? "surveys.text.shown" : "surveys.text.kept-back", new SubjectRef(SurveysModule.SurveyKind, Survey), Because);
}

internal sealed class TextAnswerMap : IEntityTypeConfiguration<TextAnswer>
{
    public void Configure(EntityTypeBuilder<TextAnswer> text)
    {
        text.ToTable("surveys_texts");
        text.Property(t => t.Text).HasMaxLength(TextAnswer.LongestText);
        text.Property(t => t.HeldFor).HasMaxLength(300);
        text.HasIndex(t => new { t.SurveyId, t.Item });
    }
}
