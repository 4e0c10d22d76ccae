namespace EngagementHub.Benchmarks;

/// <summary>What the host holds of the machine's memory with 100,000 comments and 1,000,000 tickets, after its pages were asked for. Goal: at most 400 MB.</summary>
internal static class Memory
{
    private const int Comments = 100_000;
    private const int Tickets = 1_000_000;

    public static async Task MeasureAsync(string? postgres)
    {
        var filled = Environment.GetEnvironmentVariable("HUB_FILLED") ?? "";
        using var host = new PublishedHost(postgres) { Data = filled };
        host.Publish();
        if (filled.Length == 0)
        {
            await FillAsync(host);
        }

        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        Console.WriteLine($"after the start: {host.MemoryInWords()}");
        var rows = new CommentRows(host.Connection, postgres is not null);
        using (var load = new CheapLoad(await SentForm.SignInAsync(host.Address, "reader"), connections: 64))
        {
            while (rows.Count() < Comments)
            {
                load.Send(seconds: 2);
            }
        }

        Console.WriteLine($"after {rows.Count():N0} comments were sent: {host.MemoryInWords()}");
        foreach (var (who, url) in ((string, string)[])[("reader", "/"), ("reader", "/blogs/bench/2007/04/18/how-we-work"), ("reader", "/service-levels"), ("reader", "/service-levels/desk"), ("moderator", "/moderation"), ("moderator", "/service-levels/desk")])
        {
            await AskAsync(host, who, url);
        }

        await Task.Delay(TimeSpan.FromSeconds(15));
        Console.WriteLine($"15 seconds later: {host.MemoryInWords()}");
    }

    private static async Task FillAsync(PublishedHost host)
    {
        var (recipe, scale, log) = (Path.Combine(host.Folder, "bench.recipe.json"), Path.Combine(host.Folder, "scale.recipe.json"), Path.Combine(host.Folder, "log.csv"));
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 0));
        await File.WriteAllTextAsync(scale, TicketsAtScale.Recipe);
        host.ApplyRecipe(recipe);
        host.ApplyRecipe(scale);
        await TicketsAtScale.WriteAsync(log, Tickets);
        host.Command("import-tickets", log, "--mapping", "log");
    }

    private static async Task AskAsync(PublishedHost host, string who, string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 }) { BaseAddress = new Uri(host.Address) };
        http.DefaultRequestHeaders.Add("Cookie", (await SentForm.SignInAsync(host.Address, who)).Cookie);
        for (var round = 0; round < 12; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
            {
                using var answer = await http.GetAsync(new Uri(url, UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null);
            }));
        }

        Console.WriteLine($"after 192 times {url} for the {who}: {host.MemoryInWords()}");
    }
}
