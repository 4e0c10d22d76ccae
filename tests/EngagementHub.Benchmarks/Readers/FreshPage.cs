using System.Diagnostics;

namespace EngagementHub.Benchmarks.Readers;

/// <summary>The first request after a comment has appeared: the page must be made anew. Goal: 10 ms with 300 comments, 60 ms with 3,000.</summary>
internal static class FreshPage
{
    private const int Comments = 60;

    public static async Task MeasureAsync(PublishedHost host)
    {
        foreach (var comments in (int[])[300, 3000])
        {
            var url = ReadersHub.OpenUrl(comments);
            var writer = await SentForm.SignInAsync(host.Address, "writer", url);
            var reader = (await ReadersHub.SignInAsync(host.Address, "reader", 1))[0];
            using var connection = await writer.ConnectAsync();
            using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
            http.DefaultRequestHeaders.Add("Cookie", reader);
            http.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
            List<(double Wall, double Busy)> times = [];
            for (var i = 0; i < Comments; i++)
            {
                await connection.PostAsync($"A comment that everybody sees at once, number {i}.");
                var (clock, busy) = (Stopwatch.GetTimestamp(), host.ProcessorTime());
                using var answer = await http.GetAsync(new Uri(url, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                answer.EnsureSuccessStatusCode();
                times.Add((Stopwatch.GetElapsedTime(clock).TotalMilliseconds, (host.ProcessorTime() - busy).TotalMilliseconds));
            }

            // The first ones are the compiler's.
            var warm = times.Skip(Comments / 2).ToList();
            double[] wall = [.. warm.Select(t => t.Wall).Order()];
            Console.WriteLine($"first request after a new comment, {comments} comments: p50 {wall[wall.Length / 2]:F1} ms, p95 {wall[(int)(wall.Length * 0.95)]:F1} ms, fastest {wall[0]:F1} ms; first ever {times[0].Wall:F1} ms; processor time of the host {warm.Average(t => t.Busy):F1} ms");
        }
    }
}
