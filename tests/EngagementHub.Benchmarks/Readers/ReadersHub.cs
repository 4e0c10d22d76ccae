using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace EngagementHub.Benchmarks.Readers;

/// <summary>The published hub with posts of 10 to 10,000 comments, and people who read them signed in.</summary>
internal static class ReadersHub
{
    public static readonly int[] Sizes = [10, 100, 300, 1000, 3000, 10000];

    /// <summary>A discussion that a moderator reads first.</summary>
    public static string Url(int comments) => $"/blogs/bench/2007/04/18/how-we-work-{comments}";

    /// <summary>A discussion whose comments are shown at once.</summary>
    public static string OpenUrl(int comments) => $"/blogs/bench/2007/04/18/open-{comments}";

    public static async Task StartAsync(PublishedHost host, params IReadOnlyList<string> settings)
    {
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe());
        host.ApplyRecipe(recipe);
        ManyComments.Fill(host.Connection, Posts.ToDictionary(p => p.Slug, p => p.Comments));
        host.Start(["--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0", .. settings]);
    }

    /// <summary>Cookies of that many sessions of the persona.</summary>
    public static async Task<string[]> SignInAsync(string address, string persona, int sessions)
    {
        var cookies = new string[sessions];
        await Parallel.ForAsync(0, sessions, async (i, cancellation) =>
        {
            var jar = new CookieContainer();
            using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("persona", persona)]);
            using var answer = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, cancellation);
            cookies[i] = $"hub-session={jar.GetCookies(new Uri(address))["hub-session"]!.Value}";
        });
        return cookies;
    }

    /// <summary>What the hub answers with, plain and compressed; a page of one reader's own is not compressed.</summary>
    public static async Task<(byte[] Plain, byte[] Gzip)> ReadAsync(string address, string url, string cookie)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        if (cookie.Length > 0)
        {
            http.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using var answer = await http.GetAsync(new Uri(url, UriKind.Relative));
        var gzip = await answer.Content.ReadAsByteArrayAsync();
        if (answer.Content.Headers.ContentEncoding.Count == 0)
        {
            return (gzip, []);
        }

        using var unpacked = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        await unpacked.CopyToAsync(plain);
        return (plain.ToArray(), gzip);
    }

    private static string Recipe() => JsonSerializer.Serialize(new
    {
        name = "bench",
        steps = new object[]
        {
            new { name = "Staff", Staff = new[] { PostPage.Person("office", "Blog owner"), PostPage.Person("moderator", "Moderator"), PostPage.Person("reader", null), PostPage.Person("writer", null) } },
            new { name = "CodeOfConduct", Versions = new[] { new { Version = "1.0", InForceFrom = "2007-01-01", Clauses = new[] { new { Number = 1, Title = "Be civil", Text = "Criticise the idea, not the person." } } } } },
            new { name = "content", data = (object[])[PostPage.Blog(), .. Posts.Select(p => PostPage.Post(p.Id, p.Slug, p.IsOpen))] },
            new { name = "Comments", DecidedBy = "moderator", Discussions = Posts.Select(p => new { On = p.Id, Comments = new[] { PostPage.Comment(1, "published", p.Id) } }) },
        },
    });

    private static IEnumerable<(string Id, string Slug, int Comments, bool IsOpen)> Posts =>
    [
        .. Sizes.Select(n => ($"bench-{n}", $"how-we-work-{n}", n, false)),
        .. ((int[])[300, 3000]).Select(n => ($"open-{n}", $"open-{n}", n, true)),
    ];
}
