using EngagementHub.Core.Keeping;
using EngagementHub.Surveys.Audience;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;

namespace EngagementHub.Surveys;

/// <summary>Who is asked, and who opened and answered for a pulse check. Of what anybody answered there is nothing here: an answer belongs to nobody.</summary>
internal sealed class SurveyHoldings : IHoldPeople
{
    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        // Whoever makes the file for somebody else must not learn from it who took part.
        HeldRecord.Of<Place>("Pulse checks in which you are asked", p => place => place.Who == p.Id).Without(nameof(Place.HasAnswered))
            .Stays("How many were asked is part of the published figures; it is kept under a number, and no answer is tied to it."),
        HeldRecord.Of<Survey>("Pulse checks that you opened or answered for", p => s => s.OpenedBy == p.Id || s.RespondedBy == p.Id).Stays("Who asked and who promised something stays answerable; it is kept under a number."),
        HeldRecord.Among<Question>("Questions that you worded", (question, p) => question.Wordings.Any(w => w.By == p.Id)).Stays("Who worded what was asked stays answerable; it is kept under a number."),
    ];
}
