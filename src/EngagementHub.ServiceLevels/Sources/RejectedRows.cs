using EngagementHub.Core.Text;
using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>The rows of a file that were not taken, as a file to correct and take in again: each as it was, with its line and what is wrong behind it.</summary>
internal static class RejectedRows
{
    public static async Task WriteAsync(Stream file, FileForm form, IReadOnlyList<Rejection> rejections, TextWriter output)
    {
        var reasons = rejections.DistinctBy(rejection => rejection.Line).ToDictionary(rejection => rejection.Line);
        file.Position = 0;
        var rows = form.Rows(file);
        rows.Read();
        var columns = rows.Count;
        await output.WriteAsync(CsvCell.Line([.. rows.Cells(), "line", "column", "what is wrong", "what to do"]));
        while (rows.Read())
        {
            if (reasons.TryGetValue(rows.Flaw?.Line ?? rows.Line, out var why))
            {
                var cells = rows.Cells();
                await output.WriteAsync(CsvCell.Line([.. cells, .. Enumerable.Repeat("", Math.Max(0, columns - cells.Length)), why.Line, why.Column, why.Reason, why.Cure]));
            }
        }
    }
}
