using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>One question for everybody.</summary>
internal sealed record QuestionLine(SubjectRef Subject, string Key, string Text, string Theme, Comparison Positive, Coarse Neutral, Coarse Negative);

/// <summary>One heading for everybody.</summary>
internal sealed record ThemeLine(string Theme, Figure Score);

/// <summary>One unit or grade that is shown.</summary>
internal sealed record GroupLine(string Name, int Asked, int Answered, Figure? Index, IReadOnlyList<Figure> Themes)
{
    /// <summary>Whether enough of the group answered, by what was announced.</summary>
    public bool Speaks { get; init; } = true;

    public Coarse Rate => Coarse.Share(100m * Answered / Asked, Asked);
}

/// <summary>Answers in words to one question.</summary>
internal sealed record WordsLine(SubjectRef Subject, string Key, string Text, IReadOnlyList<string> Answers, int KeptBack);

/// <summary>The results as a page or a file shows them.</summary>
internal sealed record ResultView(ResultSheet Sheet, GroupResult? Everybody, Comparison? Index, IReadOnlyList<ThemeLine> Themes, IReadOnlyList<QuestionLine> Questions)
{
    public Survey Survey => Sheet.Survey;

    /// <summary>The pulse check and what it asked, by which other modules name what it led to.</summary>
    public IReadOnlyList<SubjectRef> Things => [new(SurveysModule.SurveyKind, Survey.Id), .. Survey.Items.OrderBy(i => i.Number).Select(i => new SubjectRef(SurveysModule.QuestionKind, i.Question)), .. Index is null ? [] : (SubjectRef[])[SurveysModule.EngagementIndex]];

    public IReadOnlyList<GroupLine> Units { get; private init; } = [];

    public IReadOnlyList<GroupLine> Grades { get; private init; } = [];

    public IReadOnlyList<WordsLine> Words { get; private init; } = [];

    public static async Task<ResultView> ReadAsync(HubDb db, Survey survey, CancellationToken cancellation)
    {
        var sheet = await ResultSheet.ReadAsync(db, survey, cancellation);
        if (sheet.Everybody is not { } all)
        {
            return new(sheet, null, null, [], []);
        }

        var before = (await ResultSheet.PublishedAsync(db, cancellation)).Where(s => s.Survey.LastDay < survey.LastDay && s.Survey.IsShown).Reverse().ToList();
        return new(sheet, all, Compare(SurveysModule.EngagementIndex, "point"), [.. sheet.Themes().Select(t => new ThemeLine(t.Theme, ResultSheet.Theme(all, t.Places)))],
            [.. sheet.Scaled.Select((item, place) => Line(sheet, item, place))])
        {
            Units = Lines(sheet, Cut.Unit),
            Grades = Lines(sheet, Cut.Grade),
            Words = await WordsAsync(db, sheet, cancellation),
        };

        QuestionLine Line(ResultSheet of, Item item, int place)
        {
            var question = of.QuestionOf(item);
            var marks = Figures.Marks(all.Marks, place);
            var subject = new SubjectRef(SurveysModule.QuestionKind, question.Id);
            return new(subject, question.Key, of.TextOf(item), question.Theme, Compare(subject, "percentage point")!,
                Coarse.Share(100m * Figures.Neutral(marks) / all.Answered, all.Answered), Coarse.Share(100m * Figures.Negative(marks) / all.Answered, all.Answered));
        }

        Comparison? Compare(SubjectRef measure, string unit)
        {
            if (sheet.MeasureOf(measure) is not { } asked || asked.Of(all) is not { } now)
            {
                return null;
            }

            var last = before.FirstOrDefault(s => s.MeasureOf(measure)?.Wording == asked.Wording);
            return new(now, last?.Everybody is { } group ? last.MeasureOf(measure)!.Of(group) : null, unit, Comparison.AreLarge(all.Answered, last?.Everybody?.Answered ?? 0)) { Speaks = sheet.Speaks && last?.Speaks != false };
        }
    }

    private static IReadOnlyList<GroupLine> Lines(ResultSheet sheet, Cut cut) =>
        [.. sheet.Groups(cut).Select(g => new GroupLine(g.Name, g.Asked, g.Answered, sheet.Index(g), [.. sheet.Themes().Select(t => ResultSheet.Theme(g, t.Places))]) { Speaks = sheet.Survey.SpeaksFor(g.Answered, g.Asked) })];

    private static async Task<IReadOnlyList<WordsLine>> WordsAsync(HubDb db, ResultSheet sheet, CancellationToken cancellation)
    {
        var survey = sheet.Survey.Id;
        var texts = await db.TextAnswers.AsNoTracking().Where(t => t.SurveyId == survey).OrderBy(t => t.Id).ToListAsync(cancellation);
        return [.. sheet.Survey.Items.Where(i => i.Kind == QuestionKind.Words).OrderBy(i => i.Number).Select(i => new WordsLine(new(SurveysModule.QuestionKind, i.Question), sheet.QuestionOf(i).Key, sheet.TextOf(i),
            [.. texts.Where(t => t.Item == i.Number && t.Standing == TextStanding.Shown).Select(t => t.Text)],
            texts.Count(t => t.Item == i.Number && t.Standing != TextStanding.Shown)))];
    }
}
