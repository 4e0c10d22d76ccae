using System.Runtime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Csv;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

internal sealed class ImportTicketsCommand(HubDb db, TicketImporter importer, TimeProvider clock) : IHostCommand
{
    public string Name => "import-tickets";

    public string Usage => "FILE --mapping NAME [--encoding NAME] [--delimiter CHARACTER] [--dates dmy|mdy|ymd] [--zone ZONE] [--accept-good-rows] [--rejected FILE]";

    public string Description => "takes a ticket system's CSV file in, all or nothing unless --accept-good-rows is given; running it twice changes nothing, and a very long one that was broken off goes on where it stopped";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            // Nobody waits for this process's pauses: collecting beside the work would only take a core from it.
            GCSettings.LatencyMode = GCLatencyMode.Batch;
            importer.BatchSize = TicketImporter.LargestBatch;
            var asked = ImportOptions.Parse(arguments);
            if (!File.Exists(asked.File))
            {
                return await RefuseAsync(errors, $"There is no file '{asked.File}'");
            }

            if (await db.TicketMappings.AsNoTracking().FirstOrDefaultAsync(mapping => mapping.Name == asked.Mapping, cancellation) is not { } mapping)
            {
                var known = await db.TicketMappings.Select(other => other.Name).OrderBy(other => other).ToListAsync(cancellation);
                return await RefuseAsync(errors, $"There is no mapping '{asked.Mapping}'. There are: {(known.Count == 0 ? "none yet; make one on the page /service-levels/import" : string.Join(", ", known))}");
            }

            return await TakeAsync(asked, mapping, output, errors, cancellation);
        }
        catch (ImportOptionException wrong)
        {
            return await RefuseAsync(errors, wrong.Message);
        }
        catch (BrokenRuleException broken)
        {
            await errors.WriteLineAsync(broken.Message);
            return 1;
        }
    }

    private async Task<int> TakeAsync(ImportOptions asked, TicketMapping mapping, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var look = File.OpenRead(asked.File);
        var reading = await FileReading.OfAsync(look, asked.Rules(mapping.Rules), now, cancellation);
        var import = await ImportAsync(asked, mapping, reading.Rules, now, cancellation);
        if (import.Rows > 0)
        {
            await errors.WriteLineAsync($"This file was broken off before: going on after row {import.Rows.ToString("N0", Say.English)}");
        }

        var (watch, already) = (System.Diagnostics.Stopwatch.StartNew(), import.Rows);
        var report = reading.Problem is { } problem ? throw problem
            : await importer.TakeAsync(() => new TicketFile(reading.Form.Rows(File.OpenRead(asked.File)), reading.Rules, now + TicketIntake.Skew), import, !asked.AcceptsGoodRows, rows => ShowProgress(errors, rows, (rows - already) / watch.Elapsed.TotalSeconds), cancellation);
        await errors.WriteAsync(Console.IsErrorRedirected ? "" : Environment.NewLine);
        await ListAsync(report, asked, reading.Form, errors);
        await output.WriteLineAsync(report.IsRefused ? $"Nothing was taken in: {Say.Count(report.Rejected, "row")} cannot be taken. Correct the file, or use --accept-good-rows to leave them out" : report.InWords);
        return report.Rejected == 0 ? 0 : 1;
    }

    private static async Task ListAsync(ImportReport report, ImportOptions asked, FileForm form, TextWriter errors)
    {
        foreach (var rejection in report.Rejections.Take(ImportReport.MostListed))
        {
            await errors.WriteLineAsync($"{Path.GetFileName(asked.File)}({rejection.Line}) {rejection.Column}: {rejection.Reason}. {rejection.Cure}");
        }

        if (asked.Rejected is { } path && report.Rejected > 0)
        {
            await using var source = File.OpenRead(asked.File);
            await using var rejected = File.CreateText(path);
            await RejectedRows.WriteAsync(source, form, report.Rejections, rejected);
        }
    }

    // A terminal gets a line that moves; a log file is not filled with it.
    private static void ShowProgress(TextWriter errors, long rows, double pace)
    {
        if (!Console.IsErrorRedirected)
        {
            errors.Write($"\r{rows:N0} rows read, {pace:N0} a second");
        }
    }

    // The same bytes read in the same way are the same import; one that was broken off is gone on with.
    private async Task<TicketImport> ImportAsync(ImportOptions asked, TicketMapping mapping, MappingRules rules, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(asked.File);
        var fingerprint = Convert.ToHexString(SHA256.HashData([.. await SHA256.HashDataAsync(file, cancellation), .. Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rules))]));
        var begun = await db.TicketImports.Where(import => import.Mapping == mapping.Name && import.Fingerprint == fingerprint && !import.IsFinished).OrderByDescending(import => import.Id).FirstOrDefaultAsync(cancellation);
        if (begun is not null)
        {
            begun.Latest = now;
        }

        return begun ?? TicketImport.OfCommand(mapping, Path.GetFileName(asked.File), fingerprint, now);
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return 2;
    }
}
