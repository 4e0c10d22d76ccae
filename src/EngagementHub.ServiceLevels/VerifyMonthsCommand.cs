using EngagementHub.ServiceLevels.Signing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

internal sealed class VerifyMonthsCommand(HubDb db, DriftReader rows) : IHostCommand
{
    public string Name => "verify-months";

    public string Usage => "";

    public string Description => "works out the hash of every signed month anew and says which are not what was signed";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments.Count > 0)
        {
            await errors.WriteLineAsync("verify-months takes no arguments");
            return 2;
        }

        var (whole, broken) = (0, 0);
        await foreach (var month in db.SignedMonths.AsNoTracking().OrderBy(month => month.Of).ThenBy(month => month.Month).ThenBy(month => month.Revision).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var isWhole = MonthRecord.IsWhole(month, await rows.RowsAsync(month, cancellation));
            (whole, broken) = isWhole ? (whole + 1, broken) : (whole, broken + 1);
            await output.WriteLineAsync($"{month.Of} {month.Month.ToString("yyyy-MM", Say.English)} {month.Name} {month.Hash} {(isWhole ? "as signed" : "NOT AS SIGNED")}");
        }

        await output.WriteLineAsync($"{whole} as signed, {broken} not");
        return broken == 0 ? 0 : 1;
    }
}
