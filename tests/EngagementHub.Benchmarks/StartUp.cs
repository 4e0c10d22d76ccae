namespace EngagementHub.Benchmarks;

/// <summary>From the start of the process to listening with a database that is there already, and the memory of a hub that nobody asks. Goals: at most two seconds, at most 150 MiB.</summary>
internal static class StartUp
{
    private const int Starts = 5;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan LongIdle = TimeSpan.FromSeconds(40);

    // What the runtime can be told in the environment, each against what is shipped.
    private static readonly (string Name, Dictionary<string, string> Set)[] Choices =
    [
        ("as shipped", []),
        ("collector for servers", new() { ["DOTNET_gcServer"] = "1" }),
        ("collector for workstations", new() { ["DOTNET_gcServer"] = "0" }),
        ("compiled without code made ready", new() { ["DOTNET_ReadyToRun"] = "0" }),
        ("without profiles", new() { ["DOTNET_TieredPGO"] = "0" }),
    ];

    public static async Task MeasureAsync(bool onlyShipped)
    {
        using var host = new PublishedHost();
        host.Publish();
        var first = host.Start();
        host.Stop();
        Console.WriteLine($"first start, with migrations and the demonstration recipe: {first.TotalSeconds:F2} s");
        foreach (var (name, set) in Choices.Take(onlyShipped ? 1 : Choices.Length))
        {
            host.Environment.Clear();
            set.ToList().ForEach(pair => host.Environment.Add(pair.Key, pair.Value));
            List<double> times = [];
            for (var i = 1; i < Starts; i++)
            {
                times.Add(host.Start().TotalSeconds);
                host.Stop();
            }

            times.Add(host.Start().TotalSeconds);
            Console.WriteLine($"{name}: start, median of {Starts}: {times.Order().ElementAt(Starts / 2):F2} s, fastest {times.Min():F2} s, {host.ProcessorTime().TotalSeconds:F2} s of processor time; when ready {host.MemoryInWords()}");
            await Task.Delay(Idle);
            Console.WriteLine($"  after {Idle.TotalSeconds} s without a request {host.MemoryInWords()}");
            await Task.Delay(LongIdle - Idle);
            Console.WriteLine($"  after {LongIdle.TotalSeconds} s {host.MemoryInWords()}, {host.ProcessorTime().TotalSeconds:F2} s of processor time");
            host.Stop();
        }
    }
}
