namespace EngagementHub.ServiceLevels;

internal sealed class CalendarCheckCommand : IHostCommand
{
    public string Name => "calendar-check";

    public string Usage => "FILE";

    public string Description => "checks worked examples of working time and says every difference";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not [var path])
        {
            await errors.WriteLineAsync("calendar-check needs one FILE of worked examples, as in: calendar-check working-time-vectors.json");
            return 2;
        }

        if (!File.Exists(path))
        {
            await errors.WriteLineAsync($"There is no file '{path}'");
            return 2;
        }

        try
        {
            return await SayAsync(WorkedExamples.Check(await File.ReadAllTextAsync(path, cancellation)), output);
        }
        catch (FormatException problem)
        {
            await errors.WriteLineAsync($"{path}: {problem.Message}");
            return 2;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{path} cannot be read: {problem.Message}");
            return 2;
        }
    }

    private static async Task<int> SayAsync(IReadOnlyList<CheckedExample> examples, TextWriter output)
    {
        var different = examples.Where(example => example.Difference is not null).ToList();
        foreach (var example in different)
        {
            await output.WriteLineAsync($"{example.Id}: {example.Difference}{(example.IsMalformed ? $" (line {example.Line})" : "")}");
        }

        await output.WriteLineAsync($"{examples.Count - different.Count} passed, {different.Count} failed");
        return different.Count == 0 ? 0 : 1;
    }
}
