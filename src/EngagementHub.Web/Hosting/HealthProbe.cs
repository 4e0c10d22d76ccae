namespace EngagementHub.Web.Hosting;

/// <summary>The command <c>health</c>: asks the hub of this machine whether it is ready. For containers, whose image has no other program that could ask.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(string[] args)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
        var address = Address(settings["urls"]);
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health/ready"));
            await Console.Out.WriteLineAsync($"{address} is {(answer.IsSuccessStatusCode ? "ready" : $"not ready ({(int)answer.StatusCode})")}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} does not answer");
            return 1;
        }
    }

    // The first address that is listened on; "any" is this machine too.
    private static Uri Address(string? urls)
    {
        var first = (urls ?? "http://127.0.0.1:5080").Split(';')[0];
        return new Uri(first.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "[::1]", StringComparison.Ordinal).Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal));
    }
}
