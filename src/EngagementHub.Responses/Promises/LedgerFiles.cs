using System.Text;
using EngagementHub.Core.Text;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Responses.Promises;

/// <summary>The ledger as data that can leave.</summary>
internal static class LedgerFiles
{
    private static readonly string[] Columns = ["id", "state", "asked", "askers", "promise", "owner", "made", "due", "first due", "days moved", "age in working days", "working days past due", "kept", "evidence", "because",
        "blog", "made in", "said by", "figure", "changed", "link"];

    public static async Task<IResult> CsvAsync(Ledger ledger, [AsParameters] LedgerFilter filter, CancellationToken cancellation)
    {
        var text = new StringBuilder(CsvCell.Line(Columns));
        foreach (var line in (await ledger.ReadAsync(cancellation)).Where(filter.Takes))
        {
            text.Append(CsvCell.Line(Row(line)));
        }

        return Results.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    public static async Task<IResult> JsonAsync(Ledger ledger, [AsParameters] LedgerFilter filter, CancellationToken cancellation) =>
        Results.Json((await ledger.ReadAsync(cancellation)).Where(filter.Takes).Select(line => new
        {
            line.Id,
            State = line.State.ToString(),
            line.Asked,
            line.Askers,
            Promise = line.What,
            Owner = line.OwnerName,
            Made = line.MadeDay,
            line.Due,
            Moved = line.Slips.Select(s => new { s.From, s.To, s.Because }),
            AgeInWorkingDays = line.Age,
            WorkingDaysPastDue = line.DaysPastDue,
            Kept = line.KeptDay,
            Evidence = line.KeptText ?? line.Evidence,
            Link = line.KeptLink,
            line.Because,
            line.Url,
            Blog = line.Scope?.BlogName,
            MadeIn = line.MadeIn ?? line.Scope?.Title,
            SaidBy = SaidBy(line),
            Figure = line.Figure?.Sentence,
            line.ChangedAt,
        }));

    private static IEnumerable<object?> Row(LedgerLine line) =>
    [
        line.Id, line.State, line.Asked, line.Askers, line.What, line.OwnerName, line.MadeDay, line.Due, line.Slips.Count == 0 ? line.Due : line.Slips[0].From,
        line.Slips.Count, line.Age, line.Due is null ? null : line.DaysPastDue, line.KeptDay, line.KeptText ?? line.Evidence, line.Because,
        line.Scope?.BlogName, line.MadeIn ?? line.Scope?.Title, SaidBy(line), line.Figure?.Sentence, line.ChangedAt, line.Url,
    ];

    // By whom it stands as it does: a figure, a person, or the calendar alone.
    private static string SaidBy(LedgerLine line) => line switch
    {
        { IsByFigure: true } => "the figure",
        { State: LedgerState.Late or LedgerState.Open } => "the calendar",
        _ => "a person",
    };
}
