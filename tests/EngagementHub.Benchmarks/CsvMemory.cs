using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace EngagementHub.Benchmarks;

/// <summary>A file of 500 MB taken in by the command and by the upload page. Goal: less than 100 MB of memory more than a small file needs.</summary>
internal static partial class CsvMemory
{
    private const int BigRows = 500_000;
    private const int SmallRows = 20_000;

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        host.Migrate();
        var (recipe, small, big) = (Path.Combine(host.Folder, "csv.recipe.json"), Path.Combine(host.Folder, "small.csv"), Path.Combine(host.Folder, "big.csv"));
        await File.WriteAllTextAsync(recipe, TicketsAtScale.Recipe);
        host.ApplyRecipe(recipe);
        await WriteAsync(small, 0, SmallRows);
        await WriteAsync(big, SmallRows, BigRows);
        var size = new FileInfo(big).Length / 1024 / 1024;
        var little = host.Command("import-tickets", small, "--mapping", "log");
        var clock = Stopwatch.StartNew();
        var much = host.Command("import-tickets", big, "--mapping", "log");
        Console.WriteLine($"command: {size} MiB, {BigRows:N0} rows in {clock.Elapsed.TotalSeconds:F0} s; most memory {much} MiB, {much - little} MiB more than with {SmallRows:N0} rows");

        host.Start("--Hub:Recipe=", "--Limits:SignIn:Permits=0");
        using var admin = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Address), Timeout = Timeout.InfiniteTimeSpan };
        using var persona = new FormUrlEncodedContent([KeyValuePair.Create("persona", "admin")]);
        (await admin.PostAsync(new Uri("/account/sign-in", UriKind.Relative), persona)).EnsureSuccessStatusCode();
        var warm = await MostWhileAsync(host, () => TakeAsync(admin, small));
        clock.Restart();
        var most = await MostWhileAsync(host, () => TakeAsync(admin, big));
        Console.WriteLine($"upload: {size} MiB in {clock.Elapsed.TotalSeconds:F0} s, of rows that are known; most memory {most} MiB, {most - warm} MiB more than with {SmallRows:N0} rows");
    }

    private static async Task<long> MostWhileAsync(PublishedHost host, Func<Task> work)
    {
        var (running, most) = (work(), 0L);
        do
        {
            most = Math.Max(most, host.MemoryInMiB());
        }
        while (await Task.WhenAny(running, Task.Delay(200)) != running);
        await running;
        return most;
    }

    private static async Task TakeAsync(HttpClient admin, string path)
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StringContent("log"), "Mapping" }, { new StreamContent(file), "Csv", Path.GetFileName(path) } };
        using var preview = await admin.PostAsync(new Uri("/service-levels/import", UriKind.Relative), form);
        preview.EnsureSuccessStatusCode();
        var fields = Fields(await preview.Content.ReadAsStringAsync()).ToList();
        using var take = new FormUrlEncodedContent(fields);
        var url = preview.RequestMessage!.RequestUri!;
        using var taken = await admin.PostAsync(new Uri($"{url}&handler=take"), take);
        var text = WebUtility.HtmlDecode(await taken.Content.ReadAsStringAsync());
        Console.WriteLine(taken.IsSuccessStatusCode ? Counts().Match(text).Value : throw new InvalidOperationException($"{(int)taken.StatusCode}: {text}"));
    }

    // What the form holds, as a browser would send it.
    private static IEnumerable<KeyValuePair<string, string>> Fields(string html)
    {
        foreach (Match input in Inputs().Matches(html))
        {
            if (Attribute(input.Value, "name") is { } name && Attribute(input.Value, "type") is not ("checkbox" or "radio" or "file" or "submit"))
            {
                yield return KeyValuePair.Create(name, Attribute(input.Value, "value") ?? "");
            }
        }

        foreach (Match select in Selects().Matches(html))
        {
            if (Selected().Match(select.Groups[2].Value) is { Success: true } option)
            {
                yield return KeyValuePair.Create(select.Groups[1].Value, WebUtility.HtmlDecode(option.Groups[1].Value + option.Groups[2].Value));
            }
        }
    }

    private static string? Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    private static async Task WriteAsync(string path, int first, int rows)
    {
        await using var csv = new StreamWriter(path);
        await csv.WriteLineAsync("ticket,at,state,notes");
        var notes = new string('n', 1000);
        for (var row = first; row < first + rows; row++)
        {
            await csv.WriteLineAsync($"T{row},{new DateTime(2024, 1, 1).AddMinutes(row):yyyy-MM-dd HH:mm},New,{notes}");
        }
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*selected[^>]*value=\"([^\"]*)\"|<option[^>]*value=\"([^\"]*)\"[^>]*selected")]
    private static partial Regex Selected();

    [GeneratedRegex("[\\d,]+ rows? read = [^<]*")]
    private static partial Regex Counts();
}
