using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Audience;

/// <summary>The people a pulse check asks: put together while it is a draft, frozen when it is opened.</summary>
internal sealed class Guests(HubDb db, IStaffDirectory directory)
{
    private const int MostUnits = 100;

    /// <summary>Asks exactly these people from now on. The caller saves.</summary>
    public async Task InviteAsync(Survey survey, IReadOnlyList<Asked> people, CancellationToken cancellation = default)
    {
        MustBeDraft(survey);
        var known = (await directory.AllAsync(cancellation)).ToDictionary(s => s.UserName, s => s.Id, StringComparer.OrdinalIgnoreCase);
        var places = people.Select((p, i) => known.TryGetValue(p.UserName, out var who)
            ? Place.Of(survey.Id, who, p.Unit, p.Grade)
            : throw new BrokenRuleException($"Nobody who works here has the user name {p.UserName} (person {i + 1} of the list)", AudienceList.Field)).ToList();
        await ReplaceAsync(survey, places, cancellation);
    }

    /// <summary>The units that the directory knows, with how many work in each, the largest first.</summary>
    public async Task<IReadOnlyList<AskedUnit>> UnitsAsync(CancellationToken cancellation = default) =>
        [.. (await directory.AllAsync(cancellation)).Select(UnitOf).Where(unit => unit.Length > 0).GroupBy(unit => unit)
            .Select(unit => new AskedUnit(unit.Key, unit.Count(), true)).OrderByDescending(unit => unit.People).ThenBy(unit => unit.Name).Take(MostUnits)];

    /// <summary>Asks everybody in these units of the directory, each with the unit. The caller saves.</summary>
    public async Task InviteUnitsAsync(Survey survey, IReadOnlyCollection<string> units, CancellationToken cancellation = default)
    {
        MustBeDraft(survey);
        List<Place> places = [.. (await directory.AllAsync(cancellation)).Where(s => units.Contains(UnitOf(s))).Select(s => Place.Of(survey.Id, s.Id, UnitOf(s), ""))];
        await ReplaceAsync(survey, places.Count > 0 ? places : throw new BrokenRuleException("Choose at least one unit", "Chosen"), cancellation);
    }

    /// <summary>Asks everybody who works here, without units. The caller saves.</summary>
    public async Task InviteAllAsync(Survey survey, CancellationToken cancellation = default)
    {
        MustBeDraft(survey);
        await ReplaceAsync(survey, [.. (await directory.AllAsync(cancellation)).Select(s => Place.Of(survey.Id, s.Id, "", ""))], cancellation);
    }

    /// <summary>Opens it: from now on the audience stands, and each group that is large enough gets its sums. The caller saves.</summary>
    public async Task OpenAsync(Survey survey, (StaffId By, DateTimeOffset At, DateOnly Today) act, CancellationToken cancellation = default)
    {
        var places = await db.Places.AsNoTracking().Where(p => p.SurveyId == survey.Id).Select(p => new { p.Unit, p.Grade }).ToListAsync(cancellation);
        survey.Open(places.Count, act.By, act.At, act.Today);
        var questions = survey.Items.Count(i => i.Kind == QuestionKind.Agreement);
        Begin(Cut.Unit, places.Select(p => p.Unit));
        Begin(Cut.Grade, places.Select(p => p.Grade));

        void Begin(Cut cut, IEnumerable<string> groups)
        {
            var sizes = groups.GroupBy(g => g).ToDictionary(g => g.Key, g => g.Count());
            var apart = sizes.Where(g => g.Key != Tally.Rest && g.Value >= survey.Threshold).ToList();
            db.Tallies.Add(Tally.Begin(survey.Id, cut, Tally.Rest, places.Count - apart.Sum(g => g.Value), questions));
            db.Tallies.AddRange(apart.Select(g => Tally.Begin(survey.Id, cut, g.Key, g.Value, questions)));
        }
    }

    /// <summary>Makes it a draft again. The caller saves.</summary>
    public async Task TakeBackAsync(Survey survey, string? because, StaffId by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        survey.TakeBack(because, by, at);
        db.Tallies.RemoveRange(await db.Tallies.Where(t => t.SurveyId == survey.Id).ToListAsync(cancellation));
    }

    private static string UnitOf(StaffCard card) => card.Title.Length > Place.LongestGroup ? card.Title[..Place.LongestGroup] : card.Title;

    private async Task ReplaceAsync(Survey survey, List<Place> places, CancellationToken cancellation)
    {
        db.Places.RemoveRange(await db.Places.Where(p => p.SurveyId == survey.Id).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        db.Places.AddRange(places);
    }

    private static void MustBeDraft(Survey survey)
    {
        if (survey.OpenedAt is not null)
        {
            throw new BrokenRuleException(survey.HasAnswers
                ? "Somebody has answered: whom it asks cannot change any more"
                : "It is open: take it back before you change whom it asks");
        }
    }
}
