using System.Text;
using EngagementHub.Core.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Results;

/// <summary>Published results as data: the figures of the page, rounded and held back as there.</summary>
internal static class ResultFiles
{
    private static readonly string[] Columns = ["by", "group", "asked", "answered", "measure", "wording", "figure", "speaks for all asked"];

    public static async Task<IResult> CsvAsync(Guid id, HubDb db, CancellationToken cancellation)
    {
        if (await FindAsync(id, db, cancellation) is not { } view)
        {
            return TypedResults.NotFound();
        }

        var text = new StringBuilder(CsvCell.Line(Columns));
        foreach (var row in Rows(view))
        {
            text.Append(CsvCell.Line(row.By, row.Group, row.Asked, row.Answered, row.Measure, row.Wording, row.Figure, row.Speaks));
        }

        return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    public static async Task<IResult> JsonAsync(Guid id, HubDb db, CancellationToken cancellation) => await FindAsync(id, db, cancellation) is not { } view
        ? TypedResults.NotFound()
        : TypedResults.Json(new { view.Survey.Title, view.Survey.FirstDay, view.Survey.LastDay, view.Survey.Purpose, view.Survey.Use, view.Survey.Response, view.Survey.Threshold, view.Survey.Floor, view.Sheet.Speaks, Figures = Rows(view) });

    private static async Task<ResultView?> FindAsync(Guid id, HubDb db, CancellationToken cancellation) =>
        await db.Surveys.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.RespondedAt != null, cancellation) is { } survey ? await ResultView.ReadAsync(db, survey, cancellation) : null;

    private static IEnumerable<FigureRow> Rows(ResultView view)
    {
        if (view.Everybody is not { } all)
        {
            return [];
        }

        var everybody = Of("everybody", "", all.Asked, all.Answered, view.Index?.Now, [.. view.Themes.Select(t => t.Score)])
            .Concat(view.Questions.Zip(view.Sheet.Scaled, (q, item) => new FigureRow("everybody", "", all.Asked, all.Answered, q.Key, item.Wording, q.Positive.Now.Shown.Words, view.Sheet.Speaks)));
        return [.. everybody, .. view.Units.SelectMany(u => Of("unit", u.Name, u.Asked, u.Answered, u.Index, u.Themes)), .. view.Grades.SelectMany(g => Of("grade", g.Name, g.Asked, g.Answered, g.Index, g.Themes))];

        IEnumerable<FigureRow> Of(string by, string group, int asked, int answered, Figure? index, IReadOnlyList<Figure> themes) =>
        [
            .. index is null ? [] : (FigureRow[])[new(by, group, asked, answered, Pulses.IndexKey, null, index.Shown.Words, view.Survey.SpeaksFor(answered, asked))],
            .. view.Themes.Zip(themes, (t, score) => new FigureRow(by, group, asked, answered, t.Theme, null, score.Shown.Words, view.Survey.SpeaksFor(answered, asked))),
        ];
    }
}

/// <summary>One figure of a file.</summary>
internal sealed record FigureRow(string By, string Group, int Asked, int Answered, string Measure, int? Wording, string Figure, bool Speaks);
