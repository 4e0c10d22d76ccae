using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>What published pulse checks say, for pages and for other modules: only figures that were released.</summary>
internal sealed class Pulses(HubDb db) : IPulses
{
    public const string IndexKey = "engagement-index";

    public async Task<IReadOnlyList<PulseChoice>> ChoicesAsync(CancellationToken cancellation = default)
    {
        var questions = await db.SurveyQuestions.AsNoTracking().Where(q => q.Kind == QuestionKind.Agreement).ToListAsync(cancellation);
        var index = new PulseChoice(SurveysModule.EngagementIndex, IndexKey, "Engagement index", "points of 100", UrlOf(IndexKey));
        return [index, .. questions.OrderBy(q => q.Theme).ThenBy(q => q.Key).Select(Choice)];
    }

    public async Task<IReadOnlyList<PulseReading>> ReadAsync(SubjectRef measure, string? unit = null, CancellationToken cancellation = default)
    {
        List<PulseReading> readings = [];
        foreach (var sheet in await ResultSheet.PublishedAsync(db, cancellation))
        {
            if (sheet.MeasureOf(measure) is { } asked)
            {
                readings.Add(Reading(sheet, asked, sheet.Group(Cut.Unit, unit)));
            }
        }

        return readings;
    }

    internal static string UrlOf(string key) => $"/surveys/trends/{key}";

    private static PulseChoice Choice(Question question) =>
        new(new SubjectRef(SurveysModule.QuestionKind, question.Id), question.Key, question.Newest.Text, "% who agree", UrlOf(question.Key));

    private static PulseReading Reading(ResultSheet sheet, AskedMeasure asked, GroupResult? group)
    {
        var survey = sheet.Survey;
        var figure = group is null ? null : asked.Of(group);
        return new PulseReading(new SubjectRef(SurveysModule.SurveyKind, survey.Id), survey.Title, survey.LastDay, asked.Wording, figure is null ? PulseState.HeldBack : survey.SpeaksFor(group!.Answered, group.Asked) ? PulseState.Shown : PulseState.TooFew,
            figure?.Shown.Value, figure is null ? null : group!.Answered, figure?.Shown.Words ?? "held back", $"/surveys/{survey.Id}/results");
    }
}
