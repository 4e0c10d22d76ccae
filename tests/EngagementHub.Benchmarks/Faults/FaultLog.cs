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
}
