using EngagementHub.ServiceLevels.Sources;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

internal sealed class ImportTicketsCommand(HubDb db, TicketImporter importer, TimeProvider clock) : IHostCommand
{
    public string Name => "import-tickets";

    public string Usage => "FILE --mapping NAME";

    public string Description => "takes a ticket system's CSV file in; running it twice changes nothing";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var (path, name) = arguments switch
        {
            [var file, "--mapping", var mappingName] => (file, mappingName),
            ["--mapping", var mappingName, var file] => (file, mappingName),
            _ => ("", ""),
        };
        if (path.Length == 0)
        {
            return await RefuseAsync(errors, "import-tickets needs a FILE and a mapping, as in: import-tickets incidents.csv --mapping servicenow-incident-log");
        }

        if (!File.Exists(path))
        {
            return await RefuseAsync(errors, $"There is no file '{path}'");
        }

        if (await db.TicketMappings.AsNoTracking().FirstOrDefaultAsync(mapping => mapping.Name == name, cancellation) is not { } mapping)
        {
            var known = await db.TicketMappings.Select(other => other.Name).OrderBy(other => other).ToListAsync(cancellation);
            return await RefuseAsync(errors, $"There is no mapping '{name}'. There are: {(known.Count == 0 ? "none yet; make one on the page /service-levels/import" : string.Join(", ", known))}");
        }

        return await TakeAsync(path, mapping, output, errors, cancellation);
    }

    private async Task<int> TakeAsync(string path, TicketMapping mapping, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            using var text = new StreamReader(path);
            var import = TicketImport.Of(mapping, Path.GetFileName(path), null, clock.GetUtcNow());
            var report = await importer.TakeAsync(mapping, text, import, rows => ShowProgress(errors, rows), cancellation);
            await errors.WriteAsync(Console.IsErrorRedirected ? "" : Environment.NewLine);
            foreach (var rejection in report.Rejections)
            {
                await errors.WriteLineAsync($"{Path.GetFileName(path)}({rejection.Line}) {rejection.Column}: {rejection.Reason}. {rejection.Cure}");
            }

            await output.WriteLineAsync(report.InWords);
            return report.Rejected == 0 ? 0 : 1;
        }
        catch (BrokenRuleException broken)
        {
            await errors.WriteLineAsync(broken.Message);
            return 1;
        }
    }

    // A terminal gets a line that moves; a log file is not filled with it.
    private static void ShowProgress(TextWriter errors, long rows)
    {
        if (!Console.IsErrorRedirected)
        {
            errors.Write($"\r{rows:N0} rows read");
        }
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return 2;
    }
}
