using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

/// <summary>The promises to those who write without their name, tried on everything the hub keeps.</summary>
public sealed class PrivacyTests(PrivacyFixture hub) : IClassFixture<PrivacyFixture>
{
    private static readonly string[] Tom = [$"{People.Tom}", "Tom Taylor", "tom@department.example", "=tom|"];

    public static TheoryData<Anonymity> Hidden { get; } = [Anonymity.NameWithheld, Anonymity.KeptTogether, Anonymity.NotRecorded];

    [Theory, MemberData(nameof(Hidden))]
    public async Task Nothing_the_hub_keeps_ties_the_writer_to_the_comment(Anonymity level)
    {
        var marker = $"purple-elephant-{level}";
        var (on, tom) = (await hub.Open(level, title: $"Elephants {level}"), await hub.As("tom"));
        tom.Http.DefaultRequestHeaders.UserAgent.ParseAdd("TomsOwnBrowser/7");
        await ConversationFixture.Write(tom, await hub.Open(), "Before, by name");
        var logged = hub.Logged.Count;

        (await ConversationFixture.Write(tom, on, $"A {marker} in the room", Shown(level))).MustBe(HttpStatusCode.OK);

        var comment = Assert.Single(await hub.Received(on));
        string[] traces = [marker, $"{comment.Id}", $"{on.Id}", await DiscussionId(on)];
        var rows = await hub.Rows();
        Assert.Contains(rows, r => Has(r, [marker]));
        Assert.DoesNotContain(rows, r => Has(r, traces) && Has(r, Tom));
        Assert.DoesNotContain(rows, r => Has(r, [$"{comment.Id}"]) && !r.StartsWith("conversation_", StringComparison.Ordinal));
        Assert.DoesNotContain(hub.Logged.Skip(logged), line => Has(line, [.. Tom, marker, "TomsOwnBrowser"]));
        Assert.All(hub.Files(), f => Assert.False(Contains(f.Bytes, "TomsOwnBrowser"), f.File));
    }

    [Theory, MemberData(nameof(Hidden))]
    public async Task In_the_database_s_own_files_the_words_never_stand_near_the_writer(Anonymity level)
    {
        var marker = $"grey-heron-{level}";
        await ConversationFixture.Write(await hub.As("tom"), await hub.Open(level), $"A {marker} on the roof", Shown(level));

        foreach (var (file, bytes) in hub.Files())
        {
            foreach (var at in Places(bytes, marker))
            {
                var around = bytes.AsSpan(Math.Max(0, at - 900), Math.Min(bytes.Length - Math.Max(0, at - 900), 1_800));
                Assert.False(around.IndexOf(People.Tom.Value.ToByteArray()) >= 0, $"the writer's bytes stand near the words in {file}");
                Assert.False(around.IndexOf(Encoding.UTF8.GetBytes(People.Tom.ToString().ToUpperInvariant())) >= 0, $"the writer's identifier stands near the words in {file}");
            }
        }
    }

    [Theory, MemberData(nameof(Hidden))]
    public async Task Two_people_who_write_the_same_leave_the_same(Anonymity level)
    {
        var (first, second) = (await Traces("tom", level), await Traces("sam", level));

        Assert.Equal(first.Page, second.Page);
        Assert.Equal(first.Queue, second.Queue);
        Assert.Equal(first.Headers, second.Headers);
        Assert.Equal(first.Rows, second.Rows);
        Assert.Equal(first.Logged, second.Logged);
    }

    [Fact]
    public async Task Once_the_key_is_destroyed_nobody_finds_the_writer_with_all_that_is_left()
    {
        var on = await hub.Open(Anonymity.KeptTogether, title: "Until the end of May");
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "First of mine", "together");
        await ConversationFixture.Write(await hub.As("sam"), on, "Somebody else", "together");
        await ConversationFixture.Write(tom, on, "Second of mine", "together");
        Assert.Equal(["Anonymous 1", "Anonymous 2", "Anonymous 1"], (await hub.Received(on)).Select(c => c.AuthorLabel));
        var file = Path.Combine(hub.Keys, $"{Guid.Parse(await DiscussionId(on)):N}.key");
        var key = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Contains(await hub.Rows(), r => Has(r, [Mark(key, People.Tom)]));
        var backup = await hub.Rows();

        await At(new DateTimeOffset(2007, 5, 30, 22, 30, 0, TimeSpan.Zero), () => hub.RunJob("conversation.pseudonym-keys"));
        Assert.True(File.Exists(file));
        await At(new DateTimeOffset(2007, 5, 30, 23, 30, 0, TimeSpan.Zero), () => hub.RunJob("conversation.pseudonym-keys"));

