using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>A group's released sums.</summary>
/// <param name="Name">The unit or grade; "Everybody".</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Marks">For each question on five points the five counts.</param>
internal sealed record GroupResult(string Name, int Asked, int Answered, int[] Marks)
{
    /// <summary>How many of those asked answered, as it may be shown.</summary>
    public static Coarse RateOf(GroupResult group) => Coarse.Share(100m * group.Answered / group.Asked, group.Asked);
}

/// <summary>A figure, exact for reckoning and coarse for showing.</summary>
internal sealed record Figure(decimal Exact, double Error, Coarse Shown);

/// <summary>A measure as one pulse check asked it.</summary>
/// <param name="Wording">The number of the question's wording; 1 for the index.</param>
/// <param name="Of">The figure of a group; nothing when it cannot be had.</param>
internal sealed record AskedMeasure(int Wording, Func<GroupResult, Figure?> Of);

/// <summary>The results of one pulse check: the groups that were released at its close, and nothing of the others.</summary>
internal sealed class ResultSheet
{
    private readonly Dictionary<Guid, Question> _questions;
    private readonly List<Tally> _tallies;

    private ResultSheet(Survey survey, Dictionary<Guid, Question> questions, List<Tally> tallies) => (Survey, _questions, _tallies) = (survey, questions, tallies);

    public Survey Survey { get; }

    /// <summary>The questions on five points, in their order: their place here is their place in the sums.</summary>
    public IReadOnlyList<Item> Scaled => [.. Survey.Items.Where(i => i.Kind == QuestionKind.Agreement).OrderBy(i => i.Number)];

    /// <summary>Everybody together; nothing when not even that may be shown.</summary>
    public GroupResult? Everybody => !Survey.IsShown ? null : Sum("Everybody", _tallies.Where(t => t.Cut == Cut.Unit));

    public static async Task<ResultSheet> ReadAsync(HubDb db, Survey survey, CancellationToken cancellation)
    {
        var ids = survey.Items.Select(i => i.Question).ToList();
        var questions = await db.SurveyQuestions.AsNoTracking().Where(q => ids.Contains(q.Id)).ToDictionaryAsync(q => q.Id, cancellation);
        return new(survey, questions, survey.ClosedAt is null ? [] : await db.Tallies.AsNoTracking().Where(t => t.SurveyId == survey.Id).ToListAsync(cancellation));
    }

    /// <summary>All whose results are published, oldest first.</summary>
    public static async Task<IReadOnlyList<ResultSheet>> PublishedAsync(HubDb db, CancellationToken cancellation)
    {
        List<ResultSheet> sheets = [];
        foreach (var survey in await db.Surveys.AsNoTracking().Where(s => s.RespondedAt != null).OrderBy(s => s.LastDay).ThenBy(s => s.Id).ToListAsync(cancellation))
        {
            sheets.Add(await ReadAsync(db, survey, cancellation));
        }

        return sheets;
    }

    /// <summary>Whether enough of those asked answered, by what was announced.</summary>
    public bool Speaks => Everybody is { } all && Survey.SpeaksFor(all.Answered, all.Asked);

    public string TextOf(Item item) => _questions[item.Question].Worded(item.Wording).Text;

    public Question QuestionOf(Item item) => _questions[item.Question];

    /// <summary>The groups that may be shown, by name.</summary>
    public IReadOnlyList<GroupResult> Groups(Cut cut) => !Survey.IsShown ? [] : [.. _tallies.Where(t => t.Cut == cut && t.Group != Tally.Rest).OrderBy(t => t.Group).Select(t => Sum(t.Group, [t]))];

    /// <summary>The group of that name, everybody without a name; nothing when it is not shown or not there, which looks alike.</summary>
    public GroupResult? Group(Cut cut, string? name) => string.IsNullOrEmpty(name) ? Everybody : Groups(cut).FirstOrDefault(g => g.Name == name);

    /// <summary>The places of the five items of the index, when all are asked.</summary>
    public IReadOnlyList<int> IndexItems()
    {
        var places = Scaled.Select((item, place) => (_questions[item.Question].IndexItem, place)).Where(i => i.IndexItem is not null).Select(i => i.place).ToList();
        return places.Count == 5 ? places : [];
    }

    /// <summary>The headings and the places of their questions.</summary>
    public IReadOnlyList<(string Theme, IReadOnlyList<int> Places)> Themes() =>
        [.. Scaled.Select((item, place) => (_questions[item.Question].Theme, place)).GroupBy(i => i.Theme).Select(g => (g.Key, (IReadOnlyList<int>)[.. g.Select(i => i.place)]))];

    public Figure? Index(GroupResult group) => IndexItems() is { Count: 5 } items && Figures.Index(group.Marks, items) is { } exact
        ? new(exact, Noise.OfIndex(group.Marks, items), Coarse.Points(exact))
        : null;

    public static Figure Positive(GroupResult group, int place)
    {
        var marks = Figures.Marks(group.Marks, place);
        var exact = 100m * Figures.Positive(marks) / group.Answered;
        return new(exact, Noise.OfShare(marks), Coarse.Share(exact, group.Answered));
    }

    public static Figure Theme(GroupResult group, IReadOnlyList<int> places)
    {
        var exact = Figures.Theme(group.Marks, places)!.Value;
        return new(exact, Noise.OfTheme(group.Marks, places), Coarse.Share(exact, group.Answered));
    }

    /// <summary>How this pulse check asked the measure; nothing when it did not.</summary>
    public AskedMeasure? MeasureOf(SubjectRef measure)
    {
        if (measure == SurveysModule.EngagementIndex)
        {
            // One more for each item that was worded anew: then it is another index.
            return IndexItems() is { Count: 5 } items ? new AskedMeasure(1 + items.Sum(i => Scaled[i].Wording - 1), Index) : null;
        }

        var place = measure.Kind == SurveysModule.QuestionKind ? Scaled.ToList().FindIndex(i => i.Question == measure.Id) : -1;
        return place < 0 ? null : new AskedMeasure(Scaled[place].Wording, group => Positive(group, place));
    }

    private static GroupResult Sum(string name, IEnumerable<Tally> tallies)
    {
        var all = tallies.ToList();
        return new(name, all.Sum(t => t.Asked), all.Sum(t => t.Answered), all.Select(t => t.Marks).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]));
    }
}
