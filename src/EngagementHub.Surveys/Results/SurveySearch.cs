using EngagementHub.Core.Search;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>Published results are found by what was asked, in its words, and by what was said in answer. What people wrote, and figures, are read on the page of results only.</summary>
internal sealed class SurveySearch(HubDb db, IStaffDirectory directory, SurveyDesk desk) : ISearchSource
{
    public string Kind => SearchKinds.Survey;

    public int Order => 50;

    public async Task<IReadOnlyList<Findable>> FollowAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation) => await TellAsync([.. changed.OfType<Survey>()], cancellation);

    public async Task<IReadOnlyList<Guid>> EverythingAsync(CancellationToken cancellation) => await db.Surveys.IgnoreAutoIncludes().Select(s => s.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await TellAsync(await db.Surveys.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellation), cancellation);

    private async Task<IReadOnlyList<Findable>> TellAsync(List<Survey> surveys, CancellationToken cancellation)
    {
        List<Findable> told = [];
        foreach (var survey in surveys)
        {
            told.Add(new(new(SurveysModule.SurveyKind, survey.Id), survey.RespondedAt is { } at ? await TextAsync(survey, at, cancellation) : null));
        }

        return told;
    }

    private async Task<SearchText> TextAsync(Survey survey, DateTimeOffset at, CancellationToken cancellation)
    {
        var ids = survey.Items.Select(i => i.Question).ToList();
        var questions = await db.SurveyQuestions.AsNoTracking().Where(q => ids.Contains(q.Id)).ToDictionaryAsync(q => q.Id, cancellation);
        var asked = survey.Items.OrderBy(i => i.Number).Where(i => questions.ContainsKey(i.Question)).Select(i => questions[i.Question].Worded(i.Wording).Text);
        return new(SearchKinds.Survey, survey.Title, string.Join(' ', [survey.Response!, .. asked, survey.Purpose, survey.Use]), $"/surveys/{survey.Id}/results", desk.DayOf(at))
        {
            By = await directory.FindAsync(survey.RespondedBy!.Value, cancellation) is { } person ? $"{person.Name}, {person.Title}" : "A former member of staff",
            VisibleFrom = at,
        };
    }
}
