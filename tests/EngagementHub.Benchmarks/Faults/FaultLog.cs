using System.Net;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>What a fault test found, said as it comes; the last line sums it up.</summary>
internal sealed class FaultLog
{
    private int _passed;
    private int _failed;

    public void Check(string words, bool holds, object? found = null)
    {
        (_passed, _failed) = holds ? (_passed + 1, _failed) : (_passed, _failed + 1);
        Console.WriteLine($"{(holds ? "ok  " : "FAIL")} {words}{(found is null ? "" : $": {found}")}");
    }

    /// <summary>The exit code.</summary>
    public int Finish()
    {
        Console.WriteLine($"{_passed} passed, {_failed} failed");
        return _failed == 0 && _passed > 0 ? 0 : 1;
    }

    /// <summary>Waits until it holds, and says how long that took; nothing when it never did.</summary>
    public static async Task<TimeSpan?> UntilAsync(Func<Task<bool>> holds, TimeSpan longest)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (clock.Elapsed < longest)
        {
            if (await holds())
            {
                return clock.Elapsed;
            }

            await Task.Delay(20);
        }

        return null;
    }

    /// <summary>How the hub answers; nothing when it does not.</summary>
    public static async Task<HttpStatusCode?> StatusAsync(HttpClient http, string url)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(url, UriKind.Relative));
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>What <see cref="UntilAsync"/> found, in words.</summary>
    public static string Seconds(TimeSpan? time) => time is { } took ? $"{took.TotalSeconds:F1} seconds" : "never";
}