        Assert.False(File.Exists(file));
        var rows = await hub.Rows();
        Assert.DoesNotContain(rows, r => Has(r, [Mark(key, People.Tom), Mark(key, People.Sam)]));
        Assert.Equal(["Anonymous 1", "Anonymous 2", "Anonymous 1"], (await hub.Received(on)).Select(c => c.AuthorLabel));
        var line = Assert.Single(rows, r => r.Contains("conversation.key.destroyed", StringComparison.Ordinal) && Has(r, [$"{on.Id}"]));
        Assert.DoesNotContain(Tom, t => line.Contains(t, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(backup, r => Has(r, [Convert.ToHexString(key)]));
        Assert.All(hub.Files(), f => Assert.True(f.Bytes.AsSpan().IndexOf(key) < 0, f.File));
        var page = await (await hub.As("sam")).Open("/how-anonymous");
        Assert.Matches(@"Until the end of May\s*destroyed on Thursday 31 May 2007", page.Text);
    }

    [Fact]
    public async Task A_key_that_somebody_puts_back_after_its_day_is_destroyed_again_and_no_new_one_is_made()
    {
        var on = await hub.Open(Anonymity.KeptTogether);
        await ConversationFixture.Write(await hub.As("tom"), on, "With a key", "together");
        var file = Path.Combine(hub.Keys, $"{Guid.Parse(await DiscussionId(on)):N}.key");
        var key = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var june = new DateTimeOffset(2007, 6, 5, 9, 0, 0, TimeSpan.Zero);
        await At(june, () => hub.RunJob("conversation.pseudonym-keys"));

        await File.WriteAllBytesAsync(file, key, TestContext.Current.CancellationToken);
        await At(june, () => hub.RunJob("conversation.pseudonym-keys"));

        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task What_a_person_is_given_of_their_own_names_all_that_is_theirs_and_nothing_they_wrote_without_their_name()
    {
        var (by, without) = (await hub.Open(title: "By name"), await hub.Open(title: "Without"));
        var sam = await hub.As("sam");
        await ConversationFixture.Write(sam, by, "Signed by Sam");
        await ConversationFixture.Write(sam, without, "yellow-canary-unsigned", "anonymous");

        await ConversationFixture.Write(await hub.As("grace"), await hub.Open(preModerated: false, title: "Flagged"), "Flagged by Sam");
        var flagged = await hub.In((_, db) => db.Set<EngagementHub.Conversation.Comments.Comment>().Where(c => c.Text == "Flagged by Sam").Select(c => c.Id).SingleAsync());
        await (await sam.Open($"/comments/{flagged}/flag")).Submit(("Reason", "It is rude"));

        var given = (await sam.Open("/comments/mine.json")).Body;

        using var record = JsonDocument.Parse(given);
        Assert.Contains(record.RootElement.GetProperty("comments").EnumerateArray(), c => c.GetProperty("text").GetString() == "Signed by Sam");
        Assert.Equal("It is rude", record.RootElement.GetProperty("flagged")[0].GetProperty("reason").GetString());
        Assert.Equal("1.0", record.RootElement.GetProperty("codeOfConductAccepted")[0].GetString());
        Assert.DoesNotContain("yellow-canary-unsigned", given, StringComparison.Ordinal);
        Assert.DoesNotContain($"{without}", given, StringComparison.Ordinal);
        Assert.DoesNotContain("yellow-canary-unsigned", (await sam.Open("/comments/mine")).Body, StringComparison.Ordinal);
    }

    // A hub of its own for each writer, in which both did the same before; compared is everything that one comment leaves.
    private static async Task<(string Page, string Queue, string Headers, List<string> Rows, List<string> Logged)> Traces(string writer, Anonymity level)
    {
        await using var hub = new PrivacyFixture();
        await ((IAsyncLifetime)hub).InitializeAsync();
        var on = await hub.Open(level, title: "Same");
        var before = await hub.Open(title: "Before");
        foreach (var name in (string[])["tom", "sam"])
        {
            await ConversationFixture.Write(await hub.As(name), before, "Before, by name");
        }

        var (http, mina) = (await hub.As(writer), await hub.As("mina"));
        await mina.Open("/moderation");
        var form = await http.Open($"/comments/write?on={on}");
        var (rows, logged) = (await hub.Rows(), hub.Logged.Count);
        var sent = await form.Submit(("Text", "The very same words"), ("Shown", Shown(level)));
        // A request is logged as finished after its answer has arrived: whether before or after the next one starts is chance.
        var lines = hub.Logged.Skip(logged).Select(Timeless).Where(l => !l.Contains("Request finished", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var left = (await hub.Rows()).Except(rows).Select(PrivacyFixture.Alike).ToList();
        using var again = await http.Http.GetAsync("/comments/receipt", TestContext.Current.CancellationToken);
        var queue = await mina.Open("/moderation");
        var comment = Assert.Single(await hub.Received(on));
        return (
            PrivacyFixture.Alike(sent.Document.QuerySelector("main")!.InnerHtml),
            PrivacyFixture.Alike(queue.Document.QuerySelector($"#queue-{comment.Id}")!.OuterHtml),
            string.Join('\n', again.Headers.Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}")),
            left,
            lines);
    }

    // How long something took and where in memory it lay differs from run to run.
    private static string Timeless(string line) => System.Text.RegularExpressions.Regex.Replace(PrivacyFixture.Alike(line), @"[0-9]+([.,][0-9]+)?(ms| ms)|\([0-9,]+ms\)|CfDJ8[\w-]+|0HN[\w:]+", "…");

    private static string Shown(Anonymity level) => level switch
    {
        Anonymity.NameWithheld => "withheld",
        Anonymity.KeptTogether => "together",
        _ => "anonymous",
    };

    private async Task At(DateTimeOffset instant, Func<Task> work)
    {
        var now = hub.Clock.Now;
        hub.Clock.Now = instant;
        await work();
        hub.Clock.Now = now;
    }

    private Task<string> DiscussionId(SubjectRef on) => hub.In(async (_, db) =>
        (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<EngagementHub.Conversation.Discussions.Discussion>(), d => d.On == on)).Id.ToString());

    private static string Mark(byte[] key, StaffId who) => Convert.ToHexStringLower(HMACSHA256.HashData(key, who.Value.ToByteArray()));

    private static bool Has(string row, string[] any) => any.Any(a => row.Contains(a, StringComparison.OrdinalIgnoreCase));

    private static bool Contains(byte[] bytes, string text) => Places(bytes, text).Any();

    private static IEnumerable<int> Places(byte[] bytes, string text)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        for (var from = 0; bytes.AsSpan(from).IndexOf(sought) is >= 0 and var found; from += found + 1)
        {
            yield return from + found;
        }
    }
}
