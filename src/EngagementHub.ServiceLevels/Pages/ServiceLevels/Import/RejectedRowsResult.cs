using System.Text;
using EngagementHub.ServiceLevels.Sources;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

/// <summary>Sends the rows that could not be taken as a file, one by one.</summary>
internal sealed class RejectedRowsResult(Stream file, ReadFile read) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var answer = context.HttpContext.Response;
        answer.ContentType = "text/csv; charset=utf-8";
        answer.Headers.ContentDisposition = "attachment; filename=rejected-rows.csv";
        await using var source = file;
        await using var output = new StreamWriter(answer.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await RejectedRows.WriteAsync(source, read.Form, read.Report.Rejections, output);
    }
}
