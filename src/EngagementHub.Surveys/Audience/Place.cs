using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Surveys.Audience;

/// <summary>One person's place in a pulse check: that they are asked, with what they are counted, and whether they have answered. Neither when nor what.</summary>
internal sealed class Place
{
    public const int LongestGroup = 80;

    private Place(Guid surveyId, StaffId who, string unit, string grade) => (SurveyId, Who, Unit, Grade) = (surveyId, who, unit, grade);

    public Guid SurveyId { get; private set; }

    public StaffId Who { get; private set; }

    public string Unit { get; private set; }

    public string Grade { get; private set; }

    public bool HasAnswered { get; private set; }

    public static Place Of(Guid survey, StaffId who, string unit, string grade) => new(survey, who, unit, grade);
}

/// <summary>Only the key, no number of its own: rows lie in the order of the key, so nothing in the table tells who answered before whom.</summary>
internal sealed class PlaceMap : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.ToTable("surveys_places");
        place.HasKey(p => new { p.SurveyId, p.Who });
        place.Property(p => p.Unit).HasMaxLength(Place.LongestGroup);
        place.Property(p => p.Grade).HasMaxLength(Place.LongestGroup);
        place.HasIndex(p => p.Who);
    }
}
