namespace EngagementHub.Benchmarks;

/// <summary>From the start of the process to listening, with a database that is there already. Goal: at most two seconds.</summary>
internal static class StartUp
{
    public static Task MeasureAsync()
    {
        using var host = new PublishedHost();
        host.Publish();
        var first = host.Start();
        host.Stop();
        List<double> later = [];
        for (var i = 0; i < 7; i++)
        {
            later.Add(host.Start().TotalSeconds);
            Console.WriteLine($"start {i + 1}: {later[^1]:F2} s, {host.MemoryInMiB()} MiB");
            host.Stop();
        }

        Console.WriteLine($"first start with migrations and the demonstration recipe: {first.TotalSeconds:F2} s; later starts, median of 7: {later.Order().ElementAt(3):F2} s");
        return Task.CompletedTask;
    }
}
