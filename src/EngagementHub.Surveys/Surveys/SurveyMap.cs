using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Surveys.Surveys;

internal sealed class SurveyMap : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.ToTable("surveys_surveys");
        survey.Property(s => s.Title).HasMaxLength(120);
        survey.Property(s => s.Purpose).HasMaxLength(Survey.LongestText);
        survey.Property(s => s.Use).HasMaxLength(Survey.LongestText);
        survey.Property(s => s.Response).HasMaxLength(4000);
        survey.HasIndex(s => s.LastDay);
        survey.OwnsMany(s => s.Items, item =>
        {
            item.ToTable("surveys_items");
            item.WithOwner().HasForeignKey("SurveyId");
            item.HasKey("SurveyId", nameof(Item.Number));
            item.Property(i => i.Number).ValueGeneratedNever();
        });
    }
}
